import {
  IconArrowsSort,
  IconChecklist,
  IconCircleDot,
  IconGridDots,
  IconMap2,
  IconMessage2,
  IconMoodSmile,
  IconScale,
  IconThumbUp,
  type TablerIcon,
} from '@tabler/icons-react';
import { type Ballot, type BallotKind, type BallotOptionInput, type BallotSettings, type BallotSubject, ballotSettingsSchema } from '#shared/domain/ballots.ts';

/** A ballot while it is being made. An option that has an id is in the file already. */
export interface BallotDraft {
  readonly kind: BallotKind;
  readonly subject: BallotSubject;
  readonly sessionId: string | null;
  readonly question: string;
  readonly help: string;
  readonly settings: BallotSettings;
  readonly options: readonly DraftOption[];
}
export type DraftOption = BallotOptionInput & { readonly id?: string | undefined };

export const kindIcons: Readonly<Record<BallotKind, TablerIcon>> = {
  dots: IconCircleDot,
  ranking: IconArrowsSort,
  rating: IconMoodSmile,
  grid: IconGridDots,
  agree: IconThumbUp,
  statement: IconMessage2,
  place: IconMap2,
  quiz: IconChecklist,
  pairwise: IconScale,
};

/** Where options of a kind may come from, the usual first. */
export const subjectsOf: Readonly<Record<BallotKind, readonly BallotSubject[]>> = {
  dots: ['priorities', 'findings', 'areas', 'stakeholders', 'criteria', 'own'],
  ranking: ['priorities', 'findings', 'areas', 'stakeholders', 'own'],
  rating: ['areas', 'priorities', 'findings', 'own'],
  grid: ['stakeholders'],
  agree: ['findings', 'priorities', 'own'],
  statement: ['own'],
  place: ['areas'],
  quiz: ['evaluation'],
  pairwise: ['criteria', 'priorities', 'own'],
};

/** Rules that fit a kind as it is mostly used: safe by day and by night, reasons asked, three words a person. */
export function usualSettings(kind: BallotKind): BallotSettings {
  return ballotSettingsSchema.parse(kind === 'rating' ? { scale: 'safe', times: ['day', 'night'] } : kind === 'agree' ? { hasReasons: true } : {});
}

export function draftOf({ kind, subject, sessionId, question, help, settings, options }: Ballot): BallotDraft {
  return { kind, subject, sessionId, question, help, settings, options };
}

/** The draft as a ballot that a preview and the rules can be asked about. */
export function previewOf(draft: BallotDraft): Pick<Ballot, 'kind' | 'settings' | 'question' | 'help'> & { options: Ballot['options'] } {
  return { ...draft, options: draft.options.map((option, place) => ({ ...option, id: option.id ?? String(place) })) };
}
