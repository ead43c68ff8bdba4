import { id, isObject, jsonRule, type ValueRanges, type ValueRules, year } from './value-rule.ts';

export const placeRules: ValueRules = {
  area_layer: { id },
  area: { id, boundary: { ...jsonRule('', isObject), instead: null } },
  population_alternative: { id },
  city_share: { id },
};

export const placeRanges: ValueRanges = {
  population: { year },
  population_alternative: { year },
  city_share: { share: [0, 1], year },
};
