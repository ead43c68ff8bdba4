import { Switch } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useCallback, useMemo } from 'react';
import { hidingReasons, type Release } from '#shared/domain/releases.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './outputs-page.module.css';

const nothing: readonly Release[] = [];

/** What was given out: what, when, how much was hidden in it and why, and whether it ever left the team. */
export function ReleasesPanel() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const { ask, dialog } = useConfirm();
  const releases = useQuery(queries.releases.list.queryOptions()).data ?? nothing;
  const { mutate } = useMutation(queries.releases.setWithdrawn.mutationOptions());

  const kindText = useCallback(
    (kind: Release['kind']) => (kind === 'copy' || kind === 'map' || kind === 'picture' ? t(`releases.kind.${kind}`) : t(`outputs.${kind}.title`)),
    [t],
  );
  const columns = useMemo<ColumnDef<Release, unknown>[]>(
    () => [
      {
        accessorKey: 'name',
        header: t('releases.what'),
        cell: ({ row: { original } }) => (
          <>
            <bdi>{original.name}</bdi>
            <div className={classes.kind}>{kindText(original.kind)}</div>
          </>
        ),
      },
      { accessorKey: 'at', header: t('outputs.when'), cell: (cell) => formats.instant(cell.getValue() as string) },
      { accessorKey: 'figureCount', header: t('releases.figures'), meta: { isNumber: true }, cell: (cell) => formats.count(cell.getValue() as number) },
      {
        id: 'hidden',
        header: t('releases.hidden'),
        enableSorting: false,
        cell: ({ row: { original } }) => {
          const parts = hidingReasons.filter((reason) => original.hidden[reason] > 0);
          if (parts.length === 0) return t('releases.hiddenNone');
          return parts.map((reason) => t(`releases.hidden.${reason}`, { number: formats.count(original.hidden[reason]) })).join(t('output.listSeparator'));
        },
      },
      {
        id: 'withdrawn',
        header: t('releases.neverLeft'),
        enableSorting: false,
        cell: ({ row: { original } }) => (
          <Switch
            aria-label={t('releases.neverLeftOf', { name: original.name })}
            checked={original.isWithdrawn}
            disabled={isReadOnly}
            onChange={() => {
              if (original.isWithdrawn) mutate({ id: original.id, isWithdrawn: false });
              else {
                ask({
                  title: t('releases.withdrawTitle', { name: original.name }),
                  body: t('releases.withdrawText'),
                  action: t('releases.withdrawYes'),
                  onConfirm: () => mutate({ id: original.id, isWithdrawn: true }),
                });
              }
            }}
          />
        ),
      },
    ],
    [t, formats, isReadOnly, mutate, ask, kindText],
  );

  return (
    <Panel title={t('releases.title')} note={t('releases.note')} plain>
      <DataTable
        caption={t('releases.title')}
        rows={releases}
        columns={columns}
        rowKey={(release) => release.id}
        initialSorting={[{ id: 'at', desc: true }]}
        empty={<p className={classes.none}>{t('releases.none')}</p>}
      />
      {dialog}
    </Panel>
  );
}
