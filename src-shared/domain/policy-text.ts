import { z } from 'zod';
import { dateSchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { liveBlockNames, livePartSchema } from './policy-text-live.ts';
import { languageTagSchema } from './project.ts';
import { richNodesSchema } from './rich-text.ts';

/** What a draft begins as: its parts, their titles and first words stand in `resources/policy-templates`. */
export const draftTemplates = ['long-policy', 'short-policy', 'council-resolution'] as const;
export type DraftTemplate = (typeof draftTemplates)[number];

export const sectionInputSchema = z.object({ title: lineSchema, level: z.union([z.literal(1), z.literal(2)]), isLeftOut: z.boolean() });
export const sectionSchema = sectionInputSchema.extend({
  id: idSchema,
  draftId: idSchema,
  /** Which part of the template it is; empty for an own one. */
  code: z.string(),
  /** What the part is for, in the draft's language; empty for an own one. */
  hint: z.string(),
  plainText: z.string(),
  words: z.int(),
  openComments: z.int(),
  openSuggestions: z.int(),
});
export type DraftSection = z.infer<typeof sectionSchema>;

export const draftSchema = z.object({
  id: idSchema,
  template: z.enum(draftTemplates),
  title: lineSchema,
  language: languageTagSchema,
  madeAt: z.string(),
  sections: z.array(sectionSchema),
});
export type Draft = z.infer<typeof draftSchema>;

export const draftAddSchema = z.object({ template: z.enum(draftTemplates), language: languageTagSchema, title: lineSchema.default('') });
export type DraftAdd = z.infer<typeof draftAddSchema>;

export const templateSchema = z.object({
  template: z.enum(draftTemplates),
  title: z.string(),
  about: z.string(),
  sections: z.array(z.object({ code: z.string(), level: z.int(), title: z.string() })),
});
export type TemplateOffer = z.infer<typeof templateSchema>;

/** Updates of a Yjs document, in base64 to pass any door. */
export const updateTextSchema = z.string().max(4_000_000);
/** What is new in a section's text since a state vector, and the number that this reader writes with. */
export const sectionTextSchema = z.object({ update: z.string(), vector: z.string(), hand: z.number() });

export const commentStatuses = ['open', 'answered', 'resolved'] as const;
export const commentInputSchema = z.object({
  sectionId: idSchema,
  /** The comment that this one answers. */
  replyTo: idSchema.nullable().default(null),
  /** Where the words are: two relative positions of the section's Yjs document as JSON; empty = the whole section. */
  anchor: z.string().max(2_000).default(''),
  /** The words as they stood when the comment was written. */
  quote: z.string().max(1_000).default(''),
  text: textSchema.min(1),
});
export type CommentInput = z.infer<typeof commentInputSchema>;
export const commentSchema = commentInputSchema.extend({ id: idSchema, person: z.string(), at: z.string(), status: z.enum(commentStatuses) });
export type TextComment = z.infer<typeof commentSchema>;

/** A stretch of a comparison of two texts, word by word. */
export const differenceSchema = z.array(z.object({ kind: z.enum(['same', 'added', 'removed']), text: z.string() }));
export type WordDifference = z.infer<typeof differenceSchema>;

export const suggestionStatuses = ['open', 'accepted', 'refused'] as const;
export const suggestionInputSchema = z.object({
  sectionId: idSchema,
  /** The whole section as it is proposed, and as it stood when the person began. */
  content: richNodesSchema,
  base: richNodesSchema,
  reason: textSchema.default(''),
});
export type SuggestionInput = z.infer<typeof suggestionInputSchema>;
export const suggestionSchema = z.object({
  id: idSchema,
  sectionId: idSchema,
  reason: z.string(),
  person: z.string(),
  at: z.string(),
  status: z.enum(suggestionStatuses),
  decidedBy: z.string(),
  decidedAt: z.string().nullable(),
  answer: z.string(),
  /** What it would change in the text as it stood. */
  difference: differenceSchema,
  /** The section has been written on since. */
  isOutOfDate: z.boolean(),
});
export type TextSuggestion = z.infer<typeof suggestionSchema>;

export const versionKinds = ['draft', 'consulted', 'adopted'] as const;
export type VersionKind = (typeof versionKinds)[number];
export const versionInputSchema = z.object({
  draftId: idSchema,
  kind: z.enum(versionKinds),
  label: lineSchema.default(''),
  /** Who was consulted or who adopted it. */
  body: lineSchema.default(''),
  decidedOn: dateSchema.default(''),
  /** Number of the resolution. */
  number: lineSchema.default(''),
  note: textSchema.default(''),
});
export type VersionInput = z.infer<typeof versionInputSchema>;

/** A block of written text: what stands in it is data, never markup. `level` 1–3 of a heading, depth of a list (0 = not nested). */
export const textRunSchema = z.object({ text: z.string(), isBold: z.boolean().optional(), isItalic: z.boolean().optional() });
export const writtenBlockSchema = z.object({
  kind: z.literal('written'),
  style: z.enum(['paragraph', 'heading', 'bullet', 'numbered', 'quote']),
  level: z.int(),
  runs: z.array(textRunSchema),
});
export type WrittenBlock = z.infer<typeof writtenBlockSchema>;
export const liveBlockSchema = z.object({ kind: z.literal('live'), block: z.enum(liveBlockNames), of: z.string() });
export type LiveBlock = z.infer<typeof liveBlockSchema>;
export type TextBlock = WrittenBlock | LiveBlock;

/** A version as it was frozen: live blocks with the data of then. */
export const frozenBlockSchema = z.discriminatedUnion('kind', [writtenBlockSchema, liveBlockSchema.extend({ parts: z.array(livePartSchema) })]);
export type FrozenBlock = z.infer<typeof frozenBlockSchema>;
export const frozenSectionSchema = z.object({ id: idSchema, code: z.string(), title: z.string(), level: z.int(), blocks: z.array(frozenBlockSchema) });
export const frozenDraftSchema = z.object({
  format: z.literal(1),
  title: z.string(),
  template: z.string(),
  language: z.string(),
  city: z.string(),
  sections: z.array(frozenSectionSchema),
});
export type FrozenDraft = z.infer<typeof frozenDraftSchema>;

export const versionSchema = z.object({
  id: idSchema,
  draftId: idSchema.nullable(),
  kind: z.enum(versionKinds),
  label: z.string(),
  body: z.string(),
  decidedOn: z.string(),
  number: z.string(),
  note: z.string(),
  /** Digest of the frozen content. */
  sha256: z.string(),
  person: z.string(),
  madeAt: z.string(),
  revision: z.int(),
  words: z.int(),
});
export type PolicyVersion = z.infer<typeof versionSchema>;

/** One part of two versions side by side. */
export const sectionDifferenceSchema = z.object({
  title: z.string(),
  kind: z.enum(['same', 'changed', 'added', 'removed']),
  difference: differenceSchema,
});
export type SectionDifference = z.infer<typeof sectionDifferenceSchema>;
