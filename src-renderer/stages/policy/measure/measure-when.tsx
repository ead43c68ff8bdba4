import { Select } from '@mantine/core';
import { type MeasureInput, measureStatuses } from '#shared/domain/policy.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { KnownDateInput, MonthInput } from '../date-inputs.tsx';
import { Fold } from '../fold.tsx';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';
import { MeasurePart } from './measure-part.tsx';

/** From when to when, by years or to the month, and how it stands. */
export function MeasureWhen({ measure, save }: MeasurePartProps) {
  const { t } = useTexts();
  return (
    <MeasurePart title={t('policy.when')}>
      <div className={classes.fields}>
        <MonthInput
          label={t('policy.starts')}
          year={measure.startYear}
          month={measure.startsOn}
          onSave={({ year, month }) => save({ startYear: year, startsOn: month })}
        />
        <MonthInput
          label={t('policy.ends')}
          year={measure.endYear}
          month={measure.endsOn}
          onSave={({ year, month }) => save({ endYear: year, endsOn: month })}
        />
      </div>
      <Fold title={t('policy.more.when')} note={measure.status ? t(`measureStatus.${measure.status}`) : undefined}>
        <div className={classes.fields}>
          <Select
            label={t('policy.status')}
            data={measureStatuses.map((value) => ({ value, label: t(`measureStatus.${value}`) }))}
            value={measure.status}
            onChange={(status) => save({ status: status as MeasureInput['status'] })}
            clearable
          />
          <KnownDateInput label={t('policy.statusOn')} value={measure.statusOn} onSave={(statusOn) => save({ statusOn })} />
          <SavedTextInput
            label={t('policy.statusNote')}
            value={measure.statusNote}
            onSave={(statusNote) => save({ statusNote })}
            className={classes.wholeField}
          />
        </div>
      </Fold>
    </MeasurePart>
  );
}
