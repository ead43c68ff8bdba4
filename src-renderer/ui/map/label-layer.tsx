import { useEffect, useMemo, useRef } from 'react';
import { figureStyle, inkOn } from '#shared/figures/figure-style.ts';
import classes from './area-map.module.css';
import { type LabelMeasure, placeLabels } from './map-labels.ts';
import type { MapPlane, MapView } from './map-plane.ts';
import { useBoxSize } from './use-box-size.ts';

/** Label size and line height, in rem. */
const fontRem = 0.8125;
const lineRem = 0.95;

/**
 * Names of areas over either drawing of the map. Drawn by the browser's own text engine, so that every script is shaped and joined
 * as it should be without glyph files.
 */
export function LabelLayer({
  plane,
  view,
  labelOf,
  colourOf,
}: {
  plane: MapPlane;
  view: MapView | null;
  labelOf: (areaId: string) => string;
  colourOf: (areaId: string) => string;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, size } = useBoxSize();
  const widths = useMemo(() => new Map<string, number>(), []);

  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen || !size || !view) return;
    let isCurrent = true;
    const draw = () => {
      if (!isCurrent) return;
      const ratio = window.devicePixelRatio || 1;
      element.width = Math.round(size.width * ratio);
      element.height = Math.round(size.height * ratio);
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      pen.font = `600 ${fontRem * rem}px ${getComputedStyle(document.body).fontFamily}`;
      pen.textAlign = 'center';
      pen.textBaseline = 'middle';
      pen.lineJoin = 'round';
      pen.lineWidth = 3;
      const measure: LabelMeasure = {
        lineHeight: lineRem * rem,
        width: (text) => {
          const key = `${pen.font} ${text}`;
          const known = widths.get(key) ?? pen.measureText(text).width;
          widths.set(key, known);
          return known;
        },
      };
      for (const label of placeLabels(plane, labelOf, view, size, measure)) {
        const ground = colourOf(label.areaId);
        pen.strokeStyle = ground;
        pen.fillStyle = inkOn(figureStyle('light'), ground);
        for (const [place, line] of label.lines.entries()) {
          const y = label.y + (place - (label.lines.length - 1) / 2) * measure.lineHeight;
          pen.strokeText(line, label.x, y);
          pen.fillText(line, label.x, y);
        }
      }
    };
    draw();
    // Measured again once the shipped font is there.
    if (document.fonts.status !== 'loaded') {
      void document.fonts.ready.then(() => {
        widths.clear();
        draw();
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [plane, view, size, labelOf, colourOf, widths]);

  return (
    <div ref={ref} className={classes.labels} aria-hidden>
      <canvas ref={canvas} />
    </div>
  );
}
