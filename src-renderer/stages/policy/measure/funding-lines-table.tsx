import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type FundingKind, type FundingStatus, fundingKinds, fundingStatuses } from '#shared/domain/plan-costs.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CellNumber, CellSelect, CellText } from '../../../ui/editable-cell.tsx';
import { useBodies } from '../use-plan.ts';
import { LinesTable, RemoveCell, YearCells } from './lines-table.tsx';

/** Each source of money, whose it is and how sure. */
export function FundingLinesTable({ measure }: { measure: Measure }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { options } = useBodies();
  const add = useMutation(queries.policy.addFundingLine.mutationOptions());
  const update = useMutation(queries.policy.updateFundingLine.mutationOptions());
  const remove = useMutation(queries.policy.removeFundingLine.mutationOptions());
  const kinds = fundingKinds.map((value) => ({ value, label: t(`fundingKind.${value}`) }));
  const statuses = fundingStatuses.map((value) => ({ value, label: t(`fundingStatus.${value}`) }));
  return (
    <>
      <LinesTable
        caption={t('policy.fundingLines')}
        columns={[
          { label: t('policy.fundingKind') },
          { label: t('policy.fundingSource'), width: '8rem' },
          { label: t('policy.fundingBody'), width: '7rem' },
          { label: t('policy.amount'), isNumber: true },
          { label: t('policy.fromYear'), isNumber: true },
          { label: t('policy.toYear'), isNumber: true },
          { label: t('policy.fundingStatus') },
        ]}
      >
        {measure.fundingLines.map((line, index) => {
          const of = t('policy.lineNumber', { number: index + 1 });
          const patch = (change: Parameters<typeof update.mutate>[0]['patch']) => update.mutate({ id: line.id, patch: change });
          return (
            <tr key={line.id}>
              <td>
                <CellSelect<FundingKind>
                  label={`${t('policy.fundingKind')}, ${of}`}
                  value={line.kind}
                  options={kinds}
                  onSave={(kind) => kind && patch({ kind })}
                />
              </td>
              <td>
                <CellText
                  label={`${t('policy.fundingSource')}, ${of}`}
                  value={line.source}
                  onSave={(source) => patch({ source })}
                  placeholder={t('policy.fundingSourceHint')}
                  wraps
                />
              </td>
              <td>
                <CellSelect<string>
                  label={`${t('policy.fundingBody')}, ${of}`}
                  value={line.stakeholderId}
                  options={options}
                  empty="–"
                  onSave={(stakeholderId) => patch({ stakeholderId })}
                />
              </td>
              <td>
                <CellNumber label={`${t('policy.amount')}, ${of}`} value={line.amount} onSave={(amount) => patch({ amount })} max={1e15} />
              </td>
              <YearCells line={line} of={of} onSave={patch} />
              <td>
                <CellSelect<FundingStatus>
                  label={`${t('policy.fundingStatus')}, ${of}`}
                  value={line.status}
                  options={statuses}
                  empty="–"
                  onSave={(status) => patch({ status })}
                />
              </td>
              <RemoveCell of={of} onRemove={() => remove.mutate({ id: line.id })} />
            </tr>
          );
        })}
      </LinesTable>
      <Button
        variant="default"
        size="compact-sm"
        mt="xs"
        leftSection={<IconPlus size="1rem" aria-hidden />}
        onClick={() => add.mutate({ measureId: measure.id, kind: 'own' })}
      >
        {t('policy.addFunding')}
      </Button>
    </>
  );
}
