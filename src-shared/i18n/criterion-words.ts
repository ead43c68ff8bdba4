import type { Criterion } from '../domain/criteria.ts';
import type { Formats } from './formats.ts';
import type { Translate } from './texts.ts';

/** A criterion as an option of a ballot: with the step from its worst end to its best, where both are set, for that step is what is weighed. */
export function criterionWords(t: Translate, formats: Pick<Formats, 'decimal'>, { name, worst, best, unit }: Criterion): string {
  if (worst === null || best === null) return name;
  const number = (value: number) => formats.decimal(value, Number.isInteger(value) ? 0 : 1);
  return t('ballot.criterion.fromTo', { name, worst: number(worst), best: `${number(best)} ${unit}`.trim() });
}
