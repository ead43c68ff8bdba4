import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLayoutSidebarRightExpand } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { CellSelect, CellText } from '../../ui/editable-cell.tsx';
import { Term } from '../../ui/term.tsx';
import { quickAddId } from './quick-add.tsx';
import { AreasCell } from './register/areas-cell.tsx';
import { RepresentsCell } from './represents-cell.tsx';
import { ScoreCell } from './score-cell.tsx';
import classes from './stakeholders.module.css';
import { ScoresContext, useScores } from './use-scores.ts';
import { useStakeholderWords } from './use-stakeholders.ts';

/** The register as a table that is filled in place. */
export function RegisterTable({ stakeholders, onOpen }: { stakeholders: readonly Stakeholder[]; onOpen: (id: string) => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const words = useStakeholderWords();
  const scores = useScores(stakeholders);
  const { mutate: update } = useMutation(queries.stakeholders.update.mutationOptions());

  // Columns keep their identity between draws, or the field that is being typed in would be made anew.
  const columns = useMemo(
    (): ColumnDef<Stakeholder, unknown>[] => [
      {
        id: 'name',
        accessorKey: 'name',
        header: t('register.name'),
        sortingFn: (a, b) => formats.compare(a.original.name, b.original.name),
        cell: ({ row: { original } }) => (
          <CellText
            label={t('register.name')}
            wraps
            placeholder={t('register.nameless')}
            value={original.name}
            onSave={(name) => update({ id: original.id, patch: { name } })}
            onEnter={() => document.getElementById(quickAddId)?.focus()}
          />
        ),
        meta: { width: '13rem' },
      },
      {
        id: 'sector',
        accessorFn: (row) => words.sectors.find(({ value }) => value === row.sector)?.label,
        header: t('register.sectorAndKind'),
        cell: ({ row: { original } }) => (
          <div className={classes.stacked}>
            <CellSelect
              label={t('register.sectorOf', { name: original.name })}
              options={words.sectors}
              value={original.sector}
              onSave={(sector) => sector && update({ id: original.id, patch: { sector } })}
            />
            <CellSelect
              label={t('register.kindOf', { name: original.name })}
              options={words.kinds}
              value={original.kind}
              onSave={(kind) => kind && update({ id: original.id, patch: { kind } })}
            />
            <CellSelect
              label={t('register.levelOf', { name: original.name })}
              options={words.levels}
              value={original.level === '' ? null : original.level}
              empty={t('register.noLevel')}
              onSave={(level) => update({ id: original.id, patch: { level: level ?? '' } })}
            />
          </div>
        ),
        meta: { width: '9.5rem' },
      },
      {
        id: 'represents',
        accessorFn: (row) => row.represents.length,
        header: t('register.voiceAndAreas'),
        cell: ({ row: { original } }) => (
          <div className={classes.stacked}>
            <RepresentsCell stakeholder={original} onSave={(represents) => update({ id: original.id, patch: { represents } })} />
            <AreasCell stakeholder={original} onSave={(areaIds) => update({ id: original.id, patch: { areaIds } })} />
          </div>
        ),
        meta: { width: '10rem' },
      },
      {
        id: 'power',
        accessorFn: (row) => row.power ?? undefined,
        sortUndefined: 'last',
        header: t('register.power'),
        cell: ({ row: { original } }) => (
          <ScoreCell column="power" label={t('register.powerOf', { name: original.name })} stakeholder={original} onOpen={onOpen} />
        ),
        meta: { width: '4.25rem' },
      },
      {
        id: 'interest',
        accessorFn: (row) => row.interest ?? undefined,
        sortUndefined: 'last',
        header: t('register.interest'),
        cell: ({ row: { original } }) => (
          <ScoreCell column="interest" label={t('register.interestOf', { name: original.name })} stakeholder={original} onOpen={onOpen} />
        ),
        meta: { width: '4.25rem' },
      },
      {
        id: 'place',
        accessorFn: (row) => words.placeName(row.gridPlace),
        header: t('register.place'),
        cell: ({ row: { original } }) => (
          <span className={classes.place} data-place={original.gridPlace}>
            {original.gridPlace === 'protect-and-inform' ? (
              <Term name="protectAndInform">{words.placeName(original.gridPlace)}</Term>
            ) : (
              words.placeName(original.gridPlace)
            )}
            {original.isDecided ? <small>{t('grid.line.decidedByGroup')}</small> : null}
          </span>
        ),
        meta: { width: '8rem' },
      },
      {
        id: 'details',
        enableSorting: false,
        header: () => <span className="visually-hidden">{t('register.details')}</span>,
        cell: ({ row: { original } }) => (
          <Tooltip label={t('register.detailsOf', { name: original.name })}>
            <ActionIcon color="gray" aria-label={t('register.detailsOf', { name: original.name })} onClick={() => onOpen(original.id)}>
              <IconLayoutSidebarRightExpand size="1.15rem" stroke={1.6} aria-hidden className={classes.arrow} />
            </ActionIcon>
          </Tooltip>
        ),
        meta: { width: '3rem' },
      },
    ],
    [t, formats, words, update, onOpen],
  );

  return (
    <ScoresContext value={scores}>
      <DataTable caption={t('section.register')} rows={stakeholders} columns={columns} rowKey={(row) => row.id} maxHeight="max(22rem, calc(100dvh - 22rem))" />
    </ScoresContext>
  );
}
