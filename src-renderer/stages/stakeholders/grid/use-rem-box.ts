import { type RefObject, useEffect, useState } from 'react';
import type { PlotBox } from './plot-layout.ts';

/** The size of an element and of one rem, in CSS pixels; null until it is drawn. */
export function useRemBox(element: RefObject<HTMLElement | null>): PlotBox | null {
  const [box, setBox] = useState<PlotBox | null>(null);
  useEffect(() => {
    const { current } = element;
    if (!current) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setBox({ width: current.clientWidth, height: current.clientHeight, rem });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(current);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
