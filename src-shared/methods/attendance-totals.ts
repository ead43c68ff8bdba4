import { type AttributeName, attributeNames, type Participant } from '../domain/workshops.ts';

/** What people on a list are counted by. */
export const totalKinds = [...attributeNames, 'institution', 'residentGroup'] as const;
export type TotalKind = AttributeName | 'institution' | 'residentGroup';

export interface TotalLine {
  /** Code word or id; empty = did not say. */
  readonly value: string;
  /** Null: hidden, because it is small or would tell a small one. */
  readonly count: number | null;
}

type Counted = Pick<Participant, 'attributes' | 'stakeholderId' | 'residentGroups'>;

/**
 * How many people by one attribute, in the order of first appearance, those who did not say last. With `smallest` (methods §15) counts below it are
 * hidden, and with them the next smallest until no hidden one can be worked out from the total: at least two are hidden, and together they are at least
 * as many as `smallest`. Resident groups overlap and do not add up, so only the small ones go.
 */
export function attendanceTotals(people: readonly Counted[], kind: TotalKind, smallest: number | null): TotalLine[] {
  const counts = new Map<string, number>();
  for (const person of people) for (const value of valuesOf(person, kind)) counts.set(value, (counts.get(value) ?? 0) + 1);
  const said = [...counts].filter(([value]) => value !== '').map(([value, count]) => ({ value, count }));
  const unsaid = counts.get('');
  const lines = unsaid ? [...said, { value: '', count: unsaid }] : said;
  return smallest === null ? lines : hideSmall(lines, smallest, kind !== 'residentGroup');
}

function valuesOf(person: Counted, kind: TotalKind): string[] {
  if (kind === 'institution') return [person.stakeholderId ?? ''];
  if (kind === 'residentGroup') return person.residentGroups.length > 0 ? [...person.residentGroups] : [''];
  return [kind === 'area' ? (person.attributes.areaId ?? '') : (person.attributes[kind] ?? '')];
}

function hideSmall(lines: readonly { value: string; count: number }[], smallest: number, addsUp: boolean): TotalLine[] {
  const hidden = new Set(lines.filter(({ count }) => count > 0 && count < smallest).map(({ value }) => value));
  if (hidden.size > 0 && addsUp) {
    const others = lines.filter(({ value, count }) => count > 0 && !hidden.has(value)).sort((a, b) => a.count - b.count);
    const sum = () => lines.reduce((all, { value, count }) => (hidden.has(value) ? all + count : all), 0);
    for (const { value } of others) if (hidden.size < 2 || sum() < smallest) hidden.add(value);
  }
  return lines.map(({ value, count }) => ({ value, count: hidden.has(value) ? null : count }));
}
