import { type Known, undefinedAs } from '../domain/figure-facts.ts';
import { proportionOf } from './proportions.ts';
import type { Estimate } from './rates.ts';

/**
 * Core measures of a victimisation survey and the three SDG indicators that rest on one (UNODC–UNECE Manual on Victimization Surveys 2010;
 * SDG metadata 16.1.4 of 2023-03-31, 11.7.2 of 2018-11-28, 16.3.1 of 2016-07-19). Shares are 0-1 with Wilson limits.
 */

const shareOr = (hits: number, total: number, reason: 'no-answers' | 'no-victims'): Known<Estimate> => proportionOf(hits, total) ?? undefinedAs(reason);

/** Victims at least once ÷ people asked. */
export function prevalenceOf(victims: number, asked: number): Known<Estimate> {
  return shareOr(victims, asked, 'no-answers');
}

/** Incidents per 1,000 people asked. */
export function incidenceOf(incidents: number, asked: number): Known<number> {
  return asked > 0 ? (incidents / asked) * 1000 : undefinedAs('no-answers');
}

/** Incidents per victim. */
export function incidentsPerVictim(incidents: number, victims: number): Known<number> {
  return victims > 0 ? incidents / victims : undefinedAs('no-victims');
}

/** Victims who reported ÷ victims. */
export function reportingRateOf(reported: number, victims: number): Known<Estimate> {
  return shareOr(reported, victims, 'no-victims');
}

/** 1 ÷ reporting rate of one offence, with its limits; the upper one is null (no limit) where the rate's lower limit is 0. */
export function darkFigureMultiplier(reported: number, victims: number): Known<{ value: number; low: number; high: number | null }> {
  const rate = proportionOf(reported, victims);
  if (!rate) return undefinedAs('no-victims');
  if (rate.value === 0) return undefinedAs('nobody-reported');
  return { value: 1 / rate.value, low: 1 / rate.high, high: rate.low > 0 ? 1 / rate.low : null };
}

/** Answers to «How safe do you feel walking alone in your area after dark?»; people without any answer are not in here. */
export interface SafetyAnswers {
  readonly verySafe: number;
  readonly safe: number;
  readonly unsafe: number;
  readonly veryUnsafe: number;
  /** Never goes out, or it does not apply. */
  readonly neverOut: number;
  readonly unknown: number;
}

/** SDG 16.1.4: (very safe + safe) ÷ all respondents, those who never go out and those who do not know included. */
export function safeAfterDark(answers: SafetyAnswers): Known<Estimate & { neverOutShare: number; total: number }> {
  const total = answers.verySafe + answers.safe + answers.unsafe + answers.veryUnsafe + answers.neverOut + answers.unknown;
  const share = proportionOf(answers.verySafe + answers.safe, total);
  return share ? { ...share, neverOutShare: answers.neverOut / total, total } : undefinedAs('no-answers');
}

/** One person's two blocks of SDG 11.7.2: it happened in the past 12 months, it did not, or the block was not answered. */
export interface HarassmentAnswer {
  readonly sexual: boolean | null;
  readonly nonSexual: boolean | null;
}
export interface Harassment {
  readonly sexual: Known<Estimate>;
  readonly nonSexual: Known<Estimate>;
  /** Either of them; a person with both counts once. */
  readonly either: Known<Estimate>;
  /** Answered neither block, or no to one and nothing to the other: not in `either`. */
  readonly leftOut: number;
}

/** SDG 11.7.2 for each block and for either. */
export function harassmentOf(answers: readonly HarassmentAnswer[]): Harassment {
  const block = (pick: (answer: HarassmentAnswer) => boolean | null): Known<Estimate> => {
    const answered = answers.flatMap((answer) => pick(answer) ?? []);
    return shareOr(answered.filter(Boolean).length, answered.length, 'no-answers');
  };
  // Yes to one block decides, whatever the other holds; no to one decides only with a no to the other.
  const either = (answer: HarassmentAnswer) => (answer.sexual || answer.nonSexual ? true : answer.sexual === null || answer.nonSexual === null ? null : false);
  return {
    sexual: block((answer) => answer.sexual),
    nonSexual: block((answer) => answer.nonSexual),
    either: block(either),
    leftOut: answers.filter((answer) => either(answer) === null).length,
  };
}

/** One victim of violence in the past 12 months; null where the question on telling was left blank. */
export interface ReportAnswer {
  /** Told competent authorities of at least one incident. */
  readonly anyReported: boolean | null;
  readonly lastReported: boolean | null;
  readonly incidents: number;
  readonly incidentsReported: number | null;
}
const reportRules = ['person', 'lastIncident', 'incident'] as const;
export type ReportRule = (typeof reportRules)[number];

/** SDG 16.3.1 by the counting rule named: people with any report, last incidents, or incidents. Blank answers are left out and counted. */
export function violenceReported(victims: readonly ReportAnswer[], rule: ReportRule): Known<Estimate & { total: number; blank: number }> {
  let hits = 0;
  let total = 0;
  let blank = 0;
  for (const victim of victims) {
    const answer = rule === 'incident' ? victim.incidentsReported : rule === 'person' ? victim.anyReported : victim.lastReported;
    if (answer === null) blank += 1;
    else {
      hits += Number(answer);
      total += rule === 'incident' ? victim.incidents : 1;
    }
  }
  const share = proportionOf(hits, total);
  return share ? { ...share, total, blank } : undefinedAs('no-victims');
}

/** Share of a group among those present ÷ its share in the city; undefined without people or where the city has none of the group. */
export function representationRatio(present: { group: number; all: number }, cityShare: number): Known<number> {
  if (!(present.all > 0)) return undefinedAs('no-answers');
  return cityShare > 0 ? present.group / present.all / cityShare : undefinedAs('not-in-city');
}
