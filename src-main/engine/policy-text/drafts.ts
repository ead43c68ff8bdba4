import { v7 as uuidv7 } from 'uuid';
import { type Draft, type DraftAdd, type DraftSection, type DraftTemplate, draftTemplates } from '#shared/domain/policy-text.ts';
import { countWords } from '#shared/domain/policy-text-blocks.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { setSection } from '../project/texts/section-texts.ts';
import { refuse } from '../refuse.ts';
import { readTemplate } from './templates.ts';

/** A section without a word: editors want one paragraph to write into. */
const emptyText: readonly RichNode[] = [{ type: 'paragraph' }];

/** Oldest first, each with its sections in order. */
export function listDrafts(project: OpenProject, resourcesFolder: string): Draft[] {
  const sections = listSections(project, resourcesFolder);
  return project.all(sql.selectFrom('draft').selectAll().orderBy('position').orderBy('made_at').orderBy('id')).map((row) => ({
    ...{ id: row.id, template: templateOf(row.template), title: row.title, language: row.language, madeAt: row.made_at },
    sections: sections.filter(({ draftId }) => draftId === row.id),
  }));
}

export function findDraft(project: OpenProject, resourcesFolder: string, id: string): Draft {
  return listDrafts(project, resourcesFolder).find((draft) => draft.id === id) ?? refuse('object/not-found');
}

export function findSection(project: OpenProject, resourcesFolder: string, id: string): DraftSection {
  return listSections(project, resourcesFolder).find((section) => section.id === id) ?? refuse('object/not-found');
}

function listSections(project: OpenProject, resourcesFolder: string): DraftSection[] {
  const comments = openBySection(project, 'text_comment');
  const suggestions = openBySection(project, 'text_suggestion');
  const hints = hintReader(resourcesFolder);
  const rows = project.all(
    sql
      .selectFrom('draft_section as s')
      .innerJoin('draft as d', 'd.id', 's.draft_id')
      .selectAll('s')
      .select(['d.template', 'd.language'])
      .orderBy('s.position')
      .orderBy('s.id'),
  );
  return rows.map((row) => ({
    ...{ id: row.id, draftId: row.draft_id, title: row.title, code: row.code, level: row.level === 2 ? 2 : 1, isLeftOut: row.is_left_out === 1 },
    hint: hints(templateOf(row.template), row.language, row.code),
    plainText: row.plain_text,
    words: countWords(row.plain_text),
    openComments: comments.get(row.id) ?? 0,
    openSuggestions: suggestions.get(row.id) ?? 0,
  }));
}

function openBySection(project: OpenProject, table: 'text_comment' | 'text_suggestion'): Map<string, number> {
  const rows =
    table === 'text_comment'
      ? project.all(
          sql
            .selectFrom('text_comment')
            .select(({ fn }) => ['section_id', fn.countAll<number>().as('n')])
            .where('status', '<>', 'resolved')
            .where('reply_to', 'is', null)
            .groupBy('section_id'),
        )
      : project.all(
          sql
            .selectFrom('text_suggestion')
            .select(({ fn }) => ['section_id', fn.countAll<number>().as('n')])
            .where('status', '=', 'open')
            .groupBy('section_id'),
        );
  return new Map(rows.map(({ section_id, n }) => [section_id, n]));
}

function hintReader(resourcesFolder: string): (template: DraftTemplate, language: string, code: string) => string {
  const known = new Map<string, ReadonlyMap<string, string>>();
  return (template, language, code) => {
    const name = `${template} ${language}`;
    const hints = known.get(name) ?? new Map(readTemplate(resourcesFolder, template, language).sections.map((section) => [section.code, section.hint]));
    known.set(name, hints);
    return hints.get(code) ?? '';
  };
}

function templateOf(stored: string): DraftTemplate {
  return draftTemplates.find((template) => template === stored) ?? 'long-policy';
}

/** Writes a draft with the sections and first words of its template. Returns its id. */
export function addDraft(write: ChangeWriter, input: DraftAdd & { madeAt: string; position: number; resourcesFolder: string }): string {
  const template = readTemplate(input.resourcesFolder, input.template, input.language);
  const id = uuidv7();
  write.run(
    sql
      .insertInto('draft')
      .values({ id, template: input.template, title: input.title, language: input.language, position: input.position, made_at: input.madeAt }),
  );
  for (const [index, { code, level, title: name, nodes }] of template.sections.entries()) {
    addSection(write, { draftId: id, position: index + 1, title: name, code, level, nodes });
  }
  return id;
}

interface SectionRow {
  readonly draftId: string;
  readonly position: number;
  readonly title: string;
  readonly code: string;
  readonly level: number;
  readonly nodes?: readonly RichNode[];
}

export function addSection(write: ChangeWriter, { draftId, position, title, code, level, nodes = emptyText }: SectionRow): string {
  const id = uuidv7();
  write.run(sql.insertInto('draft_section').values({ id, draft_id: draftId, position, title, code, level }));
  // After a live part there is always a line to write on.
  setSection(write.connection, id, nodes.at(-1)?.type === 'liveBlock' ? [...nodes, ...emptyText] : nodes.length > 0 ? nodes : emptyText);
  return id;
}

/** The position right before a section of a draft; after the last one where `beforeId` is null. `movingId` does not count. */
export function positionBefore(project: OpenProject, place: { draftId: string; beforeId: string | null; movingId?: string }): number {
  const rows = project
    .all(sql.selectFrom('draft_section').select(['id', 'position']).where('draft_id', '=', place.draftId).orderBy('position').orderBy('id'))
    .filter(({ id }) => id !== place.movingId);
  if (place.beforeId === null) return (rows.at(-1)?.position ?? 0) + 1;
  const index = rows.findIndex(({ id }) => id === place.beforeId);
  const after = rows[index] ?? refuse('object/not-found');
  const before = rows[index - 1]?.position ?? after.position - 2;
  return (before + after.position) / 2;
}
