import { useSyncExternalStore } from 'react';

/** Colours of the map as the tokens say now: a canvas cannot read CSS variables by itself. */
export interface MapColours {
  readonly paper: string;
  readonly surface: string;
  readonly ink: string;
  readonly inkFaint: string;
  readonly edge: string;
  readonly accent: string;
  readonly plain: string;
  readonly none: string;
  readonly focus: string;
  readonly symbol: string;
  /** Light to dark; in the dark scheme dim to bright. */
  readonly sequential: readonly string[];
  readonly diverging: readonly string[];
  readonly base: BaseColours;
}

/** Quiet colours of a base map under the city's areas. */
export interface BaseColours {
  readonly land: string;
  readonly green: string;
  readonly water: string;
  readonly building: string;
  readonly road: string;
  readonly roadEdge: string;
}

let known: { text: string; colours: MapColours } | null = null;

function readColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#888888';
  const steps = (name: string, count: number) => Array.from({ length: count }, (_, step) => read(`${name}-${step}`));
  const colours: MapColours = {
    paper: read('paper'),
    surface: read('surface'),
    ink: read('ink'),
    inkFaint: read('ink-faint'),
    edge: read('line-strong'),
    accent: read('accent'),
    plain: read('accent-soft'),
    none: read('scale-none'),
    focus: read('focus'),
    symbol: read('data-1'),
    sequential: steps('scale', 6),
    diverging: steps('diverging', 7),
    base: {
      land: read('base-land'),
      green: read('base-green'),
      water: read('base-water'),
      building: read('base-building'),
      road: read('base-road'),
      roadEdge: read('base-road-edge'),
    },
  };
  const text = JSON.stringify(colours);
  if (known?.text !== text) known = { text, colours };
  return known.colours;
}

function onSchemeChange(listener: () => void) {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme'] });
  return () => observer.disconnect();
}

/** Read again whenever the page turns light or dark. */
export function useMapColours(): MapColours {
  return useSyncExternalStore(onSchemeChange, readColours);
}
