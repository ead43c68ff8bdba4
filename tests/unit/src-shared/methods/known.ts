import { isUndefined } from '#shared/domain/figure-facts.ts';

/** The value of a figure that must have one. */
export function known<Value>(figure: Value): Exclude<Value, { undefined: unknown }> {
  if (isUndefined(figure)) throw new Error(`undefined: ${figure.undefined}`);
  return figure as Exclude<Value, { undefined: unknown }>;
}
