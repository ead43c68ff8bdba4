import { ActionIcon } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CitizenScore } from '#shared/domain/follow-up.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from '../follow-up.module.css';
import { ScoreDrawer } from './score-drawer.tsx';

/** Scores of one measure (or question) side by side: everybody first, then the groups. Few people are never shown by themselves. */
export function ScoreGroups({ scores }: { scores: readonly CitizenScore[] }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const measures = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const [openId, setOpenId] = useState<string | null>(null);
  const titles = new Map(measures.map(({ id, title }) => [id, title]));
  const asked = [...groupBy(scores, (score) => JSON.stringify([score.measureId, score.question, score.scoredOn])).values()];
  return (
    <Panel title={t('followUp.scores.title')} note={t('followUp.scores.note')} plain>
      <ul className={classes.list}>
        {asked.map((group) => (
          <li key={group[0]?.id}>
            <ScoreBlock scores={group} title={titles.get(group[0]?.measureId ?? '') ?? ''} onOpen={setOpenId} />
          </li>
        ))}
      </ul>
      <ScoreDrawer score={scores.find(({ id }) => id === openId) ?? null} measures={measures} onClose={() => setOpenId(null)} />
    </Panel>
  );
}

function ScoreBlock({ scores, title, onOpen }: { scores: readonly CitizenScore[]; title: string; onOpen: (id: string) => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: remove } = useMutation(queries.followUp.removeScore.mutationOptions());
  const sorted = scores.toSorted((a, b) => Number(a.groupLabel !== '') - Number(b.groupLabel !== '') || formats.compare(a.groupLabel, b.groupLabel));
  const [first] = sorted;
  return (
    <>
      <h3 className={classes.title} dir="auto">
        {title || first?.question || t('followUp.scores.noQuestion')}
      </h3>
      <p className={classes.soft}>
        {[title ? first?.question : '', first?.source, first?.scoredOn ? formats.day(first.scoredOn) : '']
          .filter(Boolean)
          .map((part) => `\u2068${part}\u2069`)
          .join(' · ')}
      </p>
      <div className={classes.scores}>
        {sorted.map((score) => {
          const label = score.groupLabel || t('followUp.scores.everybody');
          const share = score.mean === null ? null : (score.mean - score.scaleMin) / (score.scaleMax - score.scaleMin || 1);
          return [
            <bdi key={`${score.id}-label`}>{label}</bdi>,
            <div key={`${score.id}-bar`} className={classes.barCell}>
              {share === null ? (
                <span className={classes.soft}>{t(score.isHidden ? 'followUp.scores.hidden' : 'followUp.scores.noMean')}</span>
              ) : (
                <div className={classes.bar} aria-hidden>
                  <span style={{ inlineSize: `${Math.min(1, Math.max(0, share)) * 100}%` }} />
                </div>
              )}
            </div>,
            <span key={`${score.id}-number`} className={classes.number}>
              {score.mean === null
                ? '–'
                : t('followUp.scores.meanOf', { mean: formats.decimal(score.mean), most: formats.count(score.scaleMax), people: formats.count(score.people) })}
            </span>,
            <span key={`${score.id}-actions`} className={classes.marks}>
              {score.ballotId === null && !score.isHidden ? (
                <ActionIcon
                  variant="subtle"
                  color="gray"
                  size="2.25rem"
                  aria-label={t('followUp.scores.change', { group: label })}
                  onClick={() => onOpen(score.id)}
                >
                  <IconPencil size="1.1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              ) : null}
              <ActionIcon
                variant="subtle"
                color="gray"
                size="2.25rem"
                aria-label={t('followUp.scores.remove', { group: label })}
                onClick={() => remove({ id: score.id })}
              >
                <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
              </ActionIcon>
            </span>,
          ];
        })}
      </div>
    </>
  );
}
