import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { changeDirections, type Objective, type ObjectiveInput, objectiveLevels } from '#shared/domain/policy.ts';
import type { SmartPart } from '#shared/methods/smart.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextarea, SavedTextInput } from '../../../ui/saved-text.tsx';
import { KnownDateInput } from '../date-inputs.tsx';
import { useBodies } from '../use-plan.ts';
import classes from './plan.module.css';

/** The fields that make an objective specific, measurable, owned, within means and dated. `asked` gets the focus. */
export function SmartFields({
  objective,
  save,
  idPrefix,
  asked,
  onFocused,
}: {
  objective: Objective;
  save: (patch: Partial<ObjectiveInput>) => void;
  idPrefix: string;
  asked: SmartPart | null;
  onFocused: () => void;
}) {
  const { t, language } = useTexts();
  const { queries } = useEngine();
  const { options } = useBodies();
  const pillars = useQuery(queries.policy.pillars.queryOptions()).data ?? [];
  const indicators = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data ?? [];
  const partId = (part: SmartPart) => `${idPrefix}-${part}`;
  useEffect(() => {
    if (asked === null) return;
    const place = document.getElementById(`${idPrefix}-${asked}`);
    const field = place?.matches('input, textarea') ? place : place?.querySelector<HTMLElement>('input, textarea');
    field?.focus();
    onFocused();
  }, [asked, idPrefix, onFocused]);

  return (
    <div className={classes.fields}>
      <SavedTextarea
        label={t('policy.objectiveDescription')}
        value={objective.description}
        onSave={(description) => save({ description })}
        className={classes.whole}
      />
      <Select
        label={t('policy.level')}
        data={objectiveLevels.map((value) => ({ value, label: t(`objectiveLevel.${value}`) }))}
        value={objective.level}
        onChange={(level) => save({ level: level as ObjectiveInput['level'] })}
      />
      <Select
        label={t('policy.pillar')}
        data={pillars.map(({ id, title }) => ({ value: id, label: title || t('policy.untitled') }))}
        value={objective.pillarId}
        onChange={(pillarId) => save({ pillarId })}
        placeholder={t('policy.noPillar')}
        clearable
      />
      <Select
        id={partId('owner')}
        label={t('policy.owner')}
        data={options}
        value={objective.ownerId}
        onChange={(ownerId) => save({ ownerId })}
        searchable
        clearable
        nothingFoundMessage={t('policy.noBody')}
      />
      <div id={partId('indicator')} className={classes.whole}>
        <Select
          label={t('policy.indicator')}
          data={indicators.map((indicator) => ({ value: indicator.code, label: `${indicator.code} · ${indicator.name}` }))}
          value={objective.indicatorCode}
          onChange={(indicatorCode) => save({ indicatorCode })}
          searchable
          clearable
          limit={80}
        />
      </div>
      <SavedTextInput
        label={t('policy.indicatorText')}
        value={objective.indicatorText}
        onSave={(indicatorText) => save({ indicatorText })}
        className={classes.whole}
      />
      <SavedNumberInput
        id={partId('baseline')}
        label={t('policy.baseline')}
        value={objective.baselineValue}
        onSave={(baselineValue) => save({ baselineValue })}
        dir="ltr"
      />
      <div id={partId('baselineDate')}>
        <KnownDateInput label={t('policy.baselineOn')} value={objective.baselineOn} onSave={(baselineOn) => save({ baselineOn })} />
      </div>
      <SavedNumberInput
        id={partId('target')}
        label={t('policy.target')}
        value={objective.targetValue}
        onSave={(targetValue) => save({ targetValue })}
        dir="ltr"
      />
      <div id={partId('targetDate')}>
        <KnownDateInput label={t('policy.targetOn')} value={objective.targetOn} onSave={(targetOn) => save({ targetOn })} />
      </div>
      <Select
        label={t('policy.direction')}
        data={changeDirections.map((value) => ({ value, label: t(`changeDirection.${value}`) }))}
        value={objective.direction}
        onChange={(direction) => save({ direction: direction as ObjectiveInput['direction'] })}
        clearable
      />
      <SavedTextInput id={partId('budgetLine')} label={t('policy.budgetLine')} value={objective.budgetLine} onSave={(budgetLine) => save({ budgetLine })} />
      <SavedTextarea
        label={t('policy.verification')}
        value={objective.verification}
        onSave={(verification) => save({ verification })}
        className={classes.whole}
      />
      <SavedTextarea
        id={partId('assumption')}
        label={t('policy.assumption')}
        value={objective.assumption}
        onSave={(assumption) => save({ assumption })}
        className={classes.whole}
      />
    </div>
  );
}
