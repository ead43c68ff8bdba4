import type { OutputKind } from '#shared/domain/outputs.ts';
import type { ExportContext } from './export-context.ts';
import type { ProfileData } from './profile-data.ts';
import { writeCertificates } from './report/certificates.ts';
import { writeEventReport } from './report/event-report.ts';
import { writeHandouts } from './report/handouts.ts';
import { writeMonitoring } from './report/monitoring-report.ts';
import { writePolicy } from './report/policy-report.ts';
import { writeProfile } from './report/profile-report.ts';
import { writeProgress } from './report/progress-report.ts';
import type { Report } from './report/report-document.ts';
import { briefSteps, writeBrief } from './report/short/brief-report.ts';
import { cardSteps, writeStatusCard } from './report/short/status-card.ts';
import { writeShortProfile } from './report/short-profile.ts';

/**
 * Says what a document says, in blocks; how it looks as PDF, Word or slides is the business of what sets it. `detail` counts from 0 (everything) up to the steps of its page limit
 * (as short as it gets).
 */
export type DocumentWriter = (data: ProfileData, context: ExportContext, detail: number) => Report;

/** The documents made of blocks, by output. */
export const documentWriters: Readonly<Partial<Record<OutputKind, DocumentWriter>>> = {
  profile: writeProfile,
  'profile-short': writeShortProfile,
  brief: writeBrief,
  'status-card': writeStatusCard,
  handouts: writeHandouts,
  certificates: writeCertificates,
  policy: writePolicy,
  monitoring: writeMonitoring,
  progress: writeProgress,
  'event-report': writeEventReport,
};

/** Documents of a fixed length, and in how many steps each can be written shorter. */
export const pageLimits: Readonly<Partial<Record<OutputKind, { readonly pages: number; readonly steps: number }>>> = {
  brief: { pages: 2, steps: briefSteps },
  'status-card': { pages: 1, steps: cardSteps },
};
