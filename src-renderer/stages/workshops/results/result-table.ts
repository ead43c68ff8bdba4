import type { BallotResult } from '#shared/domain/results.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import type { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { FigureRows } from '../../../ui/chart/figure-table.tsx';
import { drawingOf, optionRows } from './result-figures.ts';
import type { ResultWords } from './use-result-words.ts';

type Texts = Pick<ReturnType<typeof useTexts>, 't' | 'formats'>;

/** The figures of the whole room as a table: on the screen, and as they are kept with the evidence. */
export function resultTable(result: BallotResult, words: ResultWords, { t, formats }: Texts): FigureRows {
  const number = (label: TextKey) => ({ label: t(label), isNumber: true });
  const order = optionRows(result).flatMap(({ at }) => at);
  const figures = order.flatMap((index) => {
    const figure = result.totals.figures[index];
    return figure ? [{ figure, index }] : [];
  });
  const option = { label: t('results.option') };
  const total = (value: number | null) => (value !== null && !Number.isInteger(value) ? formats.decimal(value, 1) : formats.count(value));
  switch (drawingOf(result)) {
    case 'words':
      return { columns: [{ label: t('results.statement') }], rows: result.texts.map(({ text }) => [text]) };
    case 'levels': {
      const levels = [1, 2, 3, 4, 5].map((level) => ({ label: words.level(level), isNumber: true }));
      return {
        columns: [option, ...levels, number('results.median'), number('results.quartiles'), number('results.agree'), number('results.answers')],
        rows: figures.map(({ figure }) => [
          words.figureName(figure),
          ...figure.counts.map((count) => formats.count(count)),
          total(figure.median),
          figure.lowQuartile === null ? '–' : `${total(figure.lowQuartile)}–${total(figure.highQuartile)}`,
          formats.percent(figure.agreeing),
          formats.count(figure.n),
        ]),
      };
    }
    case 'choices':
      return {
        columns: [option, { label: t('results.choices') }, number('results.answers')],
        rows: figures.map(({ figure }) => {
          const choices = result.options.find(({ id }) => id === figure.optionId)?.choices ?? [];
          const isLevel = choices.join() === '1,2,3,4,5';
          return [
            words.figureName(figure),
            choices.map((choice, index) => `${words.choice(choice, isLevel)}: ${formats.count(figure.counts[index])}`).join(' · ') || '–',
            formats.count(figure.n),
          ];
        }),
      };
    default: {
      const isRanking = result.kind === 'ranking';
      const hasTotal = result.kind !== 'pairwise';
      return {
        columns: [
          number('results.place'),
          option,
          ...(hasTotal ? [number(isRanking ? 'results.borda' : 'results.votes'), number(isRanking ? 'results.firsts' : 'results.supporters')] : []),
          ...(isRanking ? [number('results.pairs')] : []),
          { label: t(`results.unit.${result.kind}`), isNumber: true },
          number('results.answers'),
        ],
        rows: figures.map(({ figure, index }) => [
          words.place(result.totals.figures, index),
          words.figureName(figure),
          ...(hasTotal ? [total(figure.total), formats.count(figure.supporters)] : []),
          ...(isRanking ? [formats.count(figure.copeland)] : []),
          words.points(figure.points),
          formats.count(figure.n),
        ]),
      };
    }
  }
}

/** The parts of one division beside each other, with every part weighing the same and the distance between them. */
export function divisionTable(result: BallotResult, division: BallotResult['divisions'][number], words: ResultWords, { t, formats }: Texts): FigureRows {
  const order = optionRows(result).flatMap(({ at }) => at);
  return {
    columns: [
      { label: t('results.option') },
      ...division.parts.map((part) => ({ label: `${words.partName(part)} (${formats.count(part.people)})`, isNumber: true })),
      { label: t('results.part.all'), isNumber: true },
      { label: t('results.equal'), isNumber: true },
      { label: t('results.apart'), isNumber: true },
    ],
    rows: order.flatMap((index) => {
      const figure = result.totals.figures[index];
      if (!figure) return [];
      return [
        [
          words.figureName(figure),
          ...division.parts.map((part) => words.points(part.figures[index]?.points ?? null)),
          words.points(figure.points),
          words.points(division.equal[index]?.points ?? null),
          words.points(division.divergence[index] ?? null),
        ],
      ];
    }),
  };
}
