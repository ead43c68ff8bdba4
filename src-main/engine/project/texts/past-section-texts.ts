import type { RichNode } from '#shared/domain/rich-text.ts';
import type { ObjectState } from '../history/write-states.ts';
import type { Connection } from '../project-file.ts';
import { type PastView, pastUpdates } from './past-texts.ts';
import { carryOverNodes, nodesOf } from './rich-text.ts';
import { readSection } from './section-texts.ts';
import { documentOfSection, richTextField, richTextType, sectionOfDocument, textUpdateType } from './text-columns.ts';

type Statements = Pick<Connection, 'prepare'>;

/** What sections say or said, by their ids. */
export type SectionTexts = ReadonlyMap<string, readonly RichNode[]>;

/** A section's text as it stood right after a revision. */
export function sectionAt(connection: Statements, id: string, revision: number, view: PastView = 'own'): RichNode[] {
  const updates = pastUpdates(connection, documentOfSection(id), view);
  return nodesOf(updates.filter((update) => update.revision <= revision).map(({ data }) => data));
}

/** The sections whose text a revision changed. */
export function sectionsChangedAt(connection: Statements, revision: number): string[] {
  const documents = connection
    .prepare<[number, string], string>(
      `SELECT DISTINCT t.document FROM edit e JOIN object o ON o.key = e.object_key JOIN text_update t ON t.id = o.id
       WHERE e.change_revision = ? AND e.kind = 0 AND o.type = ?`,
    )
    .pluck()
    .all(revision, textUpdateType);
  return documents.flatMap((document) => sectionOfDocument(document) ?? []);
}

/** The revisions of this file that changed a section's text, oldest first. */
export function revisionsOfSection(connection: Statements, id: string): number[] {
  const revisions = pastUpdates(connection, documentOfSection(id), 'own').map(({ revision }) => revision);
  return [...new Set(revisions)].filter((revision) => revision > 0);
}

/** The texts with one revision of this file taken back, or done again, and all else that was written kept. */
export function sectionsWithout(connection: Statements, revision: number, side: 'before' | 'after'): SectionTexts {
  // A section that is not there comes back with the text that it has: its updates stay in the file while it is gone.
  const present = sectionsChangedAt(connection, revision).filter((id) => isThere(connection, id));
  return new Map(
    present.map((id) => {
      const before = sectionAt(connection, id, revision - 1);
      const after = sectionAt(connection, id, revision);
      const [from, to] = side === 'before' ? [after, before] : [before, after];
      return [id, carryOverNodes(readSection(connection, id), from, to)];
    }),
  );
}

function isThere(connection: Statements, id: string): boolean {
  return connection.prepare<[string], number>('SELECT 1 FROM draft_section WHERE id = ?').pluck().get(id) !== undefined;
}

/** The texts that stood otherwise right after a revision of this file than they do now; of one section, or of all. */
export function otherSectionsAt(connection: Statements, revision: number, only?: string): SectionTexts {
  const documents = connection.prepare<[], string>('SELECT DISTINCT document FROM text_update').pluck().all();
  const ids = documents.flatMap((document) => sectionOfDocument(document) ?? []).filter((id) => only === undefined || id === only);
  const texts = new Map<string, readonly RichNode[]>();
  for (const id of ids) {
    const then = sectionAt(connection, id, revision);
    if (JSON.stringify(then) !== JSON.stringify(readSection(connection, id))) texts.set(id, then);
  }
  return texts;
}

/** States of objects with the texts of sections beside them; sections that go, or are not there, are left alone. */
export function addSectionStates(connection: Statements, states: readonly ObjectState[], texts: SectionTexts): ObjectState[] {
  const result = [...states];
  for (const [id, nodes] of texts) {
    const values = { [richTextField]: JSON.stringify(nodes) };
    const place = result.findIndex((state) => state.type === richTextType && state.id === id);
    const known = result[place];
    if (!known && isThere(connection, id)) result.push({ type: richTextType, id, values });
    else if (known?.values) result[place] = { ...known, values: { ...known.values, ...values } };
  }
  return result;
}
