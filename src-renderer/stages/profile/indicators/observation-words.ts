import type { Indicator, ObservationInput } from '#shared/domain/indicators.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import type { ShownIndicatorValue } from '#shared/methods/indicator-shown.ts';

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

/** A value as it may be shown: its figure, or the words that stand in its place. */
export function shownText(words: Words, shown: ShownIndicatorValue | null): string {
  if (!shown) return words.t('indicators.noValue');
  if (shown.isHidden) return words.t('indicators.state.hidden');
  if (shown.isInDispute) return words.t('indicators.state.disputeRange', { low: valueText(words, shown.low), high: valueText(words, shown.high) });
  return valueText(words, shown.value);
}

/** The period as people say it: a year, or from day to day. */
export function periodText(
  { formats }: Pick<Words, 'formats'>,
  { year, periodStart, periodEnd }: { year: number | null; periodStart: string | null; periodEnd: string | null },
): string {
  if (periodStart || periodEnd) return `${formats.day(periodStart)} – ${formats.day(periodEnd)}`;
  return year === null ? '–' : String(year);
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
