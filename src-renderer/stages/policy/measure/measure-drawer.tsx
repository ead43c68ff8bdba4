import { Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Measure, MeasureInput } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectFoot } from '../../../app/history/object-foot.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { TraceButton } from '../../../app/trace/trace-button.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './measure.module.css';
import { MeasureAim } from './measure-aim.tsx';
import { MeasureCosts } from './measure-costs.tsx';
import { MeasureFunding } from './measure-funding.tsx';
import { MeasurePractices } from './measure-practices.tsx';
import { MeasureWhatWhere } from './measure-what-where.tsx';
import { MeasureWhen } from './measure-when.tsx';
import { MeasureWho } from './measure-who.tsx';
import { MeasureWork } from './measure-work.tsx';

/** Everything about one measure, saved as it is entered: the few fields of a first plan in sight, the rest folded. */
export function MeasureDrawer({ measure, onClose }: { measure: Measure | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={measure} onClose={onClose} size="44rem" title={t('policy.measure')}>
      {(shown) => <MeasureFields key={shown.id} measure={shown} onRemoved={onClose} />}
    </ObjectDrawer>
  );
}

function MeasureFields({ measure, onRemoved }: { measure: Measure; onRemoved: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const objectives = useQuery(queries.policy.objectives.queryOptions()).data ?? [];
  const update = useMutation(queries.policy.updateMeasure.mutationOptions());
  const remove = useMutation(queries.policy.removeMeasure.mutationOptions({ onSuccess: onRemoved }));
  const save = (patch: Partial<MeasureInput>) => update.mutate({ id: measure.id, patch });
  const part = { measure, save };

  return (
    <div>
      <div className={classes.fields}>
        <SavedTextInput
          label={t('policy.measureTitle')}
          value={measure.title}
          onSave={(title) => save({ title })}
          className={classes.wholeField}
          data-autofocus
        />
        <SavedTextarea
          label={t('policy.description')}
          value={measure.description}
          onSave={(description) => save({ description })}
          className={classes.wholeField}
        />
        <Select
          label={t('policy.servesObjective')}
          data={objectives.map(({ id, title }) => ({ value: id, label: title || t('policy.untitled') }))}
          value={measure.objectiveId}
          onChange={(objectiveId) => objectiveId && save({ objectiveId })}
          className={classes.wholeField}
          searchable
        />
      </div>
      <MeasureWhatWhere {...part} />
      <MeasureWho {...part} />
      <MeasureWhen {...part} />
      <MeasureCosts {...part} />
      <MeasureFunding {...part} />
      <MeasureAim {...part} />
      <MeasureWork {...part} />
      <MeasurePractices measure={measure} />
      <ObjectFoot
        mt="xl"
        object={{ type: 'measure', id: measure.id, name: measure.title }}
        historyLabel={t('history.object.measure')}
        removeLabel={t('policy.removeMeasure')}
        question={{ title: t('policy.removeMeasure'), body: t('policy.removeMeasureBody', { title: measure.title }) }}
        onRemove={() => remove.mutate({ id: measure.id })}
      >
        <TraceButton kind="measure" id={measure.id} name={measure.title} />
      </ObjectFoot>
    </div>
  );
}
