import type { Dataset } from '#shared/domain/datasets.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { datasetsWithHiddenRows } from '../../small-numbers.ts';
import { anchorOf } from '../anchors.ts';
import type { Block, LabelledText, Section } from '../report-document.ts';
import { grouped, type ReportWriter } from '../report-writer.ts';

/** Which method a file's figures were made by, as the chapter on methods explains it. */
const methodOfKind: Readonly<Partial<Record<Dataset['kind'], string>>> = { incidents: 'rates', population: 'rates', areas: 'rates' };

/** Every imported file with what identifies it, how it was read, how its figures were made, and every sentence that rests on it; of some findings only, where they are given. */
export function sourceSection(writer: ReportWriter, findingIds?: ReadonlySet<string>): Section {
  const { t, data, trace } = writer;
  const items = data.findings.filter(({ id }) => findingIds === undefined || findingIds.has(id)).flatMap(({ evidence }) => evidence);
  const used = new Set(items.map((item) => trace.datasetOf(item)));
  const datasets = findingIds === undefined ? data.datasets : data.datasets.filter((dataset) => used.has(dataset));
  const blocks: Block[] =
    datasets.length === 0 ? [{ kind: 'missing', text: t('report.missing.datasets') }] : datasets.map((dataset) => sourceBlock(writer, dataset));
  return {
    title: t('report.sources.title'),
    lead: t('report.sources.lead'),
    startsPage: true,
    blocks,
    code: 'sources',
    anchor: anchorOf('chapter', 'sources'),
  };
}

function sourceBlock(writer: ReportWriter, dataset: Dataset): Block {
  const { t, formats, words } = writer;
  const hiddenRows = datasetsWithHiddenRows(writer.data).has(dataset.id);
  const method = methodOfKind[dataset.kind];
  const facts: (LabelledText | null)[] = [
    { label: t('output.column.holds'), text: t(`output.datasetKind.${dataset.kind}`) },
    { label: t('output.column.source'), text: dataset.source || t('output.notStated') },
    { label: t('report.sources.file'), text: dataset.fileName },
    { label: t('report.sources.fingerprint'), text: grouped(dataset.sha256) },
    dataset.licence ? { label: t('output.column.licence'), text: dataset.licence } : null,
    { label: t('output.column.period'), text: words.period(dataset.firstYear, dataset.lastYear) },
    hiddenRows
      ? null
      : { label: t('output.column.rows'), text: t('report.methods.rowsOf', { imported: formats.count(dataset.imported), rows: formats.count(dataset.rows) }) },
    { label: t('report.sources.readAs'), text: readAs(writer, dataset) },
    { label: t('output.column.readOn'), text: formats.day(dataset.importedAt.slice(0, 10)) },
    method ? { label: t('report.sources.method'), text: t(`report.sources.method.${method}` as TextKey), to: anchorOf('method', method) } : null,
  ];
  const carries = writer.trace.restingOn(dataset);
  return {
    kind: 'source',
    anchor: anchorOf('source', dataset.id),
    title: dataset.title || dataset.source || dataset.fileName,
    facts: facts.flatMap((fact) => fact ?? []),
    carriesLabel: t('report.sources.carries'),
    carries,
    empty: t('report.sources.carriesNothing'),
  };
}

/** The recipe in a line: which sheet, which columns fill what. */
function readAs({ t, words }: ReportWriter, { recipe }: Dataset): string {
  const columns = Object.entries(recipe.columns)
    .filter(([, column]) => column !== '')
    .map(([field, column]) => t('report.sources.column', { column, field: t(`field.${field}` as TextKey) }));
  const parts = [recipe.sheet ? t('report.sources.sheet', { sheet: recipe.sheet }) : '', ...columns.slice(0, 14)];
  return words.list(parts.filter(Boolean)) || t('report.sources.readAsMap');
}
