import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { Fold } from '../fold.tsx';
import classes from './measure.module.css';
import type { MeasurePartProps } from './measure-part.ts';

const fields = ['output', 'activities', 'assumptions', 'risks'] as const;

/** What the logframe asks beyond the indicator: output, activities, assumptions, and what could go wrong. */
export function MeasureWork({ measure, save }: MeasurePartProps) {
  const { t } = useTexts();
  const filled = fields.filter((field) => measure[field].trim() !== '').length;
  const labels = { output: 'policy.output', activities: 'policy.activities', assumptions: 'policy.assumption', risks: 'policy.risks' } as const;
  return (
    <div className={classes.part}>
      <Fold title={t('policy.more.work')} note={t('policy.filled', { done: filled, total: fields.length })}>
        <div className={classes.fields}>
          {fields.map((field) => (
            <SavedTextarea
              key={field}
              label={t(labels[field])}
              value={measure[field]}
              onSave={(value) => save({ [field]: value })}
              className={classes.wholeField}
            />
          ))}
        </div>
      </Fold>
    </div>
  );
}
