import { leadingRates } from '#shared/methods/rates.ts';
import { trendOf } from '#shared/methods/trend.ts';
import { changeText, type ReportWriter } from '../report/report-writer.ts';
import { sourcesOf } from '../report/sections/city-section.ts';
import { fewResidentsNote, rankedAreas } from '../report/sections/incident-map.ts';
import type { SlideSpec } from './slide-kit.ts';

/** What one slide holds. */
const mostAreas = 10;
const mostKinds = 8;
const mostFindings = 5;

/** What is known: trend, kinds, places, findings. Only figures that the documents show too. */
export function evidenceSlides(writer: ReportWriter): SlideSpec[] {
  return [trend(writer), kinds(writer), places(writer), findings(writer)].flatMap((slide) => slide ?? []);
}

function trend(writer: ReportWriter): SlideSpec | null {
  const { t, formats, words, incidents } = writer;
  const years = incidents?.byYear.filter((row) => row.year !== null) ?? [];
  const known = years.filter((row) => row.count !== null);
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last || known.length < 2) return null;
  const change = trendOf(known.flatMap((row) => row.count ?? []))?.change ?? null;
  const message =
    change === null
      ? t('slides.trendPlain')
      : t('slides.trend', {
          ...{ from: words.year(first.year), to: words.year(last.year), change: changeText(change, formats.language) },
          ...{ first: formats.count(first.count), last: formats.count(last.count) },
        });
  return {
    message,
    chart: {
      kind: 'columns',
      labels: years.map((row) => words.year(row.year)),
      series: [{ name: t('slides.trendAxis'), values: years.map((row) => row.count) }],
      format: '#,##0',
      axis: t('slides.trendAxis'),
    },
    foot: sourcesOf(writer, ['incidents']),
    notes: [t('slides.trendNote'), sourcesOf(writer, ['incidents'])],
  };
}

function kinds(writer: ReportWriter): SlideSpec | null {
  const { t, formats, words, incidents } = writer;
  const rows = (incidents?.byGroup ?? []).filter((row) => row.count !== null && row.count > 0).toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const [first] = rows;
  if (!incidents || !first) return null;
  const all = incidents.total.count;
  return {
    message: t('slides.kinds', { name: words.offenceGroup(first.group ?? 'other'), share: formats.percent((first.count ?? 0) / all) }),
    chart: {
      kind: 'bars',
      labels: rows.slice(0, mostKinds).map((row) => words.offenceGroup(row.group ?? 'other')),
      series: [{ name: t('slides.trendAxis'), values: rows.slice(0, mostKinds).map((row) => row.count) }],
      format: '#,##0',
      axis: t('slides.trendAxis'),
    },
    foot: sourcesOf(writer, ['incidents']),
    notes: [t('slides.trendNote'), sourcesOf(writer, ['incidents'])],
  };
}

function places(writer: ReportWriter): SlideSpec | null {
  const { t, data, formats, incidents } = writer;
  const ranked = incidents ? rankedAreas(incidents) : [];
  const rows = leadingRates(ranked, data.incidents?.overview.years.length ?? 1);
  const [first] = rows;
  if (!first) return null;
  const shown = rows.slice(0, mostAreas);
  return {
    message: t('slides.places', { name: writer.areaName(first.areaId ?? null), rate: formats.count(first.rate) }),
    chart: {
      kind: 'bars',
      labels: shown.map((row) => writer.areaName(row.areaId ?? null)),
      series: [{ name: t('slides.placesAxis'), values: shown.map((row) => (row.rate === null ? null : Math.round(row.rate))) }],
      format: '#,##0',
      axis: t('slides.placesAxis'),
    },
    foot: [t('slides.placesNote'), rows[0] === ranked[0] ? '' : fewResidentsNote(writer)].filter(Boolean).join(' '),
    notes: [t('slides.placesNote'), sourcesOf(writer, ['incidents', 'population'])],
  };
}

function findings({ t, data, words, formats }: ReportWriter): SlideSpec | null {
  if (data.findings.length === 0) return null;
  const order = { supported: 0, single: 1, contested: 2, claim: 3 };
  const list = data.findings.map((finding, place) => ({ finding, number: place + 1 })).toSorted((a, b) => order[a.finding.support] - order[b.finding.support]);
  const shown = list.slice(0, mostFindings);
  return {
    message: t('slides.findings'),
    table: {
      heads: [
        { label: '', width: 0.5, isNumber: true },
        { label: t('history.type.finding'), width: 8 },
        { label: t('workbook.column.support'), width: 3 },
      ],
      rows: shown.map(({ finding, number }) => [formats.count(number), finding.sentence, words.support(finding.support)]),
    },
    ...(list.length > shown.length ? { foot: t('slides.more', { count: formats.count(list.length - shown.length) }) } : {}),
    notes: shown.map(({ finding, number }) => {
      const sources = [...new Set(finding.evidence.flatMap(({ source }) => source || []))];
      return `${formats.count(number)}: ${sources.length > 0 ? t('slides.notesSources', { sources: words.list(sources) }) : t('output.sourceUnknown')}`;
    }),
  };
}
