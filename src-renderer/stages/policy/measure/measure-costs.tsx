import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { KnownDateInput } from '../date-inputs.tsx';
import { Fold } from '../fold.tsx';
import { useCityCurrency } from '../use-plan.ts';
import { CostLinesTable } from './cost-lines-table.tsx';
import { CostsByYearTable } from './costs-by-year-table.tsx';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';
import { MeasurePart } from './measure-part.tsx';

/** What it costs: two figures for a first plan, lines where there is time for them, and the years it falls into. */
export function MeasureCosts({ measure, save }: MeasurePartProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const cityCurrency = useCityCurrency();
  const addLine = useMutation(queries.policy.addCostLine.mutationOptions());
  const hasLines = measure.costLines.length > 0;
  const start = () => {
    // What was entered as two figures becomes the first lines, so that nothing is typed twice.
    const { capitalCost, recurrentCostPerYear, id: measureId } = measure;
    if (capitalCost !== null && capitalCost > 0) addLine.mutate({ measureId, kind: 'capital', unitCost: capitalCost, quantity: 1 });
    if (recurrentCostPerYear !== null && recurrentCostPerYear > 0)
      addLine.mutate({ measureId, kind: 'recurrent', unitCost: recurrentCostPerYear, quantity: 1 });
    if (!capitalCost && !recurrentCostPerYear) addLine.mutate({ measureId, kind: 'capital', quantity: 1 });
  };
  return (
    <MeasurePart title={t('policy.costsTitle')}>
      {hasLines ? (
        <CostLinesTable measure={measure} />
      ) : (
        <div className={classes.fields}>
          <SavedNumberInput
            label={t('policy.capital')}
            value={measure.capitalCost}
            onSave={(capitalCost) => save({ capitalCost })}
            min={0}
            thousandSeparator=" "
            dir="ltr"
          />
          <SavedNumberInput
            label={t('policy.recurrent')}
            value={measure.recurrentCostPerYear}
            onSave={(recurrentCostPerYear) => save({ recurrentCostPerYear })}
            min={0}
            thousandSeparator=" "
            dir="ltr"
          />
        </div>
      )}
      <div className={classes.fields} style={{ marginBlockStart: '0.875rem' }}>
        <SavedNumberInput
          label={t('policy.contingency')}
          value={measure.contingencyPercent}
          onSave={(value) => save({ contingencyPercent: value ?? 0 })}
          min={0}
          max={100}
          suffix=" %"
          dir="ltr"
        />
        {hasLines ? null : (
          <div style={{ alignSelf: 'end' }}>
            <Button variant="default" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={start} loading={addLine.isPending}>
              {t('policy.costInLines')}
            </Button>
          </div>
        )}
      </div>
      <Fold title={t('policy.costsByYear')} note={t('policy.costsByYearNote')}>
        <CostsByYearTable measure={measure} />
      </Fold>
      <Fold title={t('policy.more.costs')} note={[measure.currency, measure.priceOn].filter(Boolean).join(' · ') || undefined}>
        <div className={classes.fields}>
          <SavedTextInput
            label={t('policy.currency')}
            description={t('policy.currencyNote', { currency: cityCurrency || '–' })}
            placeholder={cityCurrency}
            value={measure.currency}
            onSave={(text) => {
              const currency = text.trim().toUpperCase();
              if (/^([A-Z]{3})?$/.test(currency)) save({ currency });
            }}
            maxLength={3}
            dir="ltr"
          />
          <KnownDateInput label={t('policy.priceOn')} value={measure.priceOn} onSave={(priceOn) => save({ priceOn })} />
          <SavedTextInput
            label={t('policy.budgetLine')}
            value={measure.budgetLine}
            onSave={(budgetLine) => save({ budgetLine })}
            className={classes.wholeField}
          />
          <SavedTextarea
            label={t('policy.costSource')}
            value={measure.costSource}
            onSave={(costSource) => save({ costSource })}
            className={classes.wholeField}
          />
        </div>
      </Fold>
    </MeasurePart>
  );
}
