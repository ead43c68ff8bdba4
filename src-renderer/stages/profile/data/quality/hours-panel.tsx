import { useCallback } from 'react';
import type { DataQuality } from '#shared/domain/datasets.ts';
import { columnBarsFigure } from '#shared/figures/column-bars-figure.ts';
import type { FigureContext } from '#shared/figures/figure.ts';
import { useTexts } from '../../../../app/texts/texts-provider.tsx';
import { FigurePanel } from '../../../../ui/chart/figure-panel.tsx';

const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** A day's share on the first of the month when days fall evenly. */
const evenFirst = 12 / 365.25;

/** Whether the hours can be believed: noon and midnight against the hours beside them, in plain words. */
export function HoursPanel({ heaping, source }: { heaping: NonNullable<DataQuality['heaping']>; source: string }) {
  const { t, formats } = useTexts();
  const { hours, midnightShare, noonShare, expectedShare, firstOfMonthShare, isHeaped } = heaping;
  const total = hours.reduce((sum, count) => sum + count, 0);
  const isHigh = useCallback(
    (hour: number) => {
      const beside = ((hours[(hour + 23) % 24] ?? 0) + (hours[(hour + 1) % 24] ?? 0)) / 2;
      return (hour === 0 || hour === 12) && isHeaped && (hours[hour] ?? 0) > 1.5 * beside;
    },
    [hours, isHeaped],
  );
  const worst = noonShare >= midnightShare ? { hour: 12, share: noonShare } : { hour: 0, share: midnightShare };
  const message = isHigh(worst.hour)
    ? t('quality.hours.heaped', { oneIn: formats.count(Math.round(1 / worst.share)), hour: clock(worst.hour), percent: formats.percent(worst.share, 1) })
    : t('quality.hours.even');
  const firstOfMonth =
    firstOfMonthShare !== null && firstOfMonthShare > 1.5 * evenFirst
      ? t('quality.hours.firstOfMonth', { percent: formats.percent(firstOfMonthShare, 1), expected: formats.percent(evenFirst, 1) })
      : null;
  const build = useCallback(
    (context: FigureContext) =>
      columnBarsFigure(context, {
        bars: hours.map((count, hour) => ({
          label: hour % 3 === 0 ? clock(hour) : '',
          title: clock(hour),
          value: total > 0 ? count / total : null,
          isHighlighted: isHigh(hour),
        })),
        reference: { value: expectedShare, label: t('quality.hours.expected', { percent: formats.percent(expectedShare, 1) }) },
        write: (value) => formats.percent(value, value < 0.1 ? 1 : 0),
      }),
    [hours, total, expectedShare, isHigh, t, formats],
  );
  return (
    <FigurePanel
      title={t('quality.hours.title')}
      message={message}
      alternative={`${t('quality.hours.title')}: ${message}`}
      build={build}
      source={source}
      note={firstOfMonth}
      table={{
        columns: [{ label: t('quality.hours.hour') }, { label: t('data.column.rows'), isNumber: true }, { label: t('quality.share'), isNumber: true }],
        rows: hours.map((count, hour) => [clock(hour), formats.count(count), formats.percent(total > 0 ? count / total : null, 1)]),
      }}
    />
  );
}
