import { useCallback } from 'react';
import type { DataQuality } from '#shared/domain/datasets.ts';
import { columnBarsFigure } from '#shared/figures/column-bars-figure.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { useTexts } from '../../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../../ui/chart/figure-panel.tsx';

/** Gaps named one by one up to so many. */
const mostNamed = 6;

/** Rows by month; months that stand out as too empty are marked and named. */
export function MonthsPanel({ months, source }: { months: DataQuality['months']; source: string }) {
  const { t, formats } = useTexts();
  const titleOf = useCallback(
    (month: string) => {
      const [year = '', number = '1'] = month.split('-');
      return `${formats.monthName(Number(number), 'long')} ${year}`;
    },
    [formats],
  );
  const gaps = months.filter(({ isGap }) => isGap);
  const named = gaps
    .slice(0, mostNamed)
    .map(({ month }) => titleOf(month))
    .join(', ');
  const message =
    gaps.length === 0
      ? t('quality.months.full')
      : t(gaps.length > mostNamed ? 'quality.months.gapsMore' : 'quality.months.gaps', { number: formats.count(gaps.length), months: named });
  const build = useCallback(
    (context: FigureContext) =>
      columnBarsFigure(context, {
        bars: months.map(({ month, count, isGap }) => ({
          label: labelOf(month, months.length, formats.monthName),
          title: titleOf(month),
          value: count,
          isGap,
        })),
      }),
    [months, formats, titleOf],
  );
  return (
    <FigurePanel
      title={t('quality.months.title')}
      message={message}
      alternative={`${t('quality.months.title')}: ${message}`}
      build={build}
      source={source}
      note={gaps.length > 0 ? t('quality.months.note') : null}
      table={{
        columns: [{ label: t('field.month') }, { label: t('data.column.rows'), isNumber: true }, { label: t('quality.months.remark') }],
        rows: months.map(({ month, count, isGap }) => [titleOf(month), formats.count(count), isGap ? t('quality.months.isGap') : '']),
      }}
    />
  );
}

/** Few months bear their names; many only the year at its January. */
function labelOf(month: string, howMany: number, name: (month: number) => string): string {
  const [year = '', number = '1'] = month.split('-');
  if (howMany <= 14) return name(Number(number));
  return Number(number) === 1 ? year : '';
}
