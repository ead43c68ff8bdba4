import { type Known, undefinedAs } from '../domain/figure-facts.ts';

/** Version of the arithmetic below, kept with every figure. */
export const locationQuotientVersion = '1';

/** Share of one kind among all here ÷ its share among all in the city. Undefined where nothing happens here or the city has none of the kind. */
export function locationQuotient(here: { count: number; all: number }, city: { count: number; all: number }): Known<number> {
  if (!(here.all > 0)) return undefinedAs('no-cases');
  if (!(city.all > 0) || !(city.count > 0)) return undefinedAs('not-in-city');
  return here.count / here.all / (city.count / city.all);
}
