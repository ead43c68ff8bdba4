import { createHash } from 'node:crypto';
import type { TextKey } from '#shared/i18n/texts.ts';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { createReportWriter, fingerprint, type ReportWriter } from '../report/report-writer.ts';
import { steadyZip } from '../steady-zip.ts';
import { openTables } from './open-tables.ts';
import { safeCsv } from './safe-csv.ts';
import { type OpenTable, schemaOf } from './table-schema.ts';

/** What the city's own words and figures may be used under; the sources keep theirs. */
const licence = { name: 'CC-BY-4.0', title: 'Creative Commons Attribution 4.0', path: 'https://creativecommons.org/licenses/by/4.0/' };

/**
 * The open data of a city as a Frictionless Data Package in a ZIP: a CSV for each table, the boundaries as GeoJSON, what every column means, where the figures come from, and a page to
 * read first. Only figures that are safe to give to the whole world. The same data gives the same bytes.
 */
export async function writeOpenData(data: ProfileData, context: ExportContext): Promise<Uint8Array> {
  const writer = createReportWriter(data, context);
  const tables = openTables(writer);
  const dictionary = dictionaryOf(tables, writer);
  const files = new Map<string, string>();
  for (const table of [...tables, dictionary]) {
    files.set(
      pathOf(table),
      safeCsv(
        table.fields.map(({ name }) => name),
        table.rows,
      ),
    );
  }
  if (data.boundaries.length > 0) files.set('data/area-boundaries.geojson', boundaries(writer));
  files.set('README.md', readme(writer, [...tables, dictionary]));
  files.set('datapackage.json', `${JSON.stringify(descriptor(writer, [...tables, dictionary], files), null, 2)}\n`);
  const encoder = new TextEncoder();
  const [year = 1980, month = 1, day = 1] = writer.day().split('-').map(Number);
  return steadyZip(Object.fromEntries([...files].map(([name, text]) => [name, encoder.encode(text)])), { year, month, day }, ['datapackage.json', 'README.md']);
}

const pathOf = ({ name }: Pick<OpenTable, 'name'>): string => (name === 'data-dictionary' ? 'data-dictionary.csv' : `data/${name}.csv`);

function dictionaryOf(tables: readonly OpenTable[], { t }: ReportWriter): OpenTable {
  return {
    name: 'data-dictionary',
    fields: [
      { name: 'table', type: 'string', isRequired: true },
      { name: 'column', type: 'string', isRequired: true },
      { name: 'type', type: 'string', isRequired: true },
      { name: 'meaning', type: 'string', isRequired: true },
    ],
    rows: tables.flatMap((table) => table.fields.map((field) => [table.name, field.name, field.type, t(`openData.column.${field.name}` as TextKey)])),
  };
}

function descriptor(writer: ReportWriter, tables: readonly OpenTable[], files: ReadonlyMap<string, string>) {
  const { t, data, context } = writer;
  const city = data.city.name || t('output.unnamedCity');
  const resource = (name: string, path: string, more: object) => {
    const text = files.get(path) ?? '';
    return {
      ...{ name, path, title: t(`openData.table.${name}` as TextKey), ...more, encoding: 'utf-8' },
      ...{ bytes: Buffer.byteLength(text), hash: `sha256:${createHash('sha256').update(text).digest('hex')}` },
    };
  };
  return {
    profile: 'data-package',
    name: `${slug(city)}-safety-open-data`,
    title: t('openData.title', { city }),
    description: t('openData.description'),
    version: `1.${data.revision}`,
    created: data.changedAt,
    languages: [context.language],
    keywords: [city, t('report.profile.title')],
    licenses: [licence],
    contributors: [{ title: context.options.identity.publisher || city, role: 'publisher' }],
    sources: [...new Map(data.datasets.map(({ source, fileName }) => [source || fileName, { title: source || fileName }])).values()],
    fingerprint: fingerprint(data),
    resources: [
      ...tables.map((table) =>
        resource(table.name, pathOf(table), {
          ...{ profile: 'tabular-data-resource', format: 'csv', mediatype: 'text/csv' },
          dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
          schema: schemaOf({ ...table, foreignKeys: (table.foreignKeys ?? []).filter(({ table: to }) => tables.some(({ name }) => name === to)) }, t),
        }),
      ),
      ...(files.has('data/area-boundaries.geojson')
        ? [resource('area-boundaries', 'data/area-boundaries.geojson', { profile: 'data-resource', format: 'geojson', mediatype: 'application/geo+json' })]
        : []),
    ],
  };
}

function slug(text: string): string {
  const plain = text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return plain || 'city';
}

/** Boundaries with what is known of each area by the same id as in the tables. */
function boundaries({ data }: ReportWriter): string {
  const areas = new Map(data.areas.map((area) => [area.id, area]));
  const features = data.boundaries.flatMap((feature) => {
    const area = areas.get(feature.properties.areaId);
    if (!area) return [];
    const properties = { area_id: area.id, code: area.code || null, area: area.name, residents: area.population?.value ?? null };
    return [{ type: 'Feature', id: area.id, properties, geometry: feature.geometry }];
  });
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`;
}

function readme(writer: ReportWriter, tables: readonly OpenTable[]): string {
  const { t, data, formats } = writer;
  const city = data.city.name || t('output.unnamedCity');
  const line = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
  const sources = data.datasets.map(
    (dataset) =>
      `- ${line([dataset.source || dataset.fileName, dataset.licence || t('output.notStated'), dataset.publishedOn ? formats.day(dataset.publishedOn) : ''].filter(Boolean).join(' · '))}`,
  );
  return [
    `# ${t('openData.title', { city })}`,
    t('openData.description'),
    ...(data.isSample ? [t('report.cover.sample')] : []),
    `## ${t('openData.readme.what')}`,
    [
      `| ${t('openData.readme.file')} | ${t('openData.readme.rows')} | ${t('openData.readme.holds')} |`,
      '| --- | ---: | --- |',
      ...tables.map((table) => `| ${pathOf(table)} | ${formats.count(table.rows.length)} | ${line(t(`openData.table.${table.name}` as TextKey))} |`),
      ...(data.boundaries.length > 0
        ? [`| data/area-boundaries.geojson | ${formats.count(data.boundaries.length)} | ${t('openData.table.area-boundaries')} |`]
        : []),
    ].join('\n'),
    `## ${t('openData.readme.how')}`,
    t('openData.readme.reading'),
    t('openData.readme.escape'),
    `## ${t('openData.readme.hidden')}`,
    t('openData.readme.hiddenBody', { smallest: formats.count(data.incidents?.smallest.project ?? data.city.smallNumberThreshold) }),
    `## ${t('openData.readme.sources')}`,
    sources.length > 0 ? sources.join('\n') : t('report.missing.datasets'),
    t('openData.readme.licence', { licence: `${licence.title} (${licence.path})` }),
    t('openData.readme.check', {
      ...{ fingerprint: fingerprint(data), revision: String(data.revision), day: formats.day(writer.day()) },
      ...{ app: t('app.name'), version: data.appVersion },
    }),
    '',
  ].join('\n\n');
}
