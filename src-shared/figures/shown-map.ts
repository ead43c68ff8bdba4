import type { MapFigure, MapPanel, MapValue } from '../domain/maps.ts';
import { hideInList, isSmall } from '../methods/disclosure.ts';

export interface MapProtection {
  /** Counts from 1 to below it are hidden, with whatever would give them away. */
  readonly smallestCount: number;
  /** Rates of fewer residents are hidden. */
  readonly smallestPopulation: number;
}

/**
 * A map as it may leave the screen: small counts, what would give them away beside a published total, and rates of few people lose
 * their figure. What is hidden in one panel of a pair is hidden in both, because the sum of the two may be known.
 */
export function shownMap(map: MapFigure, protection: MapProtection): MapFigure {
  const hidden = new Set(map.panels.flatMap((panel) => hiddenIn(panel, protection)));
  return {
    ...map,
    panels: map.panels.map((panel) => ({ ...panel, values: panel.values.map((entry) => (hidden.has(entry.id) ? hide(entry) : shown(entry))) })),
  };
}

function hiddenIn(panel: MapPanel, { smallestCount, smallestPopulation }: MapProtection): string[] {
  const counts = panel.values.map((entry) => entry.count ?? 0);
  const flagged = panel.values.map(
    (entry) =>
      entry.isHidden === true || (entry.population !== undefined && entry.population !== null && entry.population < smallestPopulation && entry.value !== null),
  );
  const { hiding, isSafe } = hideInList(counts, smallestCount);
  return panel.values.flatMap((entry, place) => {
    const isHidden = flagged[place] || isSmall(entry.count ?? null, smallestCount) || (isSafe ? hiding[place] !== null : (counts[place] ?? 0) > 0);
    return isHidden ? [entry.id] : [];
  });
}

function hide({ id }: MapValue): MapValue {
  return { id, value: null, isHidden: true };
}

/** What a picture needs to know: the numbers behind a value stay out of it. */
function shown({ id, value, reason }: MapValue): MapValue {
  return { id, value, ...(reason === undefined ? {} : { reason }) };
}
