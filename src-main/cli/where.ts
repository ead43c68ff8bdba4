import type { EngineClient } from '#shared/contract/contract.ts';
import { daySchema, yearSchema } from '#shared/domain/ids.ts';
import { type IncidentFilter, offenceGroups } from '#shared/domain/incidents.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { refuse } from '../engine/refuse.ts';
import { oneOf } from './cli-error.ts';

const conditionKeys = ['area', 'offence', 'group', 'year', 'from', 'to'] as const;
type ConditionKey = (typeof conditionKeys)[number];
export type Conditions = ReadonlyMap<ConditionKey, readonly string[]>;

/**
 * `area=Centro|Puerto Viejo,year=2024` into values by key. A comma separates conditions only where a `key=` follows it, because
 * offence names hold commas too.
 */
export function parseConditions(typed: readonly string[]): Conditions {
  const conditions = new Map<ConditionKey, string[]>();
  for (const condition of typed.flatMap((one) => one.split(/,(?=\s*[a-z]+=)/i))) {
    const [key = '', ...rest] = condition.split('=');
    if (rest.length === 0) refuse('cli/bad-option', { option: '--where', value: condition, allowed: 'key=value' });
    const known = oneOf('--where', key.trim(), conditionKeys);
    const values = rest
      .join('=')
      .split('|')
      .map((value) => value.trim());
    conditions.set(known, [...(conditions.get(known) ?? []), ...values]);
  }
  return conditions;
}

/** Names become ids; a name that is not in the project is refused, never an empty answer. */
export async function filterOf(client: EngineClient, conditions: Conditions, layerId: string | undefined): Promise<IncidentFilter> {
  const filter: IncidentFilter = {};
  const areas = conditions.get('area');
  if (areas) filter.areaIds = idsOf('area', areas, await client.areas.list(layerId ? { layerId } : {}), (area) => [area.name, area.code]);
  const offences = conditions.get('offence');
  if (offences) filter.offenceIds = idsOf('offence', offences, await client.incidents.offences(), (offence) => [offence.name]);
  const groups = conditions.get('group');
  if (groups) filter.groups = groups.map((group) => oneOf('group', group, offenceGroups));
  const years = conditions.get('year');
  if (years) filter.years = years.map((year) => checked('year', year, Number(year), yearSchema, '2024'));
  const from = conditions.get('from')?.at(-1);
  if (from !== undefined) filter.from = checked('from', from, from, daySchema, '2024-01-31');
  const to = conditions.get('to')?.at(-1);
  if (to !== undefined) filter.to = checked('to', to, to, daySchema, '2024-12-31');
  return filter;
}

function checked<Value>(option: string, typed: string, value: Value, schema: { safeParse(value: unknown): { success: boolean } }, example: string): Value {
  return schema.safeParse(value).success ? value : refuse('cli/bad-option', { option, value: typed, allowed: example });
}

function idsOf<Item extends { readonly id: string }>(
  option: string,
  names: readonly string[],
  items: readonly Item[],
  namesOf: (item: Item) => string[],
): string[] {
  return names.flatMap((name) => {
    const found = items.filter((item) => namesOf(item).some((own) => own !== '' && plainWords(own) === plainWords(name)));
    if (found.length > 0) return found.map((item) => item.id);
    const known = items.slice(0, 20).map((item) => namesOf(item)[0]);
    return refuse('cli/bad-option', { option, value: name, allowed: `${known.join(', ')}${items.length > known.length ? ' …' : ''}` });
  });
}
