import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { shorten } from '../findings/shorten.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { authorOfRequest } from '../project/history/request-author.ts';
import { type ChangeDescription, type OpenProject, sql } from '../project/open-project.ts';
import { updateSince } from '../project/texts/rich-text.ts';
import { appendToSection, noteWork, readSection } from '../project/texts/section-texts.ts';
import { handOf } from '../project/texts/shared-text.ts';
import { documentOfSection } from '../project/texts/text-columns.ts';
import { updatesOfDocument } from '../project/texts/write-texts.ts';
import { refuse } from '../refuse.ts';
import type { EngineContext } from '../services.ts';
import { addComment, findComment, listComments, removeComment } from './comments.ts';
import { addDraft, addSection, findDraft, findSection, listDrafts, positionBefore } from './drafts.ts';
import { freeze, readLive } from './live.ts';
import { printedDraft } from './printed-drafts.ts';
import { addSuggestion, decideSuggestion, findSuggestion, listSuggestions } from './suggestions.ts';
import { offerTemplates, readTemplate } from './templates.ts';
import { addVersion, compareDrafts, findVersion, readVersions } from './versions.ts';

const policyText = procedures.policyText;

/** Nobody writes a part of a policy longer than this; the document of a text stays quick to open. */
const longestSection = 200_000;

const resourcesOf = (context: EngineContext) => context.services.folders.resources;
const named = (name: string, params: ChangeDescription['params'] = {}): ChangeDescription => ({ name: `policyText.${name}`, params, subjects: ['texts'] });
/** Who writes, and when, beside a comment, a suggestion, a version. */
const byline = (project: OpenProject) => ({ person: authorOfRequest() ?? project.author.person, at: project.nowText() });
/** A section as it stands in the file, for what is asked with every word. */
const plainSection = (project: OpenProject, id: string) => project.found(sql.selectFrom('draft_section').select(['title', 'plain_text']).where('id', '=', id));
const bytes = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));
const base64 = (update: Uint8Array) => Buffer.from(update).toString('base64');

