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
  readonly scale: readonly string[];
}

const tokens = ['--paper', '--surface', '--ink', '--ink-faint', '--line-strong', '--accent', '--accent-soft', '--scale-none'] as const;

let known: { text: string; colours: MapColours } | null = null;

function readColours(): MapColours {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim() || '#888888';
  const [paper = '', surface = '', ink = '', inkFaint = '', edge = '', accent = '', plain = '', none = ''] = tokens.map(read);
  const scale = Array.from({ length: 6 }, (_, step) => read(`--scale-${step}`));
  const text = [paper, surface, ink, inkFaint, edge, accent, plain, none, ...scale].join();
  if (known?.text !== text) known = { text, colours: { paper, surface, ink, inkFaint, edge, accent, plain, none, scale } };
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

/** One colour per class, light to dark: the palest step stays out while it is not needed, because it hardly parts from the paper. */
export function classColours(colours: MapColours, classCount: number): string[] {
  const last = colours.scale.length - 1;
  if (classCount <= 1) return [colours.scale[3] ?? colours.accent];
  const first = classCount >= last + 1 ? 0 : 1;
  return Array.from({ length: classCount }, (_, place) => colours.scale[Math.round(first + (place * (last - first)) / (classCount - 1))] ?? colours.accent);
}
