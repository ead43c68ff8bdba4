import { Select, Stack, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { CitizenScore, ScoreInput } from '#shared/domain/follow-up.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { ObjectDrawer } from '../../../ui/object-drawer.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from '../follow-up.module.css';

/** A score that was counted elsewhere, typed by hand. */
export function ScoreDrawer({ score, measures, onClose }: { score: CitizenScore | null; measures: readonly Measure[]; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <ObjectDrawer shown={score} onClose={onClose} size="30rem" title={t('history.type.citizen_score')}>
      {(shown) => <Details key={shown.id} score={shown} measures={measures} />}
    </ObjectDrawer>
  );
}

function Details({ score, measures }: { score: CitizenScore; measures: readonly Measure[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: update } = useMutation(queries.followUp.updateScore.mutationOptions());
  const save = (patch: Partial<ScoreInput>) => update({ id: score.id, patch });
  return (
    <Stack gap="md">
      <SavedTextInput label={t('followUp.scores.question')} value={score.question} onSave={(question) => save({ question })} />
      <Select
        label={t('history.type.measure')}
        data={measures.map(({ id, title }) => ({ value: id, label: title || t('policy.untitledMeasure') }))}
        value={score.measureId}
        onChange={(measureId) => save({ measureId })}
        searchable
        clearable
        clearButtonProps={{ 'aria-label': t('action.remove') }}
      />
      <SavedTextInput
        label={t('followUp.scores.group')}
        description={t('followUp.scores.groupNote')}
        value={score.groupLabel}
        onSave={(groupLabel) => save({ groupLabel })}
      />
      <div className={classes.form}>
        <SavedNumberInput label={t('followUp.scores.mean')} value={score.mean} onSave={(mean) => save({ mean })} />
        <SavedNumberInput
          label={t('followUp.scores.people')}
          value={score.people}
          onSave={(people) => save({ people })}
          min={0}
          max={1_000_000}
          allowDecimal={false}
        />
        <SavedNumberInput label={t('followUp.scores.lowest')} value={score.scaleMin} onSave={(scaleMin) => scaleMin !== null && save({ scaleMin })} />
        <SavedNumberInput label={t('followUp.scores.highest')} value={score.scaleMax} onSave={(scaleMax) => scaleMax !== null && save({ scaleMax })} />
      </div>
      <div className={classes.form}>
        <TextInput
          type="date"
          label={t('followUp.scores.on')}
          value={score.scoredOn ?? ''}
          onChange={(event) => save({ scoredOn: event.currentTarget.value || null })}
        />
        <SavedTextInput label={t('field.source')} value={score.source} onSave={(source) => save({ source })} />
      </div>
    </Stack>
  );
}
