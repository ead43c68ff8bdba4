import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { fundingKinds } from '#shared/domain/plan-costs.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { useMoney } from '../use-plan.ts';
import { FundingLinesTable } from './funding-lines-table.tsx';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';
import { MeasurePart } from './measure-part.tsx';

const simpleFields = { own: 'fundingOwn', shared: 'fundingShared', external: 'fundingExternal' } as const;

/** Who pays, how sure it is, and what is still to be found. */
export function MeasureFunding({ measure, save }: MeasurePartProps) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const money = useMoney(measure);
  const add = useMutation(queries.policy.addFundingLine.mutationOptions());
  const hasLines = measure.fundingLines.length > 0;
  const start = () => {
    const stated = fundingKinds.filter((kind) => (measure[simpleFields[kind]] ?? 0) > 0);
    for (const kind of stated) add.mutate({ measureId: measure.id, kind, amount: measure[simpleFields[kind]] });
    if (stated.length === 0) add.mutate({ measureId: measure.id, kind: 'own' });
  };
  return (
    <MeasurePart title={t('policy.fundingTitle')}>
      {hasLines ? (
        <FundingLinesTable measure={measure} />
      ) : (
        <div className={classes.fields}>
          {fundingKinds.map((kind) => (
            <SavedNumberInput
              key={kind}
              label={t(`policy.${simpleFields[kind]}`)}
              value={measure[simpleFields[kind]]}
              onSave={(value) => save({ [simpleFields[kind]]: value })}
              min={0}
              thousandSeparator=" "
              dir="ltr"
            />
          ))}
          <div style={{ alignSelf: 'end' }}>
            <Button variant="default" leftSection={<IconPlus size="1.1rem" aria-hidden />} onClick={start} loading={add.isPending}>
              {t('policy.fundingInLines')}
            </Button>
          </div>
        </div>
      )}
      <dl className={classes.sum} style={{ marginBlock: '0.875rem 0' }} aria-live="polite">
        <div>
          <dt>{t('policy.cost')}</dt>
          <dd>{money(measure.totalCost)}</dd>
        </div>
        <div>
          <dt>{t('policy.funding')}</dt>
          <dd>{money(measure.funding)}</dd>
        </div>
        {measure.securedFunding === null ? null : (
          <div>
            <dt>{t('policy.securedFunding')}</dt>
            <dd>{money(measure.securedFunding)}</dd>
          </div>
        )}
        <div>
          <dt>{t(measure.gap !== null && measure.gap < 0 ? 'policy.surplus' : 'policy.gap')}</dt>
          <dd data-gap={(measure.gap !== null && measure.gap > 0) || undefined}>{money(measure.gap === null ? null : Math.abs(measure.gap))}</dd>
        </div>
      </dl>
    </MeasurePart>
  );
}
