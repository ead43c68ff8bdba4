import type { OutputKind } from '#shared/domain/outputs.ts';
import type { ExportContext } from './export-context.ts';
import type { ProfileData } from './profile-data.ts';
import { writePolicy } from './report/policy-report.ts';
import { writeProfile } from './report/profile-report.ts';
import type { Report } from './report/report-document.ts';

/** Says what a document says, in blocks; how it looks as PDF, Word or slides is the business of what sets it. */
export type DocumentWriter = (data: ProfileData, context: ExportContext) => Report;

/** The documents made of blocks, by output. */
export const documentWriters: Readonly<Partial<Record<OutputKind, DocumentWriter>>> = {
  profile: writeProfile,
  policy: writePolicy,
};
