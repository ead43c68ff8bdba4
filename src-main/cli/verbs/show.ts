import type { EngineClient } from '#shared/contract/contract.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { textTable } from '../text-table.ts';

/** What a project holds: city, areas, files, counts. */
export function showProject(context: CliContext, file: string): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, open }) => {
    await open(file, { onlyReads: true });
    const value = await readProject(client);
    return { value, text: summaryText(context, value) };
  });
}

type ProjectSummary = Awaited<ReturnType<typeof readProject>>;

async function readProject(client: EngineClient) {
  const state = await client.project.current();
  const datasets = await client.imports.datasets();
  return {
    path: state?.path ?? '',
    id: state?.id ?? '',
    isSample: state?.isSample ?? false,
    isReadOnly: state?.isReadOnly ?? false,
    savedAt: state?.savedAt ?? null,
    revision: state?.revision ?? 0,
    city: await client.project.city(),
    layers: await client.areas.layers(),
    datasets: datasets.map(({ id, kind, fileName, rows, imported, source, licence, firstYear, lastYear }) => ({
      ...{ id, kind, fileName, rows, imported, source, licence, firstYear, lastYear },
    })),
    incidents: await client.incidents.overview(),
    counts: {
      stakeholders: (await client.stakeholders.list()).length,
      observations: (await client.indicators.observations()).length,
      risks: (await client.risks.list()).length,
      findings: (await client.findings.list()).length,
      priorities: (await client.priorities.list()).length,
      objectives: (await client.policy.objectives()).length,
      measures: (await client.policy.measures()).length,
    },
    stages: (await client.project.stages()).map(({ stage, state: progress, done, total }) => ({ stage, state: progress, done, total })),
  };
}

function summaryText(context: CliContext, { path, isReadOnly, city, layers, datasets, incidents, counts }: ProjectSummary): string {
  const { t, formats } = context;
  const figure = (title: string) => ({ title, isFigure: true });
  const layerTable = textTable(
    [{ title: t('cli.show.layer') }, figure(t('cli.show.layers')), figure(t('cli.show.boundaries')), figure(t('cli.show.population'))],
    layers.map((layer) => [layer.name, formats.count(layer.areaCount), formats.count(layer.withBoundaryCount), formats.count(layer.population)]),
  );
  const datasetTable = textTable(
    [
      { title: t('cli.column.file') },
      { title: t('cli.column.kind') },
      figure(t('cli.column.rows')),
      figure(t('cli.column.imported')),
      { title: t('cli.column.source') },
    ],
    datasets.map(({ fileName, kind, rows, imported, source }) => [
      fileName,
      context.word(`cli.kind.${kind}`),
      formats.count(rows),
      formats.count(imported),
      source,
    ]),
  );
  const countLines = Object.entries(counts).map(([what, count]) => `  ${context.word(`cli.entered.${what}`)}: ${formats.count(count)}`);
  const { count, firstDay, lastDay, years, withAreaCount, withHourCount } = incidents;
  // A source of yearly counts knows no days.
  const ends = firstDay === null ? [years.at(0), years.at(-1)].map((year) => String(year ?? '')) : [firstDay, lastDay].map((day) => formats.day(day));
  const incidentLine = t('cli.show.incidents', {
    count: formats.count(count),
    from: ends[0] ?? '',
    to: ends[1] ?? '',
    areas: formats.count(withAreaCount),
    hours: formats.count(withHourCount),
  });
  return [
    `${city.name} ${city.country}`.trim(),
    path,
    ...(isReadOnly ? [t('cli.show.read-only')] : []),
    ...(layers.length > 0 ? ['', layerTable] : []),
    ...(datasets.length > 0 ? ['', t('cli.show.datasets'), datasetTable] : []),
    ...(count > 0 ? ['', incidentLine] : []),
    '',
    t('cli.show.counts'),
    ...countLines,
  ].join('\n');
}
