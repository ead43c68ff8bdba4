import { v7 as uuidv7 } from 'uuid';
import { type CommentInput, commentSchema, type TextComment } from '#shared/domain/policy-text.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

/** Of one draft, oldest first. */
export function listComments(project: OpenProject, draftId: string): TextComment[] {
  const rows = project.all(
    sql
      .selectFrom('text_comment as c')
      .innerJoin('draft_section as s', 's.id', 'c.section_id')
      .selectAll('c')
      .where('s.draft_id', '=', draftId)
      .orderBy('c.at')
      .orderBy('c.id'),
  );
  return rows.map(readRow);
}

export function findComment(project: OpenProject, id: string): TextComment {
  return readRow(project.found(sql.selectFrom('text_comment').selectAll().where('id', '=', id)));
}

function readRow(row: {
  id: string;
  section_id: string;
  reply_to: string | null;
  anchor: string;
  quote: string;
  text: string;
  person: string;
  at: string;
  status: string;
}) {
  return commentSchema.parse({
    ...{ id: row.id, sectionId: row.section_id, replyTo: row.reply_to, anchor: row.anchor, quote: row.quote },
    ...{ text: row.text, person: row.person, at: row.at, status: row.status },
  });
}

/** Writes a comment; an answer to one makes that one answered. Refused as `object/not-found` where the comment it answers is about another section. */
export function addComment(write: ChangeWriter, project: OpenProject, input: CommentInput & { person: string; at: string }): string {
  const id = uuidv7();
  if (input.replyTo !== null) {
    const asked = findComment(project, input.replyTo);
    if (asked.sectionId !== input.sectionId || asked.replyTo !== null) refuse('object/not-found');
    if (asked.status === 'open') write.run(sql.updateTable('text_comment').set({ status: 'answered' }).where('id', '=', asked.id));
  }
  const { sectionId, replyTo, anchor, quote, text, person, at } = input;
  write.run(sql.insertInto('text_comment').values({ id, section_id: sectionId, reply_to: replyTo, anchor, quote, text, person, at }));
  return id;
}

/** Removes a comment with its answers. */
export function removeComment(write: ChangeWriter, id: string): void {
  write.run(sql.deleteFrom('text_comment').where((where) => where.or([where('id', '=', id), where('reply_to', '=', id)])));
}
