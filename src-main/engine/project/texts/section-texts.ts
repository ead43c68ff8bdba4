import { v7 as uuidv7 } from 'uuid';
import { blocksOf, plainTextOf } from '#shared/domain/policy-text-blocks.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { objectKeys } from '../history/change-log.ts';
import type { RowValues } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { newIn, nodesOf, updateToNodes } from './rich-text.ts';
import { handOf } from './shared-text.ts';
import { documentOfSection, richTextField, richTextType } from './text-columns.ts';
import { addUpdate, updatesOfDocument, writerOf } from './write-texts.ts';

type Statements = Pick<Connection, 'prepare'>;

/** What a section says, as nodes. */
export function readSection(connection: Statements, id: string): RichNode[] {
  return nodesOf(updatesOfDocument(connection, documentOfSection(id)));
}

/** Makes a section say something, inside a change: writes what differs as one more update. True when anything did. */
export function setSection(connection: Statements, id: string, nodes: readonly RichNode[]): boolean {
  const document = documentOfSection(id);
  const update = updateToNodes(updatesOfDocument(connection, document), nodes, handOf(writerOf(connection)));
  if (!update) return false;
  addUpdate(connection, { id: uuidv7(), document, update });
  refreshSection(connection, id);
  return true;
}

/**
 * Takes in an update that an editor made, inside a change. `known` = nothing in it is new; `out-of-step` = it builds on what is not here; both
 * write nothing.
 */
export function appendToSection(connection: Statements, id: string, update: Uint8Array): 'written' | 'known' | 'out-of-step' {
  const document = documentOfSection(id);
  const fresh = newIn(updatesOfDocument(connection, document), update);
  if (fresh === null) return 'known';
  if (fresh === 'out-of-step') return fresh;
  addUpdate(connection, { id: uuidv7(), document, update: fresh });
  refreshSection(connection, id);
  return 'written';
}

/**
 * Says inside a change that somebody worked in a section. Its row stays as it is; where another copy removed the section without knowing of
 * this work, it lives on and the removal becomes a question.
 */
export function noteWork(connection: Connection, revision: number, id: string): void {
  const key = objectKeys(connection)(richTextType, id, null);
  connection.prepare<[number, number]>('INSERT OR IGNORE INTO edit (change_revision, object_key, kind) VALUES (?, ?, 3)').run(revision, key);
}

/** Brings what a state of a section says of its text into the text. */
export function setSectionState(connection: Statements, id: string, values: RowValues): void {
  const stored = values[richTextField];
  if (typeof stored === 'string') setSection(connection, id, JSON.parse(stored) as RichNode[]);
}

/** Brings the readable column of all sections to what their updates say. To be called wherever updates or sections came in by another way. */
export function refreshSections(connection: Statements): void {
  for (const id of connection.prepare<[], string>('SELECT id FROM draft_section').pluck().all()) refreshSection(connection, id);
}

function refreshSection(connection: Statements, id: string): void {
  const text = plainTextOf(blocksOf(readSection(connection, id)));
  connection.prepare<[string, string, string]>('UPDATE draft_section SET plain_text = ? WHERE id = ? AND plain_text <> ?').run(text, id, text);
}
