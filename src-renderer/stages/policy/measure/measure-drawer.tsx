import { Button, Group, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Measure, MeasureInput } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { ObjectHistoryButton } from '../../../app/history/object-history.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { TraceButton } from '../../../app/trace/trace-button.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
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
  const confirm = useConfirm();
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
      <Group mt="xl" justify="space-between">
        <TraceButton kind="measure" id={measure.id} name={measure.title} />
        <ObjectHistoryButton object={{ type: 'measure', id: measure.id, name: measure.title }} label={t('history.object.measure')} />
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size="1.1rem" stroke={1.6} aria-hidden />}
          onClick={() =>
            confirm.ask({
              title: t('policy.removeMeasure'),
              body: t('policy.removeMeasureBody', { title: measure.title }),
              action: t('action.remove'),
              onConfirm: () => remove.mutate({ id: measure.id }),
            })
          }
        >
          {t('policy.removeMeasure')}
        </Button>
      </Group>
      {confirm.dialog}
    </div>
  );
}
