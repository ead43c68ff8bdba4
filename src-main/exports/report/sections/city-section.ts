import { anchorOf } from '../anchors.ts';
import type { Block, Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

/** Long tables belong in the workbook: tags and pages grow with every row. */
export const longestTable = 60;

export function citySection(writer: ReportWriter): Section {
  const { t, data, words } = writer;
  const blocks: Block[] = [];
  if (data.city.mandate) blocks.push({ kind: 'heading', text: t('report.city.mandate') }, { kind: 'text', text: data.city.mandate });
  if (data.city.team.length > 0) {
    const items = data.city.team.map((member) => ({ label: member.name, text: words.list([member.role, member.body].filter(Boolean)) }));
    blocks.push({ kind: 'heading', text: t('report.city.team') }, { kind: 'facts', items });
  } else blocks.push({ kind: 'missing', text: t('report.missing.team') });
  blocks.push({ kind: 'heading', text: t('report.city.areas') }, ...areaBlocks(writer));
  return {
    title: t('report.city.title'),
    lead: t('report.city.lead', { city: data.city.name }),
    startsPage: true,
    blocks,
    code: 'city',
    anchor: anchorOf('chapter', 'city'),
  };
}

function areaBlocks(writer: ReportWriter): Block[] {
  const { t, data } = writer;
  if (data.areas.length === 0) return [{ kind: 'missing', text: t('report.missing.areas') }];
  return [{ kind: 'facts', items: areaFacts(writer) }, ...areaMap(writer), areaTable(writer)];
}

function areaFacts({ t, data, formats }: ReportWriter) {
  const size = data.areas.reduce((sum, area) => sum + (area.areaKm2 ?? 0), 0);
  const withPopulation = data.areas.filter((area) => area.population !== null).length;
  const population = data.layer?.population ?? null;
  return [
    { label: t('report.city.layer'), text: data.layer?.name ?? '' },
    { label: t('report.city.areaCount'), text: formats.count(data.areas.length) },
    ...(population === null
      ? []
      : [
          {
            label: t('report.city.population'),
            text: t('report.city.populationOf', {
              population: formats.count(population),
              known: formats.count(withPopulation),
              all: formats.count(data.areas.length),
            }),
          },
        ]),
    ...(size > 0 ? [{ label: t('report.city.size'), text: t('report.city.km2', { size: formats.decimal(size, 1) }) }] : []),
    ...(size > 0 && population !== null
      ? [{ label: t('report.city.density'), text: t('report.city.perKm2', { density: formats.count(population / size) }) }]
      : []),
  ];
}

function areaMap(writer: ReportWriter): Block[] {
  const { t, data, formats, figureContext } = writer;
  if (data.boundaries.length === 0) return [{ kind: 'missing', text: t('report.missing.boundaries') }];
  const areNumbered = data.areas.length <= longestTable;
  const areas = new Map(
    data.areas.map((area) => [area.id, { colour: figureContext.style.accentSoft, label: areNumbered ? formats.count(writer.areaNumber(area.id)) : '' }]),
  );
  return [
    writer.map(
      { features: data.boundaries, areas, legend: [], legendTitle: '', tallest: 280 },
      {
        caption: t('report.city.mapCaption', { city: data.city.name, count: formats.count(data.areas.length) }),
        alt: t('report.city.mapAlt', {
          city: data.city.name,
          names: data.areas
            .slice(0, longestTable)
            .map((area) => `${formats.count(writer.areaNumber(area.id))} ${area.name}`)
            .join(t('output.listSeparator')),
        }),
        source: sourcesOf(writer, ['areas']),
      },
    ),
  ];
}

function areaTable(writer: ReportWriter): Block {
  const { t, data, formats } = writer;
  const isCut = data.areas.length > longestTable;
  const bySize = data.areas.toSorted((a, b) => (b.population?.value ?? 0) - (a.population?.value ?? 0) || writer.areaNumber(a.id) - writer.areaNumber(b.id));
  const listed = bySize.slice(0, longestTable).sort((a, b) => writer.areaNumber(a.id) - writer.areaNumber(b.id));
  const rows = listed.map((area) => [
    formats.count(writer.areaNumber(area.id)),
    area.name,
    formats.count(area.population?.value),
    area.population?.year ? String(area.population.year) : '–',
    formats.decimal(area.areaKm2, area.areaKm2 !== null && area.areaKm2 < 1 ? 2 : 1),
    area.population && area.areaKm2 ? formats.count(area.population.value / area.areaKm2) : '–',
  ]);
  return {
    kind: 'table',
    caption: isCut ? t('report.city.tableCaptionLargest') : t('report.city.tableCaption'),
    columns: [
      column(t('output.column.number'), 'end'),
      column(t('output.column.area'), 'start', 1),
      column(t('output.column.population'), 'end'),
      column(t('output.column.year'), 'end'),
      column(t('output.column.km2'), 'end'),
      column(t('output.column.perKm2'), 'end'),
    ],
    rows,
    total: isCut ? [] : ['', t('output.cityTotal'), formats.count(data.layer?.population), '', '', ''],
    note: [isCut ? t('report.rest', { shown: formats.count(rows.length), all: formats.count(data.areas.length) }) : '', populationSources(writer)]
      .filter(Boolean)
      .join(' '),
  };
}

function populationSources({ t, data, words }: ReportWriter): string {
  const sources = [...new Set(data.areas.flatMap((area) => (area.population?.source ? [area.population.source] : [])))];
  return sources.length > 0 ? t('output.sourceLine', { source: words.list(sources.slice(0, 4)) }) : '';
}

/** «Source: …» of all datasets of these kinds; says so where none is named. */
export function sourcesOf({ t, data, words }: ReportWriter, kinds: readonly string[]): string {
  const sources = [...new Set(data.datasets.filter((dataset) => kinds.includes(dataset.kind)).map((dataset) => dataset.source || dataset.fileName))];
  return sources.length > 0 ? t('output.sourceLine', { source: words.list(sources) }) : t('output.sourceUnknown');
}
