import { useMutation, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { largestOwnThreshold, type OffenceThreshold } from '#shared/domain/releases.ts';
import { smallestSensitiveCount } from '#shared/methods/disclosure.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { SavedNumberInput } from '../../ui/saved-number.tsx';
import { Panel } from '../../ui/stage-page.tsx';

const nothing: readonly OffenceThreshold[] = [];

/** From which count on each offence is shown; a person may ask for more, never for less than the class. Nothing to see without incidents. */
export function ThresholdsPanel() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const offences = useQuery(queries.releases.thresholds.queryOptions()).data ?? nothing;
  const { mutate } = useMutation(queries.releases.setThreshold.mutationOptions());
  const threshold = project?.city.smallNumberThreshold ?? 5;
  const isReadOnly = project?.isReadOnly ?? true;

  const columns = useMemo<ColumnDef<OffenceThreshold, unknown>[]>(
    () => [
      { accessorKey: 'name', header: t('output.column.offence'), cell: (cell) => <bdi>{cell.getValue() as string}</bdi> },
      {
        id: 'class',
        header: t('thresholds.class'),
        enableSorting: false,
        cell: ({ row: { original } }) => (original.sensitive ? t(`sensitive.${original.sensitive}`) : original.own !== null ? t('thresholds.own') : '–'),
      },
      {
        accessorKey: 'smallestCount',
        header: t('thresholds.smallest'),
        meta: { isNumber: true, width: '9rem' },
        cell: ({ row: { original } }) => {
          const least = Math.max(threshold, original.sensitive ? smallestSensitiveCount : 0);
          return (
            <SavedNumberInput
              aria-label={t('thresholds.smallestOf', { name: original.name })}
              value={original.smallestCount}
              min={least}
              max={largestOwnThreshold}
              clampBehavior="blur"
              allowDecimal={false}
              disabled={isReadOnly}
              onSave={(value) => {
                if (value !== null && (value < least || value > largestOwnThreshold)) return;
                mutate({ offenceIds: [original.offenceId], smallestCount: value === null || value === least ? null : value });
              }}
            />
          );
        },
      },
    ],
    [t, threshold, isReadOnly, mutate],
  );

  if (offences.length === 0) return null;
  return (
    <Panel title={t('thresholds.title')} note={t('thresholds.note', { threshold, sensitive: Math.max(threshold, smallestSensitiveCount) })} plain>
      <DataTable caption={t('thresholds.title')} rows={offences} columns={columns} rowKey={(offence) => offence.offenceId} maxHeight="24rem" />
    </Panel>
  );
}
