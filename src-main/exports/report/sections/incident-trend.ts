import { rankedBarsFigure } from '#shared/figures/ranked-bars-figure.ts';
import { trendFigure } from '#shared/figures/trend-figure.ts';
import { trendOf } from '#shared/methods/trend.ts';
import type { ShownIncidents } from '../../shown-incidents.ts';
import type { Block } from '../report-document.ts';
import { changeText, column, type ReportWriter } from '../report-writer.ts';
import { sourcesOf } from './city-section.ts';

/** Counts over time: months where the source has them, else years; then the years with their rates. */
export function incidentTrend(writer: ReportWriter, incidents: ShownIncidents): Block[] {
  const figure = incidents.withMonth > 0 ? monthFigure(writer, incidents) : yearFigure(writer, incidents);
  return [figure, yearTable(writer, incidents)];
}

function texts(writer: ReportWriter, incidents: ShownIncidents) {
  const { t, formats, words } = writer;
  const known = incidents.byYear.filter((row) => row.year !== null && row.count !== null);
  const trend = trendOf(known.flatMap((row) => row.count ?? []));
  const first = words.year(known[0]?.year);
  const last = words.year(known.at(-1)?.year);
  const caption =
    trend === null || trend.change === null || Math.abs(trend.change) < 0.005
      ? t('report.incidents.trendPlain', { from: first, to: last })
      : t('report.incidents.trendCaption', { from: first, to: last, change: changeText(trend.change, formats.language) });
  const values = known.map((row) => `${words.year(row.year)}: ${formats.count(row.count)}`).join(t('output.listSeparator'));
  return { caption, alt: t('report.incidents.trendAlt', { values }), source: sourcesOf(writer, ['incidents']) };
}

function monthFigure(writer: ReportWriter, incidents: ShownIncidents): Block {
  const { t, formats } = writer;
  const years = incidents.years.flatMap((year) => year ?? []);
  const lastMonth = Number(incidents.lastDay?.slice(5, 7) ?? 12);
  const firstMonth = Number(incidents.firstDay?.slice(5, 7) ?? 1);
  const slots = years.flatMap((year) =>
    incidents.yearMonth.columns.map((month) => ({ year, month, count: isOutside(year, month) ? null : incidents.yearMonth.count(year, month) })),
  );
  function isOutside(year: number, month: number): boolean {
    return (year === years[0] && month < firstMonth) || (year === years.at(-1) && month > lastMonth);
  }
  const quarterly = years.length <= 4;
  const figure = trendFigure(writer.figureContext, {
    points: slots.map((slot) => ({
      label: quarterly ? ((slot.month - 1) % 3 === 0 ? formats.monthName(slot.month, 'short') : '') : slot.month === 1 ? String(slot.year) : '',
      title: `${formats.monthName(slot.month, 'long')} ${slot.year}`,
      value: slot.count,
    })),
    stretches: years.map((year, place) => {
      const counts = slots.filter((slot) => slot.year === year).flatMap((slot) => slot.count ?? []);
      const mean = counts.length > 0 ? counts.reduce((sum, count) => sum + count, 0) / counts.length : null;
      return {
        from: place * 12,
        to: place * 12 + 11,
        mean,
        label: mean === null ? String(year) : years.length <= 6 ? t('report.incidents.monthMean', { year: String(year), mean: formats.count(mean) }) : '',
      };
    }),
  });
  return writer.chart(figure, texts(writer, incidents));
}

function yearFigure(writer: ReportWriter, incidents: ShownIncidents): Block {
  const { formats, words, t } = writer;
  const bars = incidents.byYear.map((row) => ({
    label: words.year(row.year),
    value: row.count,
    text: row.count === null ? t('output.hidden') : formats.count(row.count),
  }));
  return writer.chart(rankedBarsFigure(writer.figureContext, { bars, labelWidth: 80 }), texts(writer, incidents));
}

function yearTable(writer: ReportWriter, incidents: ShownIncidents): Block {
  const { t, formats, words } = writer;
  return {
    kind: 'table',
    caption: t('report.incidents.yearTable'),
    columns: [
      column(t('output.column.year'), 'start', 1),
      column(t('output.column.incidents'), 'end', 1),
      column(t('output.column.population'), 'end', 1),
      column(t('output.column.rate'), 'end', 1),
      column(t('output.column.interval'), 'end', 1),
    ],
    rows: incidents.byYear.map((row) => [
      words.year(row.year),
      row.count === null ? t('output.hidden') : formats.count(row.count),
      formats.count(row.population),
      formats.count(row.rate),
      row.low === null ? '–' : `${formats.count(row.low)}–${formats.count(row.high)}`,
    ]),
    total: [],
    note: t('report.incidents.rateNote'),
  };
}
