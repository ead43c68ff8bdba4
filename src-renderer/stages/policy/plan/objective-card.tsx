import { Button, Group, MultiSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import type { Measure, Objective, ObjectiveInput } from '#shared/domain/policy.ts';
import { objectiveMissing, type SmartPart } from '#shared/methods/smart.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { TraceIcon } from '../../../app/trace/trace-button.tsx';
import { SavedTextarea } from '../../../ui/saved-text.tsx';
import { Fold } from '../fold.tsx';
import { MeasuresTable } from './measures-table.tsx';
import { ObjectiveMenu } from './objective-menu.tsx';
import classes from './plan.module.css';
import { SmartFacts } from './smart-facts.tsx';
import { SmartFields } from './smart-fields.tsx';

/** One objective: what it wants, what it rests on, what it still lacks, and its measures. */
export function ObjectiveCard({
  number,
  objective,
  measures,
  onOpenMeasure,
}: {
  number: string;
  objective: Objective;
  measures: readonly { readonly measure: Measure; readonly number: string }[];
  onOpenMeasure: (id: string) => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const findings = useQuery(queries.findings.list.queryOptions()).data ?? [];
  const priorities = useQuery(queries.priorities.list.queryOptions()).data ?? [];
  const update = useMutation(queries.policy.updateObjective.mutationOptions());
  const addMeasure = useMutation(queries.policy.addMeasure.mutationOptions({ onSuccess: (measure) => onOpenMeasure(measure.id) }));
  const fieldsId = useId();
  const [asked, setAsked] = useState<SmartPart | null>(null);
  const save = (patch: Partial<ObjectiveInput>) => update.mutate({ id: objective.id, patch });
  const missing = objectiveMissing(objective);

  return (
    <article className={classes.card} data-object={objective.id} aria-label={t('policy.objective', { number })}>
      <div className={classes.cardHead}>
        <span className={classes.number} aria-hidden>
          {number || '★'}
        </span>
        <SavedTextarea
          className={classes.objectiveTitle}
          aria-label={t('policy.objectiveLabel')}
          placeholder={t('policy.objectivePlaceholder')}
          value={objective.title}
          onSave={(title) => save({ title })}
          minRows={1}
        />
        <Group gap={2} wrap="nowrap">
          <TraceIcon kind="objective" id={objective.id} name={objective.title} />
          <ObjectiveMenu objective={objective} number={number} measureCount={measures.length} />
        </Group>
      </div>
      <SmartFacts objective={objective} />
      {missing.length > 0 ? (
        <ul className={classes.missing} aria-label={t('policy.missing')}>
          <li aria-hidden>{t('policy.missing')}</li>
          {missing.map((part) => (
            <li key={part}>
              <button type="button" onClick={() => setAsked(part)}>
                {t(`smart.${part}`)}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      <div className={classes.links}>
        <MultiSelect
          label={t('policy.restsOn')}
          placeholder={objective.findingIds.length === 0 ? t('policy.chooseFindings') : undefined}
          data={findings.map((finding) => ({ value: finding.id, label: finding.sentence || t('policy.untitled') }))}
          value={objective.findingIds}
          onChange={(findingIds) => save({ findingIds })}
          searchable
          nothingFoundMessage={t('policy.noFindings')}
        />
        <MultiSelect
          label={t('policy.answersPriority')}
          placeholder={objective.priorityIds.length === 0 ? t('policy.choosePriorities') : undefined}
          data={priorities.map((priority) => ({ value: priority.id, label: priority.title || t('policy.untitled') }))}
          value={objective.priorityIds}
          onChange={(priorityIds) => save({ priorityIds })}
          searchable
          nothingFoundMessage={t('policy.noPriorities')}
        />
      </div>
      <Fold title={t('policy.smartTitle')} note={t('policy.smartNote')} isWanted={asked !== null}>
        <SmartFields objective={objective} save={save} idPrefix={fieldsId} asked={asked} onFocused={() => setAsked(null)} />
      </Fold>
      {measures.length > 0 ? <MeasuresTable number={number} measures={measures} onOpenMeasure={onOpenMeasure} /> : null}
      <Button
        variant="light"
        mt="md"
        leftSection={<IconPlus size="1.1rem" aria-hidden />}
        loading={addMeasure.isPending}
        onClick={() => addMeasure.mutate({ objectiveId: objective.id })}
      >
        {t('policy.addMeasure')}
      </Button>
    </article>
  );
}
