import { rankedBarsFigure } from '#shared/figures/ranked-bars-figure.ts';
import { weekHoursFigure } from '#shared/figures/week-hours-figure.ts';
import { trendOf } from '#shared/methods/trend.ts';
import type { ShownIncidents } from '../../shown-incidents.ts';
import type { ShownRow } from '../../small-numbers.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import { changeText, column, type ReportWriter } from '../report-writer.ts';
import { sourcesOf } from './city-section.ts';
import { incidentMap, rankedAreas } from './incident-map.ts';
import { incidentTrend } from './incident-trend.ts';

/** Bars beyond this many no longer read as a list. */
const mostBars = 30;

export function incidentSection(writer: ReportWriter): Section {
  const { t, incidents, data } = writer;
  const blocks: Block[] = incidents
    ? [
        ...coverage(writer, incidents),
        { kind: 'heading', text: t('report.incidents.trend') },
        ...incidentTrend(writer, incidents),
        { kind: 'heading', text: t('report.incidents.kinds') },
        ...kinds(writer, incidents),
        { kind: 'heading', text: t('report.incidents.times') },
        ...times(writer, incidents),
        { kind: 'heading', text: t('report.incidents.places') },
        ...places(writer, incidents),
      ]
    : [{ kind: 'missing', text: data.incidents ? t('report.missing.tooFewIncidents') : t('report.missing.incidents') }];
  return {
    title: t('report.incidents.title'),
    lead: incidents ? t('report.incidents.lead', { city: data.city.name }) : '',
    startsPage: true,
    blocks,
    code: 'incidents',
    anchor: anchorOf('chapter', 'incidents'),
  };
}

function coverage({ t, data, formats }: ReportWriter, incidents: ShownIncidents): Block[] {
  const overview = data.incidents?.overview;
  if (!overview) return [];
  const share = (part: number) => formats.percent(overview.count > 0 ? part / overview.count : null);
  return [
    {
      kind: 'facts',
      items: [
        { label: t('report.incidents.count'), text: formats.count(incidents.total.count) },
        ...(incidents.firstDay && incidents.lastDay
          ? [
              {
                label: t('report.incidents.period'),
                text: t('report.incidents.periodOf', { from: formats.day(incidents.firstDay), to: formats.day(incidents.lastDay) }),
              },
            ]
          : []),
        {
          label: t('report.incidents.known'),
          text: t('report.incidents.knownOf', { area: share(overview.withAreaCount), hour: share(overview.withHourCount) }),
        },
      ],
    },
    { kind: 'note', title: t('report.incidents.reportedTitle'), text: t('report.incidents.reported') },
  ];
}

function kinds(writer: ReportWriter, incidents: ShownIncidents): Block[] {
  const { t, formats, words } = writer;
  const total = incidents.total.count;
  const sorted = incidents.byGroup.toSorted((a, b) => (b.count ?? -1) - (a.count ?? -1));
  const bars = sorted.map((row, place) => ({
    label: row.group ? words.offenceGroup(row.group) : '',
    value: row.count,
    text: row.count === null ? t('output.hidden') : t('report.countAndShare', { count: formats.count(row.count), share: formats.percent(row.count / total) }),
    isHighlighted: place === 0,
  }));
  const top = bars[0];
  const texts = {
    caption: t('report.incidents.kindsCaption', { group: top?.label ?? '', share: formats.percent((top?.value ?? 0) / total) }),
    alt: t('report.alt.bars', { values: bars.map((bar) => `${bar.label} ${bar.text}`).join(t('output.listSeparator')) }),
    source: sourcesOf(writer, ['incidents']),
  };
  return [
    writer.chart(rankedBarsFigure(writer.figureContext, { bars, labelWidth: 130, valueWidth: 96 }), texts),
    groupTable(writer, incidents),
    offenceTable(writer, incidents),
  ];
}

function groupTable({ t, formats, words }: ReportWriter, incidents: ShownIncidents): Block {
  const shown = (count: number | null) => (count === null ? t('output.hidden') : formats.count(count));
  const change = (counts: (number | null)[]) => {
    const known = counts.flatMap((count) => count ?? []);
    const trend = known.length === counts.length ? trendOf(known) : null;
    return trend?.change === null || trend === null ? '–' : changeText(trend.change, formats.language);
  };
  const rows = incidents.groups.map((group) => {
    const counts = incidents.years.map((year) => incidents.groupYear.count(group, year));
    return [words.offenceGroup(group), ...counts.map(shown), change(counts)];
  });
  return {
    kind: 'table',
    caption: t('report.incidents.groupTable'),
    columns: [
      column(t('output.column.offenceGroup'), 'start', 1),
      ...incidents.years.map((year) => column(words.year(year), 'end')),
      column(t('output.column.change'), 'end'),
    ],
    rows,
    total: [t('output.total'), ...incidents.byYear.map((row) => shown(row.count)), change(incidents.byYear.map((row) => row.count))],
    note: t('report.incidents.changeNote'),
  };
}

function offenceTable({ t, formats, words }: ReportWriter, incidents: ShownIncidents): Block {
  const listed = incidents.byOffence.filter((row) => row.count !== null).toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0));
  return {
    kind: 'table',
    caption: t('report.incidents.offenceTable'),
    columns: [
      column(t('output.column.offence'), 'start', 2),
      column(t('output.column.offenceGroup'), 'start', 1),
      column(t('output.column.incidents'), 'end'),
      column(t('output.column.share'), 'end'),
    ],
    rows: listed
      .slice(0, 10)
      .map((row) => [
        row.offence ?? '',
        row.group ? words.offenceGroup(row.group) : '',
        formats.count(row.count),
        formats.percent((row.count ?? 0) / incidents.total.count, 1),
      ]),
    total: [],
    note: t('report.incidents.offenceNote', { all: formats.count(incidents.byOffence.length) }),
  };
}

