import type { EngineClient } from '#shared/contract/contract.ts';
import { type IncidentKey, type IncidentRow, incidentKeys } from '#shared/domain/incidents.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { oneOf } from '../cli-error.ts';
import { textTable } from '../text-table.ts';
import { filterOf, parseConditions } from '../where.ts';

interface QueryOptions {
  readonly by?: string;
  readonly where?: readonly string[];
  readonly layer?: string;
}

/** Counts and rates of incidents by the keys asked for. */
export function queryIncidents(context: CliContext, file: string, options: QueryOptions): Promise<VerbAnswer> {
  const words = (options.by ?? '').split(',').map((word) => word.trim());
  const by = words.filter((word) => word !== '').map((word) => oneOf('--by', word, incidentKeys));
  const conditions = parseConditions(options.where ?? []);
  return withCliEngine(context, async ({ client, open }) => {
    await open(file, { onlyReads: true });
    const layerId = options.layer === undefined ? undefined : await layerIdOf(client, options.layer);
    const rows = await client.incidents.query({ by, where: await filterOf(client, conditions, layerId), ...(layerId ? { layerId } : {}) });
    return { value: rows.map((row) => rowValue(row, by)), text: rowsText(context, rows, by) };
  });
}

async function layerIdOf(client: EngineClient, name: string): Promise<string> {
  const layers = await client.areas.layers();
  const layer = layers.find((one) => plainWords(one.name) === plainWords(name));
  return layer?.id ?? refuse('cli/bad-option', { option: '--layer', value: name, allowed: layers.map((one) => one.name).join(', ') });
}

/** The keys asked for and the figures; an area also with its id, because two areas may share a name. */
function rowValue(row: IncidentRow, by: readonly IncidentKey[]) {
  const { count, population, rate, low, high } = row;
  const keys: Record<string, string | number | null> = {};
  for (const key of by) {
    keys[key] = row[key] ?? null;
    if (key === 'area') keys.areaId = row.areaId ?? null;
  }
  return { ...keys, count, population, rate, low, high };
}

function rowsText(context: CliContext, rows: readonly IncidentRow[], by: readonly IncidentKey[]): string {
  const { t, formats } = context;
  if (rows.length === 0) return t('cli.query.empty');
  const figures = ['count', 'population', 'rate', 'low', 'high'] as const;
  const columns = [
    ...by.map((key) => ({ title: context.word(`cli.column.${key}`), isFigure: key === 'year' || key === 'hour' })),
    ...figures.map((key) => ({ title: context.word(`cli.column.${key}`), isFigure: true })),
  ];
  const cells = rows.map((row) => [
    ...by.map((key) => keyText(context, key, row)),
    formats.count(row.count),
    formats.count(row.population),
    ...[row.rate, row.low, row.high].map((value) => formats.decimal(value)),
  ]);
  return textTable(columns, cells);
}

function keyText({ t, formats, word }: CliContext, key: IncidentKey, row: IncidentRow): string {
  const value = row[key];
  if (value === null || value === undefined) return t('cli.not-stated');
  if (key === 'group') return word(`offenceGroup.${String(value)}`);
  if (key === 'month') return formats.monthName(Number(value), 'long');
  if (key === 'weekday') return formats.weekdayName(Number(value), 'long');
  return String(value);
}
