import { v7 as uuidv7 } from 'uuid';
import { type SuggestionInput, suggestionSchema, type TextSuggestion } from '#shared/domain/policy-text.ts';
import { blocksOf, plainTextOf } from '#shared/domain/policy-text-blocks.ts';
import { type RichNode, richNodesSchema } from '#shared/domain/rich-text.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { carryOverNodes } from '../project/texts/rich-text.ts';
import { noteWork, readSection, setSection } from '../project/texts/section-texts.ts';
import { refuse } from '../refuse.ts';
import { wordDifference } from './word-difference.ts';

/** Of one draft, oldest first. */
export function listSuggestions(project: OpenProject, draftId: string): TextSuggestion[] {
  return project.all(suggestionsQuery.where('s.draft_id', '=', draftId).orderBy('t.at').orderBy('t.id')).map(readRow);
}

export function findSuggestion(project: OpenProject, id: string): TextSuggestion {
  return readRow(project.found(suggestionsQuery.where('t.id', '=', id)));
}

const suggestionsQuery = sql.selectFrom('text_suggestion as t').innerJoin('draft_section as s', 's.id', 't.section_id').selectAll('t').select('s.plain_text');

interface Row {
  readonly id: string;
  readonly section_id: string;
  readonly content: string;
  readonly base: string;
  readonly reason: string;
  readonly person: string;
  readonly at: string;
  readonly status: string;
  readonly decided_by: string;
  readonly decided_at: string | null;
  readonly answer: string;
  readonly plain_text: string;
}

function readRow(row: Row): TextSuggestion {
  const [before, after] = [textOf(nodesIn(row.base)), textOf(nodesIn(row.content))];
  return suggestionSchema.parse({
    ...{ id: row.id, sectionId: row.section_id, reason: row.reason, person: row.person, at: row.at, status: row.status },
    ...{ decidedBy: row.decided_by, decidedAt: row.decided_at, answer: row.answer },
    difference: wordDifference(before, after),
    isOutOfDate: row.status === 'open' && before !== row.plain_text,
  });
}

function nodesIn(stored: string): RichNode[] {
  return stored === '' ? [] : richNodesSchema.parse(JSON.parse(stored));
}

function textOf(nodes: readonly RichNode[]): string {
  return plainTextOf(blocksOf(nodes));
}

export function addSuggestion(write: ChangeWriter, input: SuggestionInput & { person: string; at: string }): string {
  const id = uuidv7();
  const { sectionId, content, base, reason, person, at } = input;
  write.run(
    sql.insertInto('text_suggestion').values({ id, section_id: sectionId, content: JSON.stringify(content), base: JSON.stringify(base), reason, person, at }),
  );
  return id;
}

/**
 * Says yes or no to a suggestion. With a yes its changes go into the section as it stands now: what others wrote since it was made stays.
 * Refused as `text/already-decided`.
 */
export function decideSuggestion(
  write: ChangeWriter,
  project: OpenProject,
  decision: { id: string; isAccepted: boolean; answer: string; person: string; at: string },
): void {
  const row = project.found(sql.selectFrom('text_suggestion').selectAll().where('id', '=', decision.id));
  if (row.status !== 'open') refuse('text/already-decided');
  if (decision.isAccepted) {
    const present = readSection(write.connection, row.section_id);
    setSection(write.connection, row.section_id, carryOverNodes(present, nodesIn(row.base), nodesIn(row.content)));
    noteWork(write.connection, write.revision, row.section_id);
  }
  const status = decision.isAccepted ? 'accepted' : 'refused';
  const decided = { status, decided_by: decision.person, decided_at: decision.at, answer: decision.answer };
  write.run(sql.updateTable('text_suggestion').set(decided).where('id', '=', decision.id));
}
