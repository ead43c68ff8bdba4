import type { CategoryQuestion } from '#shared/domain/imports.ts';
import type { OffenceGroup } from '#shared/domain/incidents.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { isSafelySame } from '../../areas/area-names.ts';
import { contentId } from '../../project/content-id.ts';
import { formerKey } from '../../project/history/former-key.ts';
import type { ChangeWriter } from '../../project/open-project.ts';
import { sql } from '../../project/open-project.ts';
import { offenceQuestions } from '../categories/offence-questions.ts';
import type { ImportWork } from '../kind-import.ts';
import { offenceGroupOf, offenceGroupOfSlip } from '../vocabulary.ts';
import type { Placing } from './placing.ts';
import type { IncidentStaging } from './staging.ts';

export interface StagedOffence {
  readonly name: string;
  readonly group: OffenceGroup;
  readonly count: number;
  /** Set where a person chose the group in the recipe. */
  readonly isConfirmed: boolean;
  /** Key of the offence that the project has already. */
  readonly key: number | null;
}

export interface StagedOffences {
  /** Most frequent first. */
  readonly list: { name: string; group: OffenceGroup; count: number }[];
  readonly offences: readonly StagedOffence[];
  /** Index into `offences` of each distinct text of the staging. */
  readonly indexOf: Int32Array;
  /** Names that may be other names of known ones. */
  readonly questions: CategoryQuestion[];
}

const sliceLength = 8192;
/** More names than these are free text: looking for a slip of the pen in each would take minutes. */
const mostNames = 3_000;

/**
 * The offences of a file: names that differ only in case, accents or punctuation are one, written as most of its rows write it. An
 * offence that the project has keeps its name, and its group where a person chose it.
 */
export async function gatherOffences(
  { project, recipe, fields, vocabulary, turns }: ImportWork,
  staging: IncidentStaging,
  placing: Placing,
): Promise<StagedOffences> {
  const meant = new Map(Object.entries(recipe.categories.offence ?? {}).map(([written, name]) => [plainWords(written), name.trim()]));
  const texts = staging.distinctOffences.values.map((text) => meant.get(plainWords(text)) || text);
  const counts = new Float64Array(texts.length);
  for (let i = 0; i < staging.rows.length; i++) {
    if (i % sliceLength === 0) await turns.pass();
    const id = staging.offences.at(i);
    if (placing.placeOfRow.at(i) >= 0) counts[id] = (counts[id] ?? 0) + staging.counts.at(i);
  }
  const decided = new Set([...meant.keys(), ...[...meant.values()].map(plainWords)]);
  const known = new Map(project.all(sql.selectFrom('offence').selectAll()).map((row) => [plainWords(row.name), row]));
  const chosen = new Map(Object.entries(recipe.offenceGroups).map(([name, group]) => [plainWords(name), group]));
  const indexByPlain = new Map<string, number>();
  const gathered: { name: string; nameCount: number; count: number; plain: string }[] = [];
  const indexOf = Int32Array.from(texts, (text, id) => {
    const plain = plainWords(text) || text;
    const count = counts[id] ?? 0;
    const index = indexByPlain.get(plain) ?? gathered.push({ name: text, nameCount: count, count: 0, plain }) - 1;
    indexByPlain.set(plain, index);
    const offence = gathered[index];
    if (offence) {
      offence.count += count;
      if (count > offence.nameCount) Object.assign(offence, { name: text, nameCount: count });
    }
    return index;
  });
  const decidedGroups = [...known.values()].filter((row) => row.is_confirmed === 1);
  const guessGroup = (name: string): OffenceGroup => {
    const told = offenceGroupOf(name, vocabulary);
    if (told !== 'other' || gathered.length > mostNames) return told;
    // No word tells: a name that is nearly one whose group a person chose, or whose words do with a letter put right.
    const plain = plainWords(name);
    const alike = decidedGroups.find((row) => isSafelySame(plainWords(row.name), plain));
    return alike ? (alike.offence_group as OffenceGroup) : offenceGroupOfSlip(name, vocabulary);
  };
  const offences = gathered.map(({ name, count, plain }): StagedOffence => {
    const row = known.get(plain);
    const choice = chosen.get(plain);
    const group =
      choice ??
      (row?.is_confirmed === 1 ? (row.offence_group as OffenceGroup) : row?.offence_group === undefined ? guessGroup(name) : offenceGroupOf(name, vocabulary));
    return { name: row?.name ?? name.slice(0, 500), group, count, isConfirmed: choice !== undefined || row?.is_confirmed === 1, key: row?.key ?? null };
  });
  const list = offences
    .filter(({ count }) => count > 0)
    .map(({ name, group, count }) => ({ name, group, count }))
    .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1));
  const questions = offenceQuestions(
    offences.filter(({ name }) => !decided.has(plainWords(name))).map(({ name, count, key }) => ({ name, count, isKnown: key !== null })),
    [...known.values()].map(({ name }) => name),
    fields.columnOf('offence') ?? '',
  );
  return { list, offences, indexOf, questions };
}

/** Writes new offences and chosen groups; returns the key of each, made only for those that a row needs. */
export function offenceKeys(write: ChangeWriter, offences: readonly StagedOffence[]): (index: number) => number {
  const keys = offences.map(({ key }) => key);
  offences.forEach(({ key, group, isConfirmed }) => {
    if (key !== null && isConfirmed) write.run(sql.updateTable('offence').set({ offence_group: group, is_confirmed: 1 }).where('key', '=', key));
  });
  return (index) => {
    const known = keys[index];
    if (known !== null && known !== undefined) return known;
    const offence = offences[index];
    if (!offence) throw new Error(`no offence ${index}`);
    const made = write.run(
      sql.insertInto('offence').values({
        ...formerKey(write.connection, 'offence', offence.name),
        id: contentId(`offence ${offence.name}`),
        name: offence.name,
        offence_group: offence.group,
        is_confirmed: offence.isConfirmed ? 1 : 0,
      }),
    ).lastInsertRowid;
    keys[index] = made;
    return made;
  };
}
