import type { Indicator, ObservationInput } from '#shared/domain/indicators.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';

interface Words {
  readonly t: Translate;
  readonly formats: Formats;
}

/** A value with as many decimals as it carries meaning with: none for whole numbers and hundreds, two below one. */
export function valueText({ formats }: Pick<Words, 'formats'>, value: number | null): string {
  if (value === null) return formats.decimal(null);
  const size = Math.abs(value);
  return formats.decimal(value, Number.isInteger(value) ? 0 : size >= 100 ? 1 : size >= 1 ? 1 : 2);
}

/** The interval, or an empty text where none is known. */
export function intervalText({ t, formats }: Words, { low, high }: Pick<ObservationInput, 'low' | 'high'>): string {
  if (low === null || high === null) return '';
  return t('explore.areas.range', { low: valueText({ formats }, low), high: valueText({ formats }, high) });
}

/** One observation as a sentence that can stand as evidence: «Homicides, Centro, 2023: 12.4 per 100,000 (9.1–16.5)». */
export function observationSentence(words: Words, observation: ObservationInput, indicator: Indicator | undefined, areaName: string): string {
  const about = [indicator?.name ?? observation.indicatorCode, observation.breakdown, areaName, observation.year === null ? '' : String(observation.year)]
    .filter((part) => part !== '')
    .join(', ');
  const interval = intervalText(words, observation);
  const value = [valueText(words, observation.value), indicator?.unit ?? '', interval ? `(${interval})` : ''].filter((part) => part !== '').join(' ');
  return `${about}: ${value}`;
}

/** Two observations of one indicator for the same area, year and breakdown tell the same figure. */
export function sameSubject(a: ObservationInput, b: ObservationInput): boolean {
  return a.indicatorCode === b.indicatorCode && a.areaId === b.areaId && a.year === b.year && a.breakdown === b.breakdown;
}
