import { z } from 'zod';
import type { Ballot } from './ballots.ts';
import { fileTokenSchema, idSchema, lineSchema } from './ids.ts';

/** Sheets of a ballot; a table to count hands on; the card that tells how phones join; a list to sign. */
export const paperKinds = ['ballots', 'tally', 'room-card', 'attendance'] as const;

/** Sheets on one A4 page, cut apart afterwards. */
export const sheetsPerPage = [1, 2, 4] as const;

/** Sheets of one ballot: the number on a sheet has four digits. */
export const mostSheets = 9_999;

const spoken = z.object({ language: z.string().max(20).default('en') });
export const paperAskSchema = z.discriminatedUnion('kind', [
  spoken.extend({
    kind: z.literal('ballots'),
    ballotId: idSchema,
    copies: z.int().min(1).max(1_000),
    /** As many as wished; fewer where the ballot would not be readable. Large print is always one. */
    perPage: z.union([z.literal(1), z.literal(2), z.literal(4)]).default(2),
    /** Null: after the last one printed or typed. The same number again prints the same sheets. */
    firstNumber: z.int().min(1).max(mostSheets).nullable().default(null),
    /** Null: as the ballot says. */
    isLargePrint: z.boolean().nullable().default(null),
  }),
  spoken.extend({ kind: z.literal('tally'), ballotId: idSchema }),
  spoken.extend({
    kind: z.literal('room-card'),
    workshopId: idSchema,
    size: z.enum(['a4', 'a5']).default('a4'),
    /** Of the steps, each in its own; one to four. */
    languages: z.array(z.string().max(20)).min(1).max(4),
    /** `http://192.168.1.4:8080`; empty leaves a line to write it on. */
    url: z.string().max(200).default(''),
    /** Empty leaves a line to write it on. */
    wifiName: lineSchema.default(''),
    /** Empty: an open network. */
    wifiPassword: lineSchema.default(''),
  }),
  spoken.extend({ kind: z.literal('attendance'), workshopId: idSchema, lines: z.int().min(1).max(500).default(40) }),
]);
export type PaperAsk = z.infer<typeof paperAskSchema>;
export type PaperAskInput = z.input<typeof paperAskSchema>;

export const paperFileSchema = z.object({
  kind: z.enum(paperKinds),
  path: z.string(),
  fileName: z.string(),
  file: fileTokenSchema,
  byteCount: z.int(),
  sha256: z.string(),
  pageCount: z.int(),
  isAccessiblePdf: z.boolean(),
  /** Of ballot sheets: how many on a page, and the running numbers printed. */
  perPage: z.int(),
  firstNumber: z.int(),
  lastNumber: z.int(),
});
export type PaperFile = z.infer<typeof paperFileSchema>;

/**
 * Levels that stand for five ratios of Saaty's scale on paper and at the keyboard, first option strongest: much more, more, the same, and
 * the same for the second.
 */
export const pairLevels = [5, 3, 1, 1 / 3, 1 / 5] as const;

/** Pairs of a pairwise ballot in their order on every sheet: `first:second` names the answer. */
export function pairsOf(options: Ballot['options']): { key: string; first: Ballot['options'][number]; second: Ballot['options'][number] }[] {
  return options.flatMap((first, place) => options.slice(place + 1).map((second) => ({ key: `${first.id}:${second.id}`, first, second })));
}

/** How many of a ballot's sheets an A4 page may hold and still be read at an arm's length. */
export function mostPerPage(ballot: Pick<Ballot, 'kind' | 'settings'> & { readonly options: Ballot['options'] }, isLargePrint: boolean): 1 | 2 | 4 {
  if (isLargePrint) return 1;
  const { kind, settings } = ballot;
  const count = ballot.options.length;
  if (kind === 'statement') return 4;
  if (kind === 'place') return 2;
  if (kind === 'pairwise') return pairsOf(ballot.options).length <= 4 ? 4 : pairsOf(ballot.options).length <= 10 ? 2 : 1;
  if (kind === 'quiz') return count <= 3 ? 4 : count <= 6 ? 2 : 1;
  const tall = settings.hasReasons || (kind === 'rating' && settings.times.length > 1) || (kind === 'grid' && settings.dimensions.length > 1);
  const weight = tall ? count * 2 : count;
  return weight <= 8 ? 4 : weight <= 16 ? 2 : 1;
}
