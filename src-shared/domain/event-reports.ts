import { z } from 'zod';
import { daySchema, idSchema, lineSchema, textSchema } from './ids.ts';
import { clockTimeSchema } from './workshops.ts';

/** The partners' form that a report follows; a later form gets a name of its own, so that an old report stays what it was. */
export const formVersion = 'partners-2014';

/** Kinds of events that the form knows. */
export const eventTypes = ['networking', 'side', 'training', 'city-changer-room', 'urban-library', 'agora', 'one-un'] as const;
export const eventTypeSchema = z.enum(eventTypes);

/** The form's focus areas, each with its sub-areas, complete and in its order. */
export const thematicAreas = [
  { area: 'land-and-governance', subAreas: ['land', 'legislation', 'management', 'safety'] },
  { area: 'planning', subAreas: ['regional-planning', 'city-extensions', 'market-towns'] },
  { area: 'economy', subAreas: ['municipal-finance', 'productivity', 'youth-jobs'] },
  { area: 'basic-services', subAreas: ['water', 'energy', 'mobility', 'waste'] },
  { area: 'housing', subAreas: ['housing', 'slum-upgrading', 'shelter'] },
  { area: 'risk-reduction', subAreas: ['risk-reduction', 'infrastructure', 'climate', 'resilience'] },
  { area: 'research', subAreas: ['observatory', 'flagship-reports', 'capacity'] },
] as const;
export type ThematicArea = (typeof thematicAreas)[number]['area'];
/** One choice of the list: `area/sub-area`. */
export const themes: readonly string[] = thematicAreas.flatMap(({ area, subAreas }) => subAreas.map((subArea) => `${area}/${subArea}`));
export const themeSchema = z.string().refine((value) => themes.includes(value));

export const crossCuttingIssues = ['gender', 'youth', 'human-rights'] as const;

/** The parts of running text, in the form's order. The three issues stand under headings that may be renamed. */
export const reportParts = ['summary', 'outline', 'issues-1', 'issues-2', 'issues-3', 'recommendations', 'partnerships'] as const;
export const reportPartSchema = z.enum(reportParts);
export type ReportPart = (typeof reportParts)[number];
export const issueParts = ['issues-1', 'issues-2', 'issues-3'] as const satisfies readonly ReportPart[];

/** Most words that the form allows: warned of, never cut. */
export const wordLimits = { summary: 300, discussion: 500 } as const;
/** Parts whose words count together, by limit. */
export const partsOfLimit = {
  summary: ['summary'],
  discussion: ['outline', 'issues-1', 'issues-2', 'issues-3', 'recommendations', 'partnerships'],
} as const satisfies Readonly<Record<keyof typeof wordLimits, readonly ReportPart[]>>;

export const organiserSchema = z.object({ name: lineSchema, place: lineSchema });

/** What is filled in, beside the running text and the people. Times are the clock on the wall there. */
export const eventFactsSchema = z.object({
  eventType: z.union([eventTypeSchema, z.literal('')]),
  title: lineSchema,
  number: lineSchema,
  startsOn: daySchema.nullable(),
  endsOn: daySchema.nullable(),
  venue: lineSchema,
  startTime: z.union([clockTimeSchema, z.literal('')]),
  endTime: z.union([clockTimeSchema, z.literal('')]),
  organisers: z.array(organiserSchema).max(60),
  participants: z.int().min(0).max(1_000_000).nullable(),
  themes: z.array(themeSchema).max(60),
  crossCutting: z.array(z.enum(crossCuttingIssues)),
  /** Empty = the form's own heading. */
  issueHeadings: z.tuple([lineSchema, lineSchema, lineSchema]),
  deadlineOn: daySchema.nullable(),
  sendTo: lineSchema,
});
export type EventFacts = z.infer<typeof eventFactsSchema>;

/** Facts that a workshop can tell. */
export const takenFacts = [
  'eventType',
  'title',
  'startsOn',
  'endsOn',
  'venue',
  'startTime',
  'endTime',
  'organisers',
  'participants',
  'themes',
  'crossCutting',
] as const;
export type TakenFact = (typeof takenFacts)[number];
/** What may carry the mark «taken from the workshop»: a fact or a part of the text. */
export const takenSchema = z.union([z.enum(takenFacts), reportPartSchema]);
export type Taken = z.infer<typeof takenSchema>;

