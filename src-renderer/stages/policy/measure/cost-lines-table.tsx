import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type CostKind, costKinds } from '#shared/domain/plan-costs.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { CellNumber, CellSelect, CellText } from '../../../ui/editable-cell.tsx';
import { useMoney } from '../use-plan.ts';
import { LinesTable, RemoveCell, YearCells } from './lines-table.tsx';
import classes from './measure.module.css';

/** Unit cost × how many × years, line by line. */
export function CostLinesTable({ measure }: { measure: Measure }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const money = useMoney(measure);
  const add = useMutation(queries.policy.addCostLine.mutationOptions());
  const update = useMutation(queries.policy.updateCostLine.mutationOptions());
  const remove = useMutation(queries.policy.removeCostLine.mutationOptions());
  const kinds = costKinds.map((value) => ({ value, label: t(`costKind.${value}`) }));
  return (
    <>
      <LinesTable
        caption={t('policy.costLines')}
        columns={[
          { label: t('policy.lineTitle'), width: '9rem' },
          { label: t('policy.lineKind') },
          { label: t('policy.unitCost'), isNumber: true },
          { label: t('policy.quantity'), isNumber: true },
          { label: t('policy.fromYear'), isNumber: true },
          { label: t('policy.toYear'), isNumber: true },
          { label: t('policy.amount'), isNumber: true },
        ]}
        foot={
          <tr>
            <th scope="row" colSpan={6}>
              {t('policy.beforeContingency')}
            </th>
            <td data-number className="tabular">
              {measure.totalCost === null ? '–' : money((measure.capitalTotal ?? 0) + (measure.recurrentTotal ?? 0))}
            </td>
            <td />
          </tr>
        }
      >
        {measure.costLines.map((line, index) => {
          const of = t('policy.lineNumber', { number: index + 1 });
          const patch = (change: Parameters<typeof update.mutate>[0]['patch']) => update.mutate({ id: line.id, patch: change });
          return (
            <tr key={line.id}>
              <td>
                <CellText
                  label={`${t('policy.lineTitle')}, ${of}`}
                  value={line.title}
                  onSave={(title) => patch({ title })}
                  placeholder={t('policy.lineTitleHint')}
                  wraps
                />
              </td>
              <td>
                <CellSelect<CostKind> label={`${t('policy.lineKind')}, ${of}`} value={line.kind} options={kinds} onSave={(kind) => kind && patch({ kind })} />
              </td>
              <td>
                <CellNumber label={`${t('policy.unitCost')}, ${of}`} value={line.unitCost} onSave={(unitCost) => patch({ unitCost })} max={1e15} />
              </td>
              <td>
                <CellNumber
                  label={`${t('policy.quantity')}, ${of}`}
                  value={line.quantity}
                  onSave={(quantity) => patch({ quantity })}
                  format={(value) => formats.decimal(value, Number.isInteger(value) ? 0 : 1)}
                  max={1e12}
                />
              </td>
              <YearCells line={line} of={of} onSave={patch} />
              <td data-number className="tabular">
                {formats.count(line.amount)}
              </td>
              <RemoveCell of={of} onRemove={() => remove.mutate({ id: line.id })} />
            </tr>
          );
        })}
      </LinesTable>
      <Group gap="sm" mt="xs">
        {costKinds.map((kind) => (
          <Button
            key={kind}
            variant="default"
            size="compact-sm"
            leftSection={<IconPlus size="1rem" aria-hidden />}
            onClick={() => add.mutate({ measureId: measure.id, kind, quantity: 1 })}
          >
            {t(`policy.addLine.${kind}`)}
          </Button>
        ))}
      </Group>
      <p className={classes.quiet}>{measure.totalCost === null ? t('policy.lineUnknown') : t('policy.lineYearsNote')}</p>
    </>
  );
}
