import type { ImportStep } from '../steps.ts';

const adviceKinds = ['fix', 'dates', 'numbers', 'places', 'coordinates', 'names', 'repeats', 'totals', 'none'] as const;
export type Advice = (typeof adviceKinds)[number];

const rules: readonly (readonly [pattern: RegExp, advice: Advice])[] = [
  [/^total-/, 'totals'],
  [/coordinate|outside-city|outside-areas|swapped|projected|point-instead|boundary/, 'coordinates'],
  [/duplicate|repeat|merged|(^|-)known(-|$)/, 'repeats'],
  [/area|place|parent/, 'places'],
  [/date|day|month|year|time/, 'dates'],
  [/count|number|population|value|limit|score|size|weight|amount/, 'numbers'],
  [/offence|indicator|kind|sector|sex|quality|name|category|code|series/, 'names'],
  [/short-row|long-row|row/, 'fix'],
];

/** What can be done about a kind of problem: `workbench.advice.<advice>`. */
export function adviceFor(code: string): Advice {
  return rules.find(([pattern]) => pattern.test(code))?.[1] ?? 'none';
}

/** Where in the workbench it can be done; null where only the file itself can be mended. */
export const stepOfAdvice: Readonly<Record<Advice, ImportStep | null>> = {
  fix: 'table',
  dates: 'values',
  numbers: 'values',
  places: 'values',
  coordinates: 'columns',
  names: 'columns',
  repeats: 'values',
  totals: null,
  none: null,
};
