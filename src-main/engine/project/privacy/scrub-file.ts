import type { EraseChoices } from '#shared/domain/people.ts';
import { personalTables } from '../history/logged-tables.ts';
import type { Connection } from '../project-file.ts';
import { countPersonalEdits, type PersonalObject, type PersonInFile, peopleInFile } from './people-in-file.ts';
import { blank, normal, PersonalTexts } from './personal-text.ts';
import type { Scrubbed } from './scrub-messages.ts';
import { scrubSharedTexts } from './scrub-shared-texts.ts';
import { rewriteTexts, type TextPlace } from './texts-in-file.ts';

/**
 * Takes people out of a file, past the door for changes, so that nothing of it stands in the history: their rows, every entry of the
 * history about them, and as chosen their names elsewhere. To be called inside a transaction.
 */
export function scrubPeople(connection: Connection, people: readonly PersonInFile[], { asAuthor, inTexts }: EraseChoices): Omit<Scrubbed, 'restrictedTexts'> {
  const texts = new PersonalTexts(people.flatMap((person) => person.texts));
  const objects = people.flatMap((person) => person.objects);
  const historyEntries = countPersonalEdits(connection, objects);
  removeObjects(connection, objects, texts);
  const elsewhere = rewriteNames(connection, {
    isAuthor: (name) => asAuthor && texts.isName(name),
    isRater: (name) => asAuthor && texts.foundIn(name).length > 0,
    isSaid: () => false,
    texts: inTexts ? texts : new PersonalTexts([]),
  });
  return { people: people.length, historyEntries, ...elsewhere };
}

/** Takes everybody out: rows and history of people, who made each change, under which names ratings were given, and people's names in texts. */
export function scrubEverybody(connection: Connection, keepInTexts: readonly string[]): Omit<Scrubbed, 'restrictedTexts'> {
  const people = peopleInFile(connection);
  const all = people.flatMap((person) => person.texts);
  const kept = new Set(keepInTexts.map(normal));
  const historyEntries = countPersonalEdits(connection);
  removeObjects(connection, [...everyObject(connection), ...privatePhotos(connection)], new PersonalTexts(all));
  connection.exec('DELETE FROM photo_content WHERE photo_id NOT IN (SELECT id FROM photo)');
  const elsewhere = rewriteNames(connection, {
    isAuthor: () => true,
    isRater: () => true,
    isSaid: () => true,
    texts: new PersonalTexts(all.filter(({ text }) => !kept.has(normal(text)))),
  });
  return { people: people.length, historyEntries, ...elsewhere };
}

interface NameRules {
  isAuthor(name: string): boolean;
  isRater(name: string): boolean;
  /** What somebody in the room said of themselves: few enough people fit it that it may name one. */
  isSaid(): boolean;
  readonly texts: PersonalTexts;
}

function rewriteNames(connection: Connection, rules: NameRules): Pick<Scrubbed, 'authored' | 'raters' | 'textPlaces'> {
  const numbers = new RaterNumbers(connection);
  const raters = new Set<string>();
  let authored = 0;
  let textPlaces = 0;
  rewriteTexts(connection, (place) => {
    const { value } = place;
    if (isAuthor(place) && rules.isAuthor(value)) {
      authored += 1;
      return '';
    }
    if (isRater(place) && rules.isRater(value)) {
      raters.add(value);
      return numbers.of(value);
    }
    if (place.table === 'voter' && place.column === 'attributes' && rules.isSaid()) return '{}';
    const next = rules.texts.blankIn(value);
    if (next !== value) textPlaces += 1;
    return next;
  });
  textPlaces += scrubSharedTexts(connection, rules.texts);
  return { authored, raters: raters.size, textPlaces };
}

/** Under whose name something was done. */
export const isAuthor = ({ table, column }: TextPlace): boolean => column === 'person' && (table === 'change' || table === 'snapshot');
export const isRater = ({ table, column }: TextPlace): boolean => column === 'rater' && table === 'stakeholder_rating';

/** Photos that show people who did not agree to be seen, those that were removed included. */
function privatePhotos(connection: Connection): PersonalObject[] {
  return connection
    .prepare<[], string>(
      `SELECT id FROM photo WHERE shows_people = 1 AND may_be_published = 0
       UNION SELECT id FROM object WHERE type = 'photo' AND id NOT IN (SELECT id FROM photo)`,
    )
    .pluck()
    .all()
    .map((id) => ({ type: 'photo', id }));
}

function everyObject(connection: Connection): PersonalObject[] {
  return [...personalTables].flatMap((type) =>
    [
      ...connection.prepare<[], string>(`SELECT id FROM "${type}"`).pluck().all(),
      ...connection.prepare<[string], string>('SELECT id FROM object WHERE type = ?').pluck().all(type),
    ].map((id) => ({ type, id })),
  );
}

/** Rows, history and everything that points to it. A change about nothing else stays as a note: it cannot be taken back any more. */
function removeObjects(connection: Connection, objects: readonly PersonalObject[], texts: PersonalTexts): void {
  const removeRow = new Map([...personalTables, 'photo'].map((type) => [type, connection.prepare<[string]>(`DELETE FROM "${type}" WHERE id = ?`)]));
  const findKey = connection.prepare<[string, string], number>('SELECT key FROM object WHERE type = ? AND id = ?').pluck();
  const changesOf = connection.prepare<[number], number>('SELECT change_revision FROM edit WHERE object_key = ?').pluck();
  const removeKey = [
    'DELETE FROM edit WHERE object_key = ?',
    'DELETE FROM kept_alive WHERE object_key = ?',
    'DELETE FROM review WHERE object_key = ?',
    'DELETE FROM object WHERE key = ?',
  ].map((text) => connection.prepare<[number]>(text));
  const touched = new Set<number>();
  for (const { type, id } of objects) {
    removeRow.get(type)?.run(id);
    const key = findKey.get(type, id);
    if (key === undefined) continue;
    for (const revision of changesOf.all(key)) touched.add(revision);
    for (const statement of removeKey) statement.run(key);
  }
  const empty = connection.prepare<[number]>(
    "UPDATE change SET kind = 'note' WHERE revision = ? AND kind IN ('edit', 'restore') AND NOT EXISTS (SELECT 1 FROM edit WHERE change_revision = revision)",
  );
  for (const revision of touched) {
    empty.run(revision);
    blankParams(connection, revision, texts);
  }
}

/** The words of a change that was about a person. */
function blankParams(connection: Connection, revision: number, texts: PersonalTexts): void {
  const stored = connection.prepare<[number], string>('SELECT params FROM change WHERE revision = ?').pluck().get(revision);
  const params = JSON.parse(stored ?? '{}') as Record<string, string | number>;
  const next = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' && texts.isName(value) ? blank : value]));
  connection.prepare<[string, number]>('UPDATE change SET params = ? WHERE revision = ?').run(JSON.stringify(next), revision);
}

/** Raters keep apart without their names: each rater's newest rating counts. */
class RaterNumbers {
  readonly #numbers = new Map<string, string>();
  readonly #taken: Set<string>;

  constructor(connection: Pick<Connection, 'prepare'>) {
    this.#taken = new Set(connection.prepare<[], string>('SELECT DISTINCT rater FROM stakeholder_rating').pluck().all());
  }

  of(rater: string): string {
    let name = this.#numbers.get(rater);
    for (let number = 1; name === undefined; number += 1) if (!this.#taken.has(`#${number}`)) name = `#${number}`;
    this.#taken.add(name);
    this.#numbers.set(rater, name);
    return name;
  }
}
