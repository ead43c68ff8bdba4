import { Skeleton } from '@mantine/core';
import { useCallback } from 'react';
import type { SurveyEstimate, SurveyInfo, SurveyQuestionInfo } from '#shared/domain/surveys.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { rankedBarsFigure } from '#shared/figures/ranked-bars-figure.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { KeepButton, keptFigure } from '../evidence/evidence-button.tsx';
import { estimateSentence, intervalWords, sourceWords, valueWords } from './estimate-words.ts';
import type { SurveyChoice } from './use-survey-choice.ts';

const mostBars = 40;

/** The share, or the mean, for all people and by group: bars with whiskers for the intervals. */
export function EstimatePanel({ survey, question, choice }: { survey: SurveyInfo; question: SurveyQuestionInfo; choice: SurveyChoice }) {
  const { t, formats } = useTexts();
  const { estimates } = choice;
  const title = t('surveys.estimate.title');
  const bars = estimates ? (estimates.groups.length > 0 ? estimates.groups : [{ ...estimates.total, label: t('surveys.everybody') }]) : [];
  const isMean = estimates?.isMean === true;
  const total = estimates?.total.value ?? null;
  const build = useCallback(
    (context: FigureContext) =>
      rankedBarsFigure(context, {
        bars: bars.slice(0, mostBars).map(({ label, value, low, high, n }) => ({
          label,
          value,
          low,
          high,
          text: value === null ? t('surveys.tooFew', { n: formats.count(n) }) : valueWords(formats, isMean, value),
        })),
        ...(estimates && estimates.groups.length > 0 && total !== null
          ? { reference: { value: total, label: t('surveys.everybodyValue', { value: valueWords(formats, isMean, total) }) } }
          : {}),
        labelWidth: context.style.fontSize * 11,
        valueWidth: context.style.fontSize * 7,
      }),
    [bars, estimates, total, isMean, t, formats],
  );
  if (!choice.request) return <Panel title={title}>{<Notice>{t('surveys.chooseAnswers')}</Notice>}</Panel>;
  if (!estimates) return <Skeleton height="18rem" />;
  const message = estimateSentence(t, formats, { estimates, estimate: estimates.total, codes: choice.codes });
  const tableOf = (shown: (estimate: SurveyEstimate) => boolean) => ({
    columns: [
      { label: t('surveys.group') },
      { label: t(isMean ? 'surveys.mean' : 'surveys.share'), isNumber: true },
      { label: t('surveys.interval'), isNumber: true },
      { label: t('surveys.answers.n'), isNumber: true },
    ],
    rows: bars.map((estimate) => [
      estimate.label,
      shown(estimate) ? valueWords(formats, isMean, estimate.value) : '–',
      shown(estimate) ? intervalWords(formats, isMean, estimate) : '–',
      formats.count(estimate.n),
    ]),
  });
  const offer = () => ({
    kind: 'survey' as const,
    text: message,
    source: sourceWords(survey),
    refId: survey.datasetId,
    shown: {
      title: question.wording.slice(0, 500),
      about: t(`surveys.denominator.${choice.denominator}`),
      keptAt: new Date().toISOString(),
      ...keptFigure(
        tableOf(({ mayBeKept }) => mayBeKept),
        estimates.total.facts,
      ),
    },
  });
  return (
    <FigurePanel
      title={title}
      message={message}
      alternative={`${title}: ${message}`}
      build={build}
      table={tableOf(() => true)}
      source={sourceWords(survey)}
      note={estimates.isWeighted ? t('surveys.weightedNote') : t('surveys.unweightedNote')}
      actions={
        <>
          <FigureFactsButton facts={estimates.total.facts} about={title} />
          {estimates.total.mayBeKept ? <KeepButton about={title} offer={offer} /> : null}
        </>
      }
    />
  );
}
