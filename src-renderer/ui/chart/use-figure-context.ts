import { useMemo, useSyncExternalStore } from 'react';
import type { FigureContext } from '#shared/figures/figure.ts';
import { figureStyle } from '#shared/figures/figure-style.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';

const browserRootPx = 16;
const figureFontPx = 13;

/** Calls back when the colours or the size of type of the page change: scheme, projector, the browser's own zoom of type. */
function onLookChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-mantine-color-scheme', 'data-projector', 'style', 'class'] });
  return () => observer.disconnect();
}

function lookNow(): string {
  const root = document.documentElement;
  return `${root.dataset.mantineColorScheme ?? 'light'} ${getComputedStyle(root).fontSize}`;
}

/** How figures look on this page now: the page's own tokens, its size of type, its direction and its numbers. */
export function useFigureContext(): FigureContext {
  const { formats, direction } = useTexts();
  const look = useSyncExternalStore(onLookChange, lookNow);
  return useMemo(() => {
    const [scheme, rootSize = ''] = look.split(' ');
    const root = getComputedStyle(document.documentElement);
    const base = figureStyle(scheme === 'dark' ? 'dark' : 'light');
    const token = (name: string, fallback: string) => root.getPropertyValue(`--${name}`).trim() || fallback;
    const style = {
      ...base,
      fontSize: (figureFontPx * (Number.parseFloat(rootSize) || browserRootPx)) / browserRootPx,
      paper: token('surface', base.paper),
      ink: token('ink', base.ink),
      muted: token('ink-faint', base.muted),
      rule: token('line', base.rule),
      accent: token('data-1', base.accent),
      highlight: token('data-2', base.highlight),
      noData: token('scale-none', base.noData),
      categorical: base.categorical.map((colour, place) => token(`data-${place + 1}`, colour)),
      sequential: base.sequential.slice(0, 6).map((colour, place) => token(`scale-${place}`, colour)),
    };
    return { style, direction, count: formats.count, decimal: (value: number, digits?: number) => formats.decimal(value, digits) };
  }, [look, formats, direction]);
}
