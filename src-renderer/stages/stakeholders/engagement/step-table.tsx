import { ActionIcon, Checkbox, SegmentedControl, Select } from '@mantine/core';
import { IconClockExclamation, IconListCheck, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { EngagementLevel, EngagementStep } from '#shared/domain/engagement.ts';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { advisedLevel } from '#shared/methods/engagement-advice.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { CellSelect, CellText } from '../../../ui/editable-cell.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { useStakeholderWords } from '../use-stakeholders.ts';
import classes from './engagement.module.css';
import { useLevels } from './use-engagement.ts';

const states = ['open', 'late', 'done', 'all'] as const;
type State = (typeof states)[number];

const isIn = (step: EngagementStep, state: State): boolean =>
  state === 'all' || (state === 'done' ? step.doneOn !== null : step.doneOn === null && (state === 'open' || step.isOverdue));

/** The plan itself, one step a row, answered in place. */
export function StepTable({
  steps,
  stakeholders,
  nameOf,
}: {
  steps: readonly EngagementStep[];
  stakeholders: readonly Stakeholder[];
  nameOf: (id: string) => string;
}) {
  const { t } = useTexts();
  const levels = useLevels();
  const [state, setState] = useState<State>('open');
  const [level, setLevel] = useState<EngagementLevel | null>(null);
  const rows = steps.filter((step) => isIn(step, state) && (level === null || step.level === level));
  const columns = useColumns(stakeholders, nameOf);
  return (
    <Panel
      title={t('engagement.table')}
      plain
      actions={
        <div className={classes.filters}>
          <SegmentedControl
            aria-label={t('engagement.filter')}
            value={state}
            onChange={(value) => setState(states.find((known) => known === value) ?? 'open')}
            data={states.map((value) => ({ value, label: t(`engagement.state.${value}`) }))}
          />
          <Select
            aria-label={t('engagement.level')}
            placeholder={t('engagement.anyLevel')}
            data={[...levels]}
            value={level}
            clearable
            clearButtonProps={{ 'aria-label': t('engagement.anyLevel') }}
            onChange={(value) => setLevel(levels.find((option) => option.value === value)?.value ?? null)}
            w="11rem"
          />
        </div>
      }
    >
      <DataTable
        caption={t('engagement.table')}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={IconListCheck} title={t(steps.length === 0 ? 'engagement.none.title' : 'engagement.noneHere.title')}>
            {t(steps.length === 0 ? 'engagement.none.body' : 'engagement.noneHere.body')}
          </EmptyState>
        }
      />
    </Panel>
  );
}

function useColumns(stakeholders: readonly Stakeholder[], nameOf: (id: string) => string): ColumnDef<EngagementStep, unknown>[] {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const levels = useLevels();
  const { placeName } = useStakeholderWords();
  const { mutate: update } = useMutation(queries.engagement.update.mutationOptions());
  const { mutate: remove } = useMutation(queries.engagement.remove.mutationOptions());
  return useMemo(() => {
    const save = (id: string, patch: Partial<Omit<EngagementStep, 'id' | 'stakeholderId' | 'isOverdue'>>) => update({ id, patch });
    const placeOf = (id: string) => stakeholders.find((stakeholder) => stakeholder.id === id)?.gridPlace ?? 'not-rated';
    return [
      {
        id: 'body',
        header: t('network.body'),
        accessorFn: ({ stakeholderId }) => nameOf(stakeholderId),
        cell: ({ row: { original } }) => (
          <div className={classes.body}>
            <strong dir="auto">{nameOf(original.stakeholderId)}</strong>
            <span>{placeName(placeOf(original.stakeholderId))}</span>
          </div>
        ),
      },
      {
        id: 'level',
        header: t('engagement.level'),
        accessorFn: ({ level }) => levels.findIndex(({ value }) => value === level),
        cell: ({ row: { original } }) => {
          const advised = advisedLevel(placeOf(original.stakeholderId));
          return (
            <div className={classes.body} title={t(`engagementLevel.${original.level}.about`)}>
              <CellSelect label={t('engagement.level')} value={original.level} options={levels} onSave={(level) => level && save(original.id, { level })} />
              {advised === original.level ? null : <span>{t('engagement.advised', { level: t(`engagementLevel.${advised}`) })}</span>}
            </div>
          );
        },
      },
      {
        id: 'how',
        header: t('engagement.how'),
        accessorFn: ({ how }) => how,
        meta: { width: '28%' },
        cell: ({ row: { original } }) => (
          <div className={classes.how}>
            <CellText label={t('engagement.how')} value={original.how} wraps onSave={(how) => save(original.id, { how })} />
          </div>
        ),
      },
      {
        id: 'responsible',
        header: t('engagement.responsible'),
        accessorFn: ({ responsible }) => responsible,
        cell: ({ row: { original } }) => (
          <CellText
            label={t('engagement.responsible')}
            value={original.responsible}
            placeholder="–"
            wraps
            onSave={(responsible) => save(original.id, { responsible })}
          />
        ),
      },
      {
        id: 'due',
        header: t('engagement.due'),
        accessorFn: ({ dueOn }) => dueOn ?? '9999',
        cell: ({ row: { original } }) => (
          <div>
            <input
              type="date"
              className={classes.due}
              aria-label={t('engagement.due')}
              value={original.dueOn ?? ''}
              onChange={(event) => save(original.id, { dueOn: event.currentTarget.value || null })}
            />
            {original.isOverdue ? (
              <span className={classes.late}>
                <IconClockExclamation size="1rem" stroke={1.7} aria-hidden />
                {t('engagement.late')}
              </span>
            ) : null}
          </div>
        ),
      },
      {
        id: 'done',
        header: t('engagement.done'),
        accessorFn: ({ doneOn }) => doneOn ?? '',
        cell: ({ row: { original } }) => (
          <Checkbox
            size="md"
            aria-label={`${t('engagement.done')}: ${nameOf(original.stakeholderId)}`}
            checked={original.doneOn !== null}
            label={original.doneOn === null ? undefined : formats.day(original.doneOn)}
            onChange={(event) => save(original.id, { doneOn: event.currentTarget.checked ? today() : null })}
          />
        ),
      },
      {
        id: 'remove',
        enableSorting: false,
        header: () => <span className="visually-hidden">{t('action.remove')}</span>,
        cell: ({ row: { original } }) => (
          <ActionIcon
            variant="subtle"
            color="gray"
            size="2.25rem"
            aria-label={`${t('action.remove')}: ${nameOf(original.stakeholderId)}`}
            onClick={() => remove({ id: original.id })}
          >
            <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        ),
      },
    ];
  }, [t, formats, levels, placeName, stakeholders, nameOf, update, remove]);
}

/** The day on this machine's calendar. */
function today(): string {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