export const policyTextProcedures = policyText.router({
  templates: policyText.templates.handler(({ context, input }) => offerTemplates(resourcesOf(context), input.language)),

  drafts: policyText.drafts.handler(({ context }) => listDrafts(openProjectOf(context), resourcesOf(context))),

  addDraft: policyText.addDraft.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const position = (project.first(sql.selectFrom('draft').select(({ fn }) => fn.max('position').as('last')))?.last ?? 0) + 1;
    const madeAt = project.nowText();
    const title = input.title || readTemplate(resourcesOf(context), input.template, input.language).title;
    const id = project.change(named('addDraft', { name: title }), (write) =>
      addDraft(write, { ...input, title, madeAt, position, resourcesFolder: resourcesOf(context) }),
    );
    return findDraft(project, resourcesOf(context), id);
  }),

  renameDraft: policyText.renameDraft.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findDraft(project, resourcesOf(context), input.id);
    project.change(named('renameDraft', { name: input.title }), (write) => {
      write.run(sql.updateTable('draft').set({ title: input.title }).where('id', '=', input.id));
    });
    return findDraft(project, resourcesOf(context), input.id);
  }),

  removeDraft: policyText.removeDraft.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findDraft(project, resourcesOf(context), input.id);
    project.change(named('removeDraft', { name: title }), (write) => {
      write.run(sql.deleteFrom('draft').where('id', '=', input.id));
    });
  }),

  addSection: policyText.addSection.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { sections } = findDraft(project, resourcesOf(context), input.draftId);
    const place = sections.findIndex(({ id }) => id === input.afterId);
    if (input.afterId !== null && place < 0) refuse('object/not-found');
    const beforeId = input.afterId === null ? null : (sections[place + 1]?.id ?? null);
    const position = positionBefore(project, { draftId: input.draftId, beforeId });
    const id = project.change(named('addSection', { name: input.title }), (write) =>
      addSection(write, { draftId: input.draftId, position, title: input.title, code: '', level: 1 }),
    );
    return findSection(project, resourcesOf(context), id);
  }),

  updateSection: policyText.updateSection.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findSection(project, resourcesOf(context), input.id), ...given(input.patch) };
    project.change(named('updateSection', { name: after.title, fields: changedFields(input.patch) }), (write) => {
      const columns = { title: after.title, level: after.level, is_left_out: after.isLeftOut ? 1 : 0 };
      write.run(sql.updateTable('draft_section').set(columns).where('id', '=', input.id));
    });
    return findSection(project, resourcesOf(context), input.id);
  }),

  moveSection: policyText.moveSection.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { draftId, title } = findSection(project, resourcesOf(context), input.id);
    const position = positionBefore(project, { draftId, beforeId: input.beforeId, movingId: input.id });
    project.change(named('moveSection', { name: title }), (write) => {
      write.run(sql.updateTable('draft_section').set({ position }).where('id', '=', input.id));
    });
  }),

  removeSection: policyText.removeSection.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findSection(project, resourcesOf(context), input.id);
    project.change(named('removeSection', { name: title }), (write) => {
      write.run(sql.deleteFrom('draft_section').where('id', '=', input.id));
    });
  }),

  text: policyText.text.handler(({ context, input }) => {
    const project = openProjectOf(context);
    plainSection(project, input.sectionId);
    const updates = updatesOfDocument(project.reader, documentOfSection(input.sectionId));
    const { update, vector } = updateSince(updates, input.vector === null ? null : bytes(input.vector));
    return { update: base64(update), vector: base64(vector), hand: handOf(uuidv7()) };
  }),

  write: policyText.write.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title, plain_text } = plainSection(project, input.sectionId);
    if (plain_text.length > longestSection) refuse('text/too-long');
    project.change(named('write', { name: shorten(title) }), (write) => {
      const result = appendToSection(write.connection, input.sectionId, bytes(input.update));
      if (result === 'out-of-step') refuse('text/out-of-step');
      if (result === 'written') noteWork(write.connection, write.revision, input.sectionId);
    });
  }),

  nodes: policyText.nodes.handler(({ context, input }) => {
    const project = openProjectOf(context);
    plainSection(project, input.sectionId);
    return readSection(project.reader, input.sectionId);
  }),

  comments: policyText.comments.handler(({ context, input }) => listComments(openProjectOf(context), input.draftId)),

  addComment: policyText.addComment.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = plainSection(project, input.sectionId);
    const id = project.change(named('addComment', { name: title }), (write) => addComment(write, project, { ...input, ...byline(project) }));
    return findComment(project, id);
  }),

  setCommentStatus: policyText.setCommentStatus.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { sectionId } = findComment(project, input.id);
    const { title } = plainSection(project, sectionId);
    project.change(named('setCommentStatus', { name: title }), (write) => {
      write.run(sql.updateTable('text_comment').set({ status: input.status }).where('id', '=', input.id));
    });
    return findComment(project, input.id);
  }),

  removeComment: policyText.removeComment.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { sectionId } = findComment(project, input.id);
    const { title } = plainSection(project, sectionId);
    project.change(named('removeComment', { name: title }), (write) => removeComment(write, input.id));
  }),

  suggestions: policyText.suggestions.handler(({ context, input }) => listSuggestions(openProjectOf(context), input.draftId)),

  addSuggestion: policyText.addSuggestion.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = plainSection(project, input.sectionId);
    const id = project.change(named('addSuggestion', { name: title }), (write) => addSuggestion(write, { ...input, ...byline(project) }));
    return findSuggestion(project, id);
  }),

  decideSuggestion: policyText.decideSuggestion.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { sectionId } = findSuggestion(project, input.id);
    const { title } = plainSection(project, sectionId);
    const name = input.isAccepted ? 'acceptSuggestion' : 'refuseSuggestion';
    project.change(named(name, { name: title }), (write) => decideSuggestion(write, project, { ...input, ...byline(project) }));
    return findSuggestion(project, input.id);
  }),

  versions: policyText.versions.handler(({ context }) => readVersions(openProjectOf(context)).map(({ version }) => version)),

  makeVersion: policyText.makeVersion.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const draft = findDraft(project, resourcesOf(context), input.draftId);
    const city = project.found(sql.selectFrom('project').select('name')).name;
    const content = freeze(project, printedDraft(project, draft), { resourcesFolder: resourcesOf(context), city });
    const id = project.change(named('makeVersion', { name: draft.title }), (write) => addVersion(write, { ...input, content, ...byline(project) }));
    return findVersion(project, id).version;
  }),

  version: policyText.version.handler(({ context, input }) => findVersion(openProjectOf(context), input.id)),

  compare: policyText.compare.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const from = findVersion(project, input.fromId);
    if (input.toId !== null) return compareDrafts(from.content.sections, findVersion(project, input.toId).content.sections);
    if (from.version.draftId === null) refuse('object/not-found');
    const draft = findDraft(project, resourcesOf(context), from.version.draftId);
    const now = printedDraft(project, draft).sections.map((section) => ({ ...section, blocks: section.blocks.flatMap(written) }));
    return compareDrafts(from.content.sections, now);
  }),
});

function written<Block extends { readonly kind: string }>(block: Block): Extract<Block, { kind: 'written' }>[] {
  return block.kind === 'written' ? [block as Extract<Block, { kind: 'written' }>] : [];
}

const policyLive = procedures.policyLive;

export const policyLiveProcedures = policyLive.router({
  read: policyLive.read.handler(({ context, input }) => {
    const { language, blocks } = input;
    const parts = readLive(openProjectOf(context), { resourcesFolder: resourcesOf(context), language, blocks });
    return blocks.map((asked, place) => ({ ...asked, parts: parts[place] ?? [] }));
  }),
});
