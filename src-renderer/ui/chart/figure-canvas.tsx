import { BarController, BarElement, CategoryScale, Chart, LinearScale, LineController, LineElement, PointElement, ScatterController, Tooltip } from 'chart.js';
import { useEffect, useRef } from 'react';
import type { Figure } from '#shared/figures/figure.ts';
import classes from './chart.module.css';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement, ScatterController, Tooltip);

/** The place of a bar or point in its series. */
export type Pick = (index: number) => void;

/** Draws a figure of `src-shared/figures`; loaded only where a chart is shown. Its words for those who cannot see it stand around it. */
export function FigureCanvas({ figure, onPick }: { figure: Figure; onPick?: Pick | undefined }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const chart = new Chart(element, figure.config);
    const isLying = figure.config.options?.indexAxis === 'y';
    element.onclick = (event) => {
      const [hit] = chart.getElementsAtEventForMode(event, 'nearest', { axis: isLying ? 'y' : 'x', intersect: false }, false);
      if (hit) pick.current?.(hit.index);
    };
    let isGone = false;
    // A canvas does not redraw itself when a font arrives late.
    document.fonts.ready.then(() => {
      if (!isGone) chart.update('none');
    });
    return () => {
      isGone = true;
      chart.destroy();
    };
  }, [figure]);
  return (
    <div className={classes.canvas} data-pick={onPick ? '' : undefined} style={{ blockSize: figure.height }}>
      <canvas ref={canvas} aria-hidden />
    </div>
  );
}
