import { useCallback, useMemo } from 'react';
import type { FigureRow, FigureTableInfo } from '#shared/domain/figures.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { rankedBarsFigure } from '#shared/figures/ranked-bars-figure.ts';
import { trendFigure } from '#shared/figures/trend-figure.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../ui/chart/figure-panel.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { KeepButton, keptFigure } from '../evidence/evidence-button.tsx';
import { digitsFor, valueWords } from './figure-words.ts';
import { type FigureChoice, groupOf, periodOf } from './use-figure-choice.ts';

const mostBars = 40;
const none: readonly FigureRow[] = [];

/** One line over the periods where a single group is looked at, else the groups of the newest period as bars. */
export function FiguresTrend({ table, choice }: { table: FigureTableInfo; choice: FigureChoice }) {
  const { t, formats } = useTexts();
  const rows = choice.answer?.rows ?? none;
  const title = choice.series || table.name;
  const shape = useMemo(() => shapeOf(rows), [rows]);
  const digits = useMemo(() => digitsFor(rows.map(({ value }) => value)), [rows]);
  const withUnit = useCallback((value: number) => valueWords(formats.decimal(value, digits), choice.unit), [formats, digits, choice.unit]);
  const build = useCallback(
    (context: FigureContext) =>
      shape.kind === 'line'
        ? trendFigure(context, {
            points: shape.rows.map((row) => ({ label: periodOf(row), title: periodOf(row), value: row.value })),
            stretches: [],
          })
        : rankedBarsFigure(context, {
            bars: shape.rows.slice(0, mostBars).map((row) => ({
              label: groupOf(row) || t('figures.total'),
              value: row.value,
              low: row.low,
              high: row.high,
              text: row.value === null ? t('figures.missing') : withUnit(row.value),
            })),
            labelWidth: context.style.fontSize * 13,
            valueWidth: context.style.fontSize * 8,
          }),
    [shape, t, withUnit],
  );
  const message = messageOf();
  const facts = choice.answer?.facts ?? null;
  const figures = {
    columns: [{ label: t(shape.kind === 'line' ? 'figures.period' : 'figures.group') }, { label: t('field.value'), isNumber: true }],
    rows: shape.rows.map((row) => [shape.kind === 'line' ? periodOf(row) : groupOf(row) || t('figures.total'), row.value === null ? '–' : withUnit(row.value)]),
  };

  function messageOf(): string {
    const stated = shape.rows.filter((row) => row.value !== null);
    const [first, last] = [stated[0], stated.at(-1)];
    if (first?.value === null || first?.value === undefined || last?.value === null || last?.value === undefined) return t('figures.nothing');
    if (shape.kind === 'line') {
      return t('figures.sentence.line', {
        group: groupOf(last),
        from: periodOf(first),
        first: withUnit(first.value),
        to: periodOf(last),
        last: withUnit(last.value),
      });
    }
    return t('figures.sentence.bars', { group: groupOf(first) || t('figures.total'), value: withUnit(first.value), period: periodOf(first) });
  }

  const source = [table.source || table.name, table.publishedOn ? formats.day(table.publishedOn) : ''].filter((part) => part !== '').join(', ');
  return (
    <FigurePanel
      title={title}
      message={message}
      alternative={`${title}: ${message}`}
      build={build}
      table={figures}
      source={source}
      note={shape.rows.length > mostBars && shape.kind === 'bars' ? t('figures.firstBars', { bars: formats.count(mostBars) }) : null}
      actions={
        facts ? (
          <>
            <FigureFactsButton facts={facts} about={title} />
            <KeepButton
              about={title}
              offer={() => ({
                kind: 'document' as const,
                text: `${title}: ${message}`,
                source,
                refId: table.datasetId,
                shown: { title: title.slice(0, 500), about: message, keptAt: new Date().toISOString(), ...keptFigure(figures, facts) },
              })}
            />
          </>
        ) : null
      }
    />
  );
}

interface Shape {
  readonly kind: 'line' | 'bars';
  readonly rows: readonly FigureRow[];
}

/** A line needs one group over several periods; figures that stand for the same thing twice make none. */
function shapeOf(rows: readonly FigureRow[]): Shape {
  const periods = new Set(rows.map(periodOf));
  const groups = new Set(rows.map(groupOf));
  if (groups.size === 1 && periods.size > 1 && periods.size === rows.length) {
    return { kind: 'line', rows: rows.toSorted((a, b) => (periodOf(a) < periodOf(b) ? -1 : 1)) };
  }
  const newest = [...periods].sort().at(-1);
  return {
    kind: 'bars',
    rows: rows.filter((row) => periodOf(row) === newest).sort((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY)),
  };
}