export const speakerRoles = ['reporter', 'speaker', 'presenter', 'moderator'] as const;
export const speakerRoleSchema = z.enum(speakerRoles);

/** What somebody agreed to: that their name and post stand in the report, that their e-mail address does. */
export const speakerConsentSchema = z.object({ named: z.boolean().default(false), email: z.boolean().default(false) });
export type SpeakerConsent = z.infer<typeof speakerConsentSchema>;

export const speakerInputSchema = z.object({
  role: speakerRoleSchema,
  /** «Dr», «Ms»: how they are addressed. */
  title: lineSchema,
  fullName: lineSchema,
  nationality: lineSchema,
  organisation: lineSchema,
  speaksAt: z.union([clockTimeSchema, z.literal('')]),
  post: lineSchema,
  email: lineSchema,
  consent: speakerConsentSchema,
  /** Day after which what is known of them is to be deleted. */
  deleteAfter: daySchema.nullable(),
});
export type SpeakerInput = z.infer<typeof speakerInputSchema>;
export const speakerSchema = speakerInputSchema.extend({
  id: idSchema,
  reportId: idSchema,
  personId: idSchema,
  /** When they were asked; null = not yet. */
  consentAt: z.string().nullable(),
  /** Also a contact, in the team or on a list: what is changed of the name changes there too, and deleting here keeps them there. */
  isKnownElsewhere: z.boolean(),
  /** The day to delete by has passed. */
  isDue: z.boolean(),
});
export type Speaker = z.infer<typeof speakerSchema>;

export const eventReportSchema = z.object({
  id: idSchema,
  workshopId: idSchema,
  formVersion: z.string(),
  madeAt: z.string(),
  facts: eventFactsSchema,
  texts: z.record(reportPartSchema, textSchema),
  /** What still stands as it was taken from the workshop. */
  taken: z.array(takenSchema),
  speakers: z.array(speakerSchema),
});
export type EventReport = z.infer<typeof eventReportSchema>;

/** A report as it may leave the project: people only as far as they agreed. */
export type PrintedEventReport = Pick<EventReport, 'id' | 'workshopId' | 'formVersion' | 'facts' | 'texts'> & {
  readonly workshopTitle: string;
  readonly reporter: string;
  readonly speakers: readonly Pick<SpeakerInput, 'role' | 'title' | 'fullName' | 'nationality' | 'organisation' | 'speaksAt' | 'post' | 'email'>[];
  /** People who did not agree to stand in it. */
  readonly leftOut: number;
};

/** A certificate of a training: who finished it and agreed to be named. */
export const certificateSchema = z.object({
  id: idSchema,
  number: z.string(),
  workshopId: idSchema,
  participantId: idSchema,
  name: z.string(),
  issuedOn: daySchema,
  signatoryId: idSchema.nullable(),
  withdrawnOn: daySchema.nullable(),
  reason: textSchema,
});
export type Certificate = z.infer<typeof certificateSchema>;

export const certificateRegisterSchema = z.object({
  certificates: z.array(certificateSchema),
  /** Who finished, agreed to be named and has none yet. */
  ready: z.int(),
  /** Who finished, but did not agree to be named: no certificate is made. */
  withoutConsent: z.int(),
  /** Who may sign. */
  signatories: z.array(z.object({ id: idSchema, name: z.string(), title: z.string(), body: z.string() })),
});
export type CertificateRegister = z.infer<typeof certificateRegisterSchema>;

/** A certificate as its page prints it; withdrawn ones are not among them. */
export interface PrintedCertificate {
  readonly id: string;
  readonly workshopId: string;
  readonly number: string;
  readonly name: string;
  /** What was finished: the course where one is named, else the workshop. */
  readonly course: string;
  readonly workshop: string;
  readonly place: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Hours that they were there; null = not noted. */
  readonly hours: number | null;
  readonly issuedOn: string;
  readonly signatory: { readonly name: string; readonly title: string; readonly body: string } | null;
}
