import { Button } from '@mantine/core';
import { IconFlag3, IconQuote } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { EvidenceInput } from '#shared/domain/findings.ts';
import type { BallotResult } from '#shared/domain/results.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { KeepButton, keptTable } from '../../profile/evidence/evidence-button.tsx';
import { EvidenceDrawer } from '../../profile/evidence/evidence-drawer.tsx';
import { ResultChart } from './result-chart.tsx';
import { resultTable } from './result-table.ts';
import classes from './results.module.css';
import { useResultWords } from './use-result-words.ts';

/** The result of the whole room: what it says, its picture, its table, and what can be done with it. */
export function ResultPanel({ result }: { result: BallotResult }) {
  const texts = useTexts();
  const { t, formats } = texts;
  const words = useResultWords(result);
  const [isLinking, setLinking] = useState(false);
  const table = resultTable(result, words, texts);
  const [main, ...others] = result.sentences.map(words.sentence);
  const limits = others.pop() ?? '';
  const title = result.question || t('results.unnamed');
  const channels = result.people.byChannel
    .filter(({ people }) => people > 0)
    .map(({ channel, people }) => t('results.byChannel', { channel: t(`results.part.${channel}`), people: formats.count(people) }))
    .join(' · ');
  const offer = (): Omit<EvidenceInput, 'stance'> => ({
    kind: 'group-work',
    text: [main, limits].filter(Boolean).join(' '),
    source: [result.workshopTitle, result.closedAt ? formats.dayOf(result.closedAt) : ''].filter(Boolean).join(', '),
    refId: result.ballotId,
    shown: { title, about: [main, ...others, limits].join('\n'), keptAt: new Date().toISOString(), table: keptTable(table), facts: result.facts[0] ?? null },
  });
  return (
    <>
      <FigurePanel
        title={t('results.kindAndRound', { kind: t(`ballots.kind.${result.kind}`), day: result.closedAt ? formats.instant(result.closedAt) : '–' })}
        message={
          <>
            <span className={classes.question}>
              <bdi>{title}</bdi>
            </span>
            <span className={classes.said}>
              <strong>{main}</strong>
              {others.map((sentence) => (
                <span key={sentence}>{sentence}</span>
              ))}
            </span>
          </>
        }
        alternative={main ?? ''}
        picture={
          <ResultChart
            result={result}
            besideFigure={(index) => {
              const facts = result.facts[index];
              const figure = result.totals.figures[index];
              return facts && figure ? <FigureFactsButton facts={facts} about={words.figureName(figure)} /> : null;
            }}
          />
        }
        table={table}
        source={t('results.counted', { answered: formats.count(result.people.answered), present: formats.count(result.people.present), channels })}
        note={<strong className={classes.limits}>{limits}</strong>}
        actions={
          result.people.answered === 0 ? null : (
            <>
              <KeepButton about={title} offer={offer} />
              <Button variant="subtle" size="xs" leftSection={<IconQuote size="1rem" stroke={1.6} aria-hidden />} onClick={() => setLinking(true)}>
                {t('findings.useAsEvidence')}
              </Button>
              <ToPriorities result={result} />
            </>
          )
        }
      />
      {isLinking ? <EvidenceDrawer offer={offer()} areaIds={areasOf(result)} onClose={() => setLinking(false)} /> : null}
    </>
  );
}

/** Of a question about places, the area that comes first. */
function areasOf(result: BallotResult): string[] {
  if (result.kind !== 'place') return [];
  const first = result.totals.figures.find(({ rank }) => rank === 1);
  const refId = result.options.find(({ id }) => id === first?.optionId)?.refId;
  return refId ? [refId] : [];
}

/** A vote on priorities becomes their result; of another vote the first option becomes a priority. */
function ToPriorities({ result }: { result: BallotResult }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const vote = useQuery(queries.priorities.result.queryOptions()).data;
  const priorities = useQuery(queries.priorities.list.queryOptions()).data;
  const choose = useMutation(queries.priorities.setSource.mutationOptions());
  const add = useMutation(queries.priorities.add.mutationOptions());
  if (result.kind !== 'dots' && result.kind !== 'ranking') return null;
  const icon = <IconFlag3 size="1rem" stroke={1.6} aria-hidden />;
  if (result.subject === 'priorities') {
    const isSource = vote?.decided.source.kind === 'ballot' && vote.decided.source.ballotId === result.ballotId;
    return isSource ? (
      <Button component={Link} to="/priorities/result" variant="subtle" size="xs" leftSection={icon}>
        {t('results.isSource')}
      </Button>
    ) : (
      <Button variant="subtle" size="xs" leftSection={icon} loading={choose.isPending} onClick={() => choose.mutate({ ballotId: result.ballotId })}>
        {t('results.useForPriorities')}
      </Button>
    );
  }
  const first = result.totals.figures.find(({ rank }) => rank === 1);
  const option = result.options.find(({ id }) => id === first?.optionId);
  if (!option || !priorities || (result.subject !== 'own' && result.subject !== 'findings')) return null;
  const isThere = priorities.some(({ title }) => title === option.text);
  return (
    <Button
      variant="subtle"
      size="xs"
      leftSection={icon}
      disabled={isThere}
      onClick={() => add.mutate({ title: option.text, findingId: result.subject === 'findings' ? option.refId : null })}
    >
      {t(isThere ? 'results.isPriority' : 'results.makePriority')}
    </Button>
  );
}
