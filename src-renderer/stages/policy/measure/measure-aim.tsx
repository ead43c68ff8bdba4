import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { changeDirections, type MeasureInput } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { Fold } from '../fold.tsx';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';
import { MeasurePart } from './measure-part.tsx';

/** The indicator by which everybody will know, where it stands and where it shall be. */
export function MeasureAim({ measure, save }: MeasurePartProps) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const indicators = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data ?? [];
  const year = { min: 1800, max: 2200, allowDecimal: false, thousandSeparator: '', dir: 'ltr' } as const;
  const filled = [measure.direction, measure.verification].filter(Boolean).length;
  return (
    <MeasurePart title={t('policy.monitoring')}>
      <div className={classes.fields}>
        <Select
          label={t('policy.indicator')}
          data={indicators.map((indicator) => ({ value: indicator.code, label: `${indicator.code} · ${indicator.name}` }))}
          value={measure.indicatorCode}
          onChange={(indicatorCode) => save({ indicatorCode })}
          searchable
          clearable
          limit={80}
          className={classes.wholeField}
        />
        <SavedTextInput
          label={t('policy.indicatorText')}
          value={measure.indicatorText}
          onSave={(indicatorText) => save({ indicatorText })}
          className={classes.wholeField}
        />
        <SavedNumberInput label={t('policy.baseline')} value={measure.baselineValue} onSave={(baselineValue) => save({ baselineValue })} dir="ltr" />
        <SavedNumberInput label={t('policy.baselineYear')} value={measure.baselineYear} onSave={(baselineYear) => save({ baselineYear })} {...year} />
        <SavedNumberInput label={t('policy.target')} value={measure.targetValue} onSave={(targetValue) => save({ targetValue })} dir="ltr" />
        <SavedNumberInput label={t('policy.targetYear')} value={measure.targetYear} onSave={(targetYear) => save({ targetYear })} {...year} />
      </div>
      <Fold title={t('policy.more.aim')} note={filled > 0 ? t('policy.filled', { done: filled, total: 2 }) : undefined}>
        <div className={classes.fields}>
          <Select
            label={t('policy.direction')}
            data={changeDirections.map((value) => ({ value, label: t(`changeDirection.${value}`) }))}
            value={measure.direction}
            onChange={(direction) => save({ direction: direction as MeasureInput['direction'] })}
            clearable
          />
          <SavedTextarea
            label={t('policy.verification')}
            description={t('policy.verificationNote')}
            value={measure.verification}
            onSave={(verification) => save({ verification })}
            className={classes.wholeField}
          />
        </div>
      </Fold>
    </MeasurePart>
  );
}
