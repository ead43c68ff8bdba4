import type { missingRatings, RiskLevel } from '../domain/risk-meetings.ts';

/**
 * The app's own table (methods reference 13, a convention after the idea of UNODC's Safety Governance Approach, which publishes no formula): rows are
 * exposure 5 to 1, columns resilience 1 to 5. A level is read off, never multiplied.
 */
const table: readonly (readonly RiskLevel[])[] = [
  ['very-high', 'very-high', 'high', 'high', 'medium'],
  ['very-high', 'high', 'high', 'medium', 'medium'],
  ['high', 'high', 'medium', 'medium', 'low'],
  ['medium', 'medium', 'low', 'low', 'low'],
  ['low', 'low', 'low', 'low', 'low'],
];

/** Exposure and resilience 1–5 (whole numbers); null where one is not rated. */
export function levelOf(exposure: number | null, resilience: number | null): RiskLevel | null {
  if (exposure === null || resilience === null) return null;
  return table[5 - exposure]?.[resilience - 1] ?? null;
}

export interface Marks {
  readonly exposure: number | null;
  readonly institutionResilience: number | null;
  readonly communityResilience: number | null;
}

/**
 * The level of a meeting of a threat and a vulnerability, read with the lower of the two resiliences: a place gives way where it is weakest.
 * Not rated (null) while any of the three marks is missing, and which ones are.
 */
export function readMeeting({ exposure, institutionResilience, communityResilience }: Marks): {
  level: RiskLevel | null;
  missing: (typeof missingRatings)[number][];
} {
  const marks = [
    ['exposure', exposure],
    ['institution', institutionResilience],
    ['community', communityResilience],
  ] as const;
  const missing = marks.filter(([, mark]) => mark === null).map(([name]) => name);
  const lower = institutionResilience === null || communityResilience === null ? null : Math.min(institutionResilience, communityResilience);
  return { level: levelOf(exposure, lower), missing };
}