function times(writer: ReportWriter, incidents: ShownIncidents): Block[] {
  const { t, formats, data } = writer;
  if (incidents.withWeekdayHour === 0) return [{ kind: 'missing', text: t('report.missing.hours') }];
  const table = incidents.weekdayHour;
  const cells = table.rows.map((weekday) => table.columns.map((hour) => table.count(weekday, hour)));
  const peak = cells
    .flatMap((row, place) => row.map((count, hour) => ({ weekday: place + 1, hour, count: count ?? 0 })))
    .reduce((most, cell) => (cell.count > most.count ? cell : most));
  const peakText = t('report.incidents.peak', {
    weekday: formats.weekdayName(peak.weekday, 'long'),
    hour: `${String(peak.hour).padStart(2, '0')}:00`,
    count: formats.count(peak.count),
  });
  const figure = weekHoursFigure(writer.figureContext, {
    cells,
    weekdayNames: table.rows.map((weekday) => formats.weekdayName(weekday, 'long')),
    hiddenLabel: table.hasHidden ? t('output.fewerThan', { threshold: formats.count(data.city.smallNumberThreshold) }) : '',
    scaleLabel: t('output.column.incidents'),
  });
  return [
    writer.chart(figure, {
      caption: t('report.incidents.timesCaption', { peak: peakText }),
      alt: t('report.incidents.timesAlt', { peak: peakText }),
      source: t('report.incidents.timesSource', {
        source: sourcesOf(writer, ['incidents']),
        known: formats.count(incidents.withWeekdayHour),
        all: formats.count(incidents.total.count),
      }),
    }),
  ];
}

function places(writer: ReportWriter, incidents: ShownIncidents): Block[] {
  const { t } = writer;
  const placed = incidents.byArea.filter((row) => row.areaId !== null && row.areaId !== undefined);
  if (placed.length === 0) return [{ kind: 'missing', text: t('report.missing.incidentAreas') }];
  return [...incidentMap(writer, incidents), ...areaBars(writer, incidents), areaTable(writer, incidents)];
}

function areaBars(writer: ReportWriter, incidents: ShownIncidents): Block[] {
  const { t, formats } = writer;
  const rated = rankedAreas(incidents);
  const city = incidents.total.rate;
  if (rated.length < 2) return [];
  const isAbove = (row: ShownRow) => city !== null && row.low !== null && row.low > city;
  const bars = rated.slice(0, mostBars).map((row) => ({
    label: writer.areaName(row.areaId ?? null),
    value: row.rate,
    low: row.low,
    high: row.high,
    text: formats.count(row.rate),
    isHighlighted: isAbove(row),
  }));
  const above = rated.filter(isAbove).length;
  return [
    writer.chart(
      rankedBarsFigure(writer.figureContext, {
        bars,
        ...(city === null ? {} : { reference: { value: city, label: t('report.incidents.cityRate', { rate: formats.count(city) }) } }),
      }),
      {
        caption: t('report.incidents.barsCaption', { above: formats.count(above), all: formats.count(rated.length) }),
        alt: t('report.alt.bars', { values: bars.map((bar) => `${bar.label} ${bar.text}`).join(t('output.listSeparator')) }),
        source: t('report.incidents.barsSource', { source: sourcesOf(writer, ['incidents', 'population']) }),
      },
    ),
  ];
}

function areaTable(writer: ReportWriter, incidents: ShownIncidents): Block {
  const { t, formats } = writer;
  const sorted = incidents.byArea.filter((row) => row.areaId).toSorted((a, b) => writer.areaNumber(a.areaId ?? '') - writer.areaNumber(b.areaId ?? ''));
  // A long list is cut to the areas with most incidents; the workbook has them all.
  const listed =
    sorted.length <= 60
      ? sorted
      : incidents.byArea
          .filter((row) => row.areaId)
          .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
          .slice(0, 60);
  const unplaced = incidents.byArea.filter((row) => !row.areaId);
  const cells = (row: ShownIncidents['byArea'][number]) => [
    row.count === null ? t('output.hidden') : formats.count(row.count),
    row.count === null ? '–' : formats.percent(row.count / incidents.total.count, 1),
    formats.count(row.rate),
    row.low === null ? '–' : `${formats.count(row.low)}–${formats.count(row.high)}`,
  ];
  const total = incidents.total;
  return {
    kind: 'table',
    caption: t('report.incidents.areaTable'),
    columns: [
      column(t('output.column.number'), 'end'),
      column(t('output.column.area'), 'start', 1),
      column(t('output.column.incidents'), 'end'),
      column(t('output.column.share'), 'end'),
      column(t('output.column.rate'), 'end'),
      column(t('output.column.interval'), 'end'),
    ],
    rows: [
      ...listed.map((row) => [formats.count(writer.areaNumber(row.areaId ?? '')), writer.areaName(row.areaId ?? null), ...cells(row)]),
      ...unplaced.map((row) => ['', t('output.areaNotStated'), ...cells(row)]),
    ],
    total: [
      '',
      t('output.cityTotal'),
      formats.count(total.count),
      formats.percent(1, 0),
      formats.count(total.rate),
      total.low === null ? '–' : `${formats.count(total.low)}–${formats.count(total.high)}`,
    ],
    note: [
      t('report.incidents.rateNote'),
      listed.length < sorted.length ? t('report.rest', { shown: formats.count(listed.length), all: formats.count(sorted.length) }) : '',
      incidents.hasHidden ? t('report.hiddenNote') : '',
    ]
      .filter(Boolean)
      .join(' '),
  };
}
