import type { TextCheck, TextPlace } from '#shared/domain/policy-checks.ts';
import { draftTemplates } from '#shared/domain/policy-text.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { repeatedSentences, templateSentences } from '#shared/methods/boilerplate.ts';
import { readingLevel } from '#shared/methods/reading-level.ts';
import { readTemplate } from '../../policy-text/templates.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { listMeasures } from '../measures.ts';

interface Part extends TextPlace {
  readonly text: string;
}

/** The words of the newest draft and of the measures: how hard they are to read, what is said twice, what is still the template's. Null where there is nothing to read. */
export function checkText(project: OpenProject, resourcesFolder: string): TextCheck | null {
  const draft = project.first(sql.selectFrom('draft').selectAll().orderBy('made_at', 'desc').orderBy('id', 'desc').limit(1));
  const sections = draft ? sectionsOf(project, draft.id) : [];
  const parts = [...sections, ...measureParts(project)];
  if (parts.length === 0) return null;
  const language = draft?.language ?? 'en';
  const places = new Map(parts.map(({ id, kind, title }) => [id, { id, kind, title }]));
  const placed = (ids: readonly string[]) => ids.flatMap((id) => places.get(id) ?? []);
  return {
    language: draft?.language ?? '',
    title: draft?.title ?? '',
    whole: readingLevel(sections.map(({ text }) => text).join('\n'), language),
    sections: sections.map(({ text, ...place }) => ({ ...place, reading: readingLevel(text, language) })),
    repeated: repeatedSentences(parts, language).map(({ sentence, isExact, partIds }) => ({ sentence, isExact, places: placed(partIds) })),
    ofTemplate: draft
      ? templateSentences(sections, templateTexts(resourcesFolder, draft.language), language).map(({ sentence, partIds }) => ({
          sentence,
          places: placed(partIds),
        }))
      : [],
  };
}

function sectionsOf(project: OpenProject, draftId: string): Part[] {
  return project
    .all(
      sql
        .selectFrom('draft_section')
        .select(['id', 'title', 'plain_text'])
        .where('draft_id', '=', draftId)
        .where('is_left_out', '=', 0)
        .orderBy('position')
        .orderBy('id'),
    )
    .filter(({ plain_text }) => plain_text.trim() !== '')
    .map(({ id, title, plain_text }) => ({ kind: 'section', id, title, text: plain_text }));
}

function measureParts(project: OpenProject): Part[] {
  return listMeasures(project)
    .map(
      ({ id, title, description, activities, output }): Part => ({
        kind: 'measure',
        id,
        title,
        text: [description, activities, output].filter((text) => text.trim() !== '').join('\n'),
      }),
    )
    .filter(({ text }) => text !== '');
}

function templateTexts(resourcesFolder: string, language: string): string[] {
  return draftTemplates.flatMap((template) => readTemplate(resourcesFolder, template, language).sections.map(({ nodes }) => nodes.map(wordsOf).join('\n')));
}

/** Every paragraph on a line of its own. */
function wordsOf(node: RichNode): string {
  if (node.text !== undefined) return node.text;
  const isLine = node.type === 'paragraph' || node.type === 'heading';
  return (node.content ?? []).map(wordsOf).join(isLine ? '' : '\n');
}
