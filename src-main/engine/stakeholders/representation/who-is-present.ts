import { z } from 'zod';
import { type ShareAttribute, shareAttributes } from '#shared/domain/representation.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';

/** What one person present says of themselves, as values of each attribute; nothing where they did not say. */
export type Present = Readonly<Record<ShareAttribute, readonly string[]>>;

const attributesSchema = z.object({ gender: z.string().optional(), ageBand: z.string().optional() });
const listSchema = z.array(z.string());

/** Those who were there on a day of the workshop (of any, for null); somebody known by name who came to several counts once. */
export function whoIsPresent(project: OpenProject, workshopId: string | null): Present[] {
  const rows = sql.selectFrom('participant').select(['id', 'person_id', 'attributes', 'resident_groups', 'present_days']).orderBy('id');
  const people = new Map<string, Present>();
  for (const row of project.all(workshopId === null ? rows : rows.where('workshop_id', '=', workshopId))) {
    if (listOf(row.present_days, z.array(z.unknown())).length === 0) continue;
    const said = attributesSchema.safeParse(parsed(row.attributes)).data;
    const own: Present = {
      gender: said?.gender ? [said.gender] : [],
      ageBand: said?.ageBand ? [said.ageBand] : [],
      residentGroup: listOf(row.resident_groups, listSchema),
    };
    const key = row.person_id ?? row.id;
    people.set(key, merge(people.get(key), own));
  }
  return [...people.values()];
}

/** Of two accounts of one person the later counts; groups of residents are gathered. */
function merge(before: Present | undefined, after: Present): Present {
  if (!before) return after;
  const pick = (attribute: ShareAttribute) =>
    attribute === 'residentGroup'
      ? [...new Set([...before[attribute], ...after[attribute]])]
      : after[attribute].length > 0
        ? after[attribute]
        : before[attribute];
  return Object.fromEntries(shareAttributes.map((attribute) => [attribute, pick(attribute)])) as unknown as Present;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function listOf<Item>(text: string, schema: z.ZodType<Item[]>): Item[] {
  return schema.safeParse(parsed(text)).data ?? [];
}
