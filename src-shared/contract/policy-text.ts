import { z } from 'zod';
import { idSchema, lineSchema, textSchema } from '../domain/ids.ts';
import {
  commentInputSchema,
  commentSchema,
  commentStatuses,
  draftAddSchema,
  draftSchema,
  frozenDraftSchema,
  sectionDifferenceSchema,
  sectionInputSchema,
  sectionSchema,
  sectionTextSchema,
  suggestionInputSchema,
  suggestionSchema,
  templateSchema,
  updateTextSchema,
  versionInputSchema,
  versionSchema,
} from '../domain/policy-text.ts';
import { liveBlockNames, livePartSchema } from '../domain/policy-text-live.ts';
import { languageTagSchema } from '../domain/project.ts';
import { richNodesSchema } from '../domain/rich-text.ts';
import { procedure } from './refusal.ts';

const byId = z.object({ id: idSchema });

export const policyTextContract = {
  /** What a draft can begin as, in a language. */
  templates: procedure.input(z.object({ language: languageTagSchema })).output(z.array(templateSchema)),
  /** Newest last. */
  drafts: procedure.output(z.array(draftSchema)),
  /** With the template's sections and their first words, in the language asked for. */
  addDraft: procedure.input(draftAddSchema).output(draftSchema),
  renameDraft: procedure.input(byId.extend({ title: lineSchema })).output(draftSchema),
  removeDraft: procedure.input(byId).output(z.void()),

  /** After a section, or at the end. */
  addSection: procedure.input(z.object({ draftId: idSchema, afterId: idSchema.nullable(), title: lineSchema })).output(sectionSchema),
  updateSection: procedure.input(byId.extend({ patch: sectionInputSchema.partial() })).output(sectionSchema),
  /** Before another section of the same draft; null = to the end. */
  moveSection: procedure.input(byId.extend({ beforeId: idSchema.nullable() })).output(z.void()),
  removeSection: procedure.input(byId).output(z.void()),

  /** The text, or what is new in it since a state vector that an earlier answer gave. */
  text: procedure.input(z.object({ sectionId: idSchema, vector: z.string().max(1_000_000).nullable() })).output(sectionTextSchema),
  /** Takes what was written into the project: when this returns it is on the disk. Refused as `text/out-of-step` when it builds on what is not here. */
  write: procedure.input(z.object({ sectionId: idSchema, update: updateTextSchema })).output(z.void()),
  /** The text as nodes, to begin a suggestion from. */
  nodes: procedure.input(z.object({ sectionId: idSchema })).output(richNodesSchema),

  /** Of one section or of a whole draft, oldest first. */
  comments: procedure.input(z.object({ draftId: idSchema })).output(z.array(commentSchema)),
  addComment: procedure.input(commentInputSchema).output(commentSchema),
  setCommentStatus: procedure.input(byId.extend({ status: z.enum(commentStatuses) })).output(commentSchema),
  removeComment: procedure.input(byId).output(z.void()),

  suggestions: procedure.input(z.object({ draftId: idSchema })).output(z.array(suggestionSchema)),
  addSuggestion: procedure.input(suggestionInputSchema).output(suggestionSchema),
  /** Accepted, its changes go into the text as it stands now; what others wrote since stays. */
  decideSuggestion: procedure.input(byId.extend({ isAccepted: z.boolean(), answer: textSchema.default('') })).output(suggestionSchema),

  /** Newest first. */
  versions: procedure.output(z.array(versionSchema)),
  makeVersion: procedure.input(versionInputSchema).output(versionSchema),
  /** The frozen text; `isIntact` = it has the digest that it was frozen with. */
  version: procedure.input(byId).output(z.object({ version: versionSchema, content: frozenDraftSchema, isIntact: z.boolean() })),
  /** Word by word; `toId` null = the draft as it stands now. */
  compare: procedure.input(z.object({ fromId: idSchema, toId: idSchema.nullable() })).output(z.array(sectionDifferenceSchema)),
};

/** Apart from the text, because it is read again when data change and not when somebody types. */
export const policyLiveContract = {
  read: procedure
    .input(z.object({ language: languageTagSchema, blocks: z.array(z.object({ block: z.enum(liveBlockNames), of: z.string().max(100) })).max(200) }))
    .output(z.array(z.object({ block: z.enum(liveBlockNames), of: z.string(), parts: z.array(livePartSchema) }))),
};
