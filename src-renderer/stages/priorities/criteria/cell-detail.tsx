import { Button, MultiSelect } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { CriterionScore, ScoreCell, Weighing } from '#shared/domain/criteria.ts';
import { offenceGroups } from '#shared/domain/incidents.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import { useOriginText } from '../origin-words.ts';
import classes from './criteria.module.css';

/** What stands behind the figure one is at: its source, its place on the scale, and the reason of a judgement. */
export function CellDetail({
  criterion,
  option,
  cell,
  score,
}: {
  criterion: Weighing['criteria'][number];
  option: Weighing['options'][number];
  cell: ScoreCell;
  score: CriterionScore | null;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const origin = useOriginText();
  const { mutate: setScore } = useMutation(queries.criteria.setScore.mutationOptions());
  const { mutate: removeScore } = useMutation(queries.criteria.removeScore.mutationOptions());
  const { mutate: setCounted } = useMutation(queries.criteria.setCounted.mutationOptions());
  const place = { criterionId: criterion.id, priorityId: option.priorityId };
  const isCounted = cell.origin.kind === 'counted' && cell.origin.what !== 'residents';
  return (
    <div className={classes.detailBody}>
      <p className={classes.detailWords}>
        <strong>
          <bdi>{option.title}</bdi> · <bdi>{criterion.name}</bdi>
        </strong>
        <span>{origin.long(cell.origin)}</span>
        <span className={classes.quiet}>
          {cell.score === null
            ? criterion.hasEnds
              ? t('criteria.score.none')
              : t('criteria.score.noEnds')
            : t(cell.isBeyond ? 'criteria.score.beyond' : 'criteria.score.at', { score: formats.decimal(cell.score) })}
        </span>
      </p>
      {cell.origin.kind === 'judged' && score ? (
        <div className={classes.detailTools}>
          <SavedTextInput
            className={classes.grow}
            label={t('criteria.scoreNote')}
            placeholder={t('criteria.scoreNotePlaceholder')}
            value={score.note}
            onSave={(note) => setScore({ ...place, groupId: null, value: score.value, note })}
          />
          {criterion.kind === 'judged' ? null : (
            <Button variant="default" onClick={() => removeScore({ ...place, groupId: null })}>
              {t('criteria.countAgain')}
            </Button>
          )}
        </div>
      ) : null}
      {isCounted ? (
        <MultiSelect
          className={classes.groups}
          label={t('criteria.counted')}
          placeholder={(score?.groups ?? []).length === 0 ? t('criteria.countedAll') : ''}
          data={offenceGroups.map((group) => ({ value: group, label: t(`offenceGroup.${group}`) }))}
          value={score?.groups ?? []}
          clearable
          onChange={(groups) => setCounted({ ...place, groups: groups.length === 0 ? null : offenceGroups.filter((group) => groups.includes(group)) })}
        />
      ) : null}
    </div>
  );
}
