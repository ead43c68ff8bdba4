import { ActionIcon, Button, MultiSelect, Tooltip } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Measure, Objective } from '#shared/domain/policy.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { SavedTextarea } from '../../ui/saved-text.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './plan-page.module.css';

/** One objective: what it wants, what it rests on, and its measures. */
export function ObjectiveCard({
  number,
  objective,
  measures,
  onOpenMeasure,
}: {
  number: number;
  objective: Objective;
  measures: readonly Measure[];
  onOpenMeasure: (id: string) => void;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const currency = useProject()?.city.currency ?? '';
  const findings = useQuery(queries.findings.list.queryOptions()).data ?? [];
  const priorities = useQuery(queries.priorities.list.queryOptions()).data ?? [];
  const stakeholders = useQuery(queries.stakeholders.list.queryOptions()).data ?? [];
  const update = useMutation(queries.policy.updateObjective.mutationOptions());
  const remove = useMutation(queries.policy.removeObjective.mutationOptions());
  const addMeasure = useMutation(queries.policy.addMeasure.mutationOptions({ onSuccess: (measure) => onOpenMeasure(measure.id) }));
  const confirm = useConfirm();
  const patch = (change: Partial<Objective>) => update.mutate({ id: objective.id, patch: change });
  const askRemove = () =>
    confirm.ask({
      title: t('policy.removeObjective.title'),
      body:
        measures.length > 0
          ? t('policy.removeObjective.hasMeasures', { count: measures.length })
          : t('policy.removeObjective.body', { title: objective.title }),
      action: t('action.remove'),
      onConfirm: () => remove.mutate({ id: objective.id }),
    });

  return (
    <Panel
      title={t('policy.objective', { number })}
      actions={
        <Tooltip label={t('policy.removeObjective.title')}>
          <ActionIcon color="gray" aria-label={t('policy.removeObjective.named', { number })} onClick={askRemove}>
            <IconTrash size="1.1rem" stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      }
    >
      <SavedTextarea
        label={t('policy.objectiveLabel')}
        placeholder={t('policy.objectivePlaceholder')}
        value={objective.title}
        onSave={(title) => patch({ title })}
      />
      <div className={classes.links}>
        <MultiSelect
          label={t('policy.restsOn')}
          placeholder={objective.findingIds.length === 0 ? t('policy.chooseFindings') : undefined}
          data={findings.map((finding) => ({ value: finding.id, label: finding.sentence || t('policy.untitled') }))}
          value={objective.findingIds}
          onChange={(findingIds) => patch({ findingIds })}
          searchable
          nothingFoundMessage={t('policy.noFindings')}
        />
        <MultiSelect
          label={t('policy.answersPriority')}
          placeholder={objective.priorityIds.length === 0 ? t('policy.choosePriorities') : undefined}
          data={priorities.map((priority) => ({ value: priority.id, label: priority.title || t('policy.untitled') }))}
          value={objective.priorityIds}
          onChange={(priorityIds) => patch({ priorityIds })}
          searchable
          nothingFoundMessage={t('policy.noPriorities')}
        />
      </div>
      {measures.length > 0 ? (
        <table className={classes.measures}>
          <caption className="visually-hidden">{t('policy.measuresOf', { number })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('policy.measure')}</th>
              <th scope="col">{t('policy.owner')}</th>
              <th scope="col">{t('policy.period')}</th>
              <th scope="col" data-number>
                {t('policy.cost')}
              </th>
              <th scope="col" data-number>
                {t('policy.gap')}
              </th>
            </tr>
          </thead>
          <tbody>
            {measures.map((measure) => (
              <tr key={measure.id}>
                <td>
                  <button type="button" className={classes.link} onClick={() => onOpenMeasure(measure.id)}>
                    <bdi>{measure.title || t('policy.untitledMeasure')}</bdi>
                  </button>
                </td>
                <td>
                  <bdi>{stakeholders.find((stakeholder) => stakeholder.id === measure.ownerId)?.name ?? '–'}</bdi>
                </td>
                <td className={classes.period}>{periodText(measure)}</td>
                <td data-number>{formats.money(measure.totalCost, currency)}</td>
                <td data-number>{formats.money(measure.gap, currency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Button
        variant="light"
        mt="md"
        leftSection={<IconPlus size="1.1rem" aria-hidden />}
        loading={addMeasure.isPending}
        onClick={() => addMeasure.mutate({ objectiveId: objective.id })}
      >
        {t('policy.addMeasure')}
      </Button>
      {confirm.dialog}
    </Panel>
  );
}

/** `2026–2029`, or what is known of it. */
export function periodText(measure: Pick<Measure, 'startYear' | 'endYear'>): string {
  if (measure.startYear === null && measure.endYear === null) return '–';
  if (measure.startYear === measure.endYear) return String(measure.startYear);
  return `${measure.startYear ?? '…'}–${measure.endYear ?? '…'}`;
}
