import { z } from 'zod';
import { fileTokenSchema, idSchema } from './ids.ts';
import { versionKinds } from './policy-text.ts';

export const outputFormats = ['pdf', 'docx', 'pptx', 'xlsx', 'zip'] as const;
export const outputFormatSchema = z.enum(outputFormats);
export type OutputFormat = (typeof outputFormats)[number];

/** Every output with the formats it can be had in; the first is made where none is asked for. */
const formatsByKind = {
  workbook: ['xlsx'],
  profile: ['pdf', 'docx'],
  'profile-short': ['pdf', 'docx'],
  policy: ['pdf', 'docx'],
  brief: ['pdf', 'docx'],
  'status-card': ['pdf'],
  monitoring: ['pdf', 'docx'],
  progress: ['pdf', 'docx'],
  'event-report': ['pdf', 'docx'],
  slides: ['pptx'],
  handouts: ['pdf'],
  certificates: ['pdf'],
  'open-data': ['zip'],
} as const satisfies Readonly<Record<string, readonly [OutputFormat, ...OutputFormat[]]>>;

export type OutputKind = keyof typeof formatsByKind;
export const outputKinds = Object.keys(formatsByKind) as OutputKind[];
export const outputKindSchema = z.enum(outputKinds);

export function formatsOf(kind: OutputKind): readonly OutputFormat[] {
  return formatsByKind[kind];
}

/** What is asked for when an output is made. */
export const outputAskedSchema = z.object({
  kind: outputKindSchema,
  format: outputFormatSchema.optional(),
  language: z.string().default('en'),
  /** What it is about where a project has several: the workshop of an event report, of certificates and handouts; the draft of a policy. Null = the newest. */
  about: idSchema.nullable().default(null),
  /** Saved choices of chapters, order, annexes and identity; null = the usual ones. */
  profileId: idSchema.nullable().default(null),
});
export type OutputAsked = z.infer<typeof outputAskedSchema>;

/** Something that a document tells of and that is not there yet (`outputs.need.<code>`), with the screen where it is put in. */
export const outputNeedSchema = z.object({
  code: z.enum([
    ...(['data', 'areas', 'incidents', 'indicators', 'stakeholders', 'findings', 'priorities', 'vision', 'measures', 'costs', 'text', 'must'] as const),
    ...(['safeguards', 'policyFacts', 'actuals', 'progress', 'workshop', 'eventReport', 'certificates'] as const),
  ]),
  path: z.string(),
});
export type OutputNeed = z.infer<typeof outputNeedSchema>;

/** A workshop, a draft or a version that an output can be about; `detail` is its first day, its language or the day it was decided. */
export const outputAboutSchema = z.object({
  kind: outputKindSchema,
  id: idSchema,
  title: z.string(),
  detail: z.string(),
  /** Of a kept version of the policy's text. */
  version: z.enum(versionKinds).nullable(),
});
export type OutputAbout = z.infer<typeof outputAboutSchema>;

/** Progress of any long work: `step` is a text key suffix (`progress.<step>`). */
export const progressSchema = z.object({ step: z.string(), done: z.int(), total: z.int().nullable() });
export type Progress = z.infer<typeof progressSchema>;

export const outputResultSchema = z.object({
  kind: outputKindSchema,
  format: outputFormatSchema,
  path: z.string(),
  fileName: z.string(),
  byteCount: z.int(),
  sha256: z.string(),
  pageCount: z.int().nullable(),
  /** For a door that hands files out itself (browser). */
  file: fileTokenSchema,
  /** Which typesetter made it and whether the PDF carries PDF/UA-1. */
  isAccessiblePdf: z.boolean().nullable(),
});
export type OutputResult = z.infer<typeof outputResultSchema>;
