import { type RestrictedCount, type RestrictedType, restrictedTypes } from '#shared/domain/people.ts';
import { decodeRow } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { blank, normal, PersonalTexts } from './personal-text.ts';
import { scrubSharedTexts } from './scrub-shared-texts.ts';
import { readTexts, rewriteTexts, type TextPlace } from './texts-in-file.ts';

type Reader = Pick<Connection, 'prepare'>;

/** Shorter words than this may mean something else elsewhere; they are blanked where they belong to something restricted, and nowhere else. */
const fewestLetters = 20;
const fewestWords = 4;

/** Rows that say what a restricted one says, by the column that leads to it. */
const dependents = [
  { type: 'evidence', column: 'finding_id', of: 'finding' },
  { type: 'finding_validation', column: 'finding_id', of: 'finding' },
  { type: 'problem_node', column: 'finding_id', of: 'finding' },
  { type: 'risk_meeting', column: 'threat_id', of: 'risk' },
  { type: 'risk_meeting', column: 'vulnerability_id', of: 'risk' },
  { type: 'evidence', column: 'ref_id', of: 'risk' },
] as const;

/** How many things are restricted in the project as it stands, and how many notes beside open ones are. */
export function countRestricted(connection: Reader): { restricted: RestrictedCount[]; restrictedNotes: number } {
  const count = (text: string) => Number(connection.prepare(text).pluck().get());
  const restricted = restrictedTypes
    .map((type) => ({ type, count: count(`SELECT count(*) FROM "${type}" WHERE is_restricted = 1`) }))
    .filter((one) => one.count > 0);
  const notes = (type: string) => count(`SELECT count(*) FROM "${type}" WHERE restricted_note <> '' AND is_restricted = 0`);
  return { restricted, restrictedNotes: notes('risk') + notes('risk_meeting') };
}

/**
 * Blanks the words of everything restricted: in its rows, in its history, and long sentences of it wherever they stand. The rows stay, so that what
 * rests on them, the history and bringing together go on as before. Returns how many texts were blanked. To be called inside a transaction.
 */
export function scrubRestricted(connection: Connection): number {
  const isMeant = restrictedPlaces(connection);
  const said = new Set<string>();
  readTexts(connection, (place) => {
    if (isMeant(place) && place.column !== 'source' && place.column !== 'shown') said.add(place.value);
  });
  const sentences = [...said].filter((text) => text.length >= fewestLetters && text.trim().split(/\s+/u).length >= fewestWords);
  const texts = new PersonalTexts(sentences.map((text) => ({ kind: 'name', text })));
  blankNamesOfChanges(connection, isMeant, new Set([...said].map(normal)));
  const count = rewriteTexts(connection, (place) => (isMeant(place) ? blankOf(place) : texts.blankIn(place.value)));
  return count + scrubSharedTexts(connection, texts);
}

/** Whether words of something restricted are left in a file. */
export function holdsRestricted(connection: Connection): boolean {
  const isMeant = restrictedPlaces(connection);
  let isFound = false;
  readTexts(connection, (place) => {
    if (isMeant(place) && place.value !== blankOf(place)) isFound = true;
  });
  return isFound;
}

function blankOf({ column }: TextPlace): string {
  if (column === 'restricted_note') return '';
  return column === 'shown' ? 'null' : blank;
}

/** What the words of a place belong to: something restricted (removed things by what they were last), or a note that is always restricted. */
function restrictedPlaces(connection: Reader): (place: TextPlace) => boolean {
  const ids = new Map<string, Set<string>>();
  const idsOf = (type: string) => ids.get(type) ?? ids.set(type, new Set()).get(type) ?? new Set<string>();
  const types = new Set<string>([...restrictedTypes, ...dependents.map(({ type }) => type)]);
  const rows = [...types].flatMap((type) => knownRows(connection, type));
  const isRestrictedType = (type: string): type is RestrictedType => restrictedTypes.some((known) => known === type);
  for (const { type, id, row } of rows) if (isRestrictedType(type) && row.is_restricted === 1) idsOf(type).add(id);
  for (const { type, column, of } of dependents) {
    for (const one of rows) if (one.type === type && idsOf(of).has(String(one.row[column]))) idsOf(type).add(one.id);
  }
  return ({ table, id, column }) => column === 'restricted_note' || (id !== null && ids.get(table)?.has(id) === true);
}

interface KnownRow {
  readonly type: string;
  readonly id: string;
  readonly row: Readonly<Record<string, unknown>>;
}

/** Rows that stand, and those that are gone as the history knew them. */
function knownRows(connection: Reader, type: string): KnownRow[] {
  const standing = connection
    .prepare<[], Record<string, unknown>>(`SELECT * FROM "${type}"`)
    .all()
    .map((row) => ({ type, id: String(row.id), row }));
  const gone = connection
    .prepare<[string], { id: string; before: string | Uint8Array | null; after: string | Uint8Array | null }>(
      `SELECT o.id, e.before, e.after FROM object o JOIN edit e ON e.object_key = o.key
       WHERE o.type = ? AND o.id NOT IN (SELECT id FROM "${type}")`,
    )
    .all(type)
    .flatMap(({ id, before, after }) => [before, after].flatMap((stored) => (stored === null ? [] : [{ type, id, row: decodeRow(stored) ?? {} }])));
  return [...standing, ...gone];
}

/** Names that the history gives to changes of something restricted, short ones too. */
function blankNamesOfChanges(connection: Connection, isMeant: (place: TextPlace) => boolean, said: ReadonlySet<string>): void {
  const changes = connection
    .prepare<[], { revision: number; params: string; type: string; id: string }>(
      'SELECT c.revision, c.params, o.type, o.id FROM change c JOIN edit e ON e.change_revision = c.revision JOIN object o ON o.key = e.object_key',
    )
    .all()
    .filter(({ type, id }) => isMeant({ table: type, id, column: '', value: '', isPast: true }));
  const save = connection.prepare<[string, number]>('UPDATE change SET params = ? WHERE revision = ?');
  for (const { revision, params } of changes) {
    const stored = JSON.parse(params) as Record<string, unknown>;
    const next = Object.entries(stored).map(([name, value]) => [name, typeof value === 'string' && said.has(normal(value)) ? blank : value]);
    save.run(JSON.stringify(Object.fromEntries(next)), revision);
  }
}
