import { useEffect, useMemo, useRef } from 'react';
import { figureStyle, inkOn } from '#shared/figures/figure-style.ts';
import classes from './map.module.css';
import { type LabelMeasure, placeLabels } from './map-labels.ts';
import type { MapPlane, PlaneView } from './map-plane.ts';
import { useBoxSize } from './use-box-size.ts';
import type { ViewFeed } from './view-feed.ts';

/** Label size and line height, in rem. */
const fontRem = 0.8125;
const lineRem = 0.95;
/** Names are placed anew when the map has stood still for this long … */
const restMs = 110;
/** … or, while it moves, when it has gone this share of the frame. */
const driftShare = 0.4;

/**
 * Names of areas over either drawing of the map. Drawn by the browser's own text engine, so that every script is shaped and joined
 * as it should be without glyph files. While the map moves the finished picture moves with it; nothing is placed or measured.
 */
export function LabelLayer({
  plane,
  feed,
  labelOf,
  colourOf,
  belowOf,
}: {
  plane: MapPlane;
  feed: ViewFeed;
  labelOf: (areaId: string) => string;
  colourOf: (areaId: string) => string;
  /** Pixels between the middle of an area and its name. */
  belowOf?: ((areaId: string) => number) | undefined;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { ref, size } = useBoxSize();
  const widths = useMemo(() => new Map<string, number>(), []);

  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d');
    if (!element || !pen || !size) return;
    let isCurrent = true;
    let drawn: PlaneView | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const draw = () => {
      const view = feed.now();
      if (!isCurrent || !view) return;
      clearTimeout(timer);
      timer = undefined;
      drawn = view;
      element.style.transform = '';
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
      for (const label of placeLabels(plane, labelOf, view, size, measure, belowOf)) {
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

    const follow = (view: PlaneView) => {
      if (!drawn) return draw();
      const zoom = view.scale / drawn.scale;
      const x = view.x - drawn.x * zoom;
      const y = view.y - drawn.y * zoom;
      element.style.transform = `matrix(${zoom}, 0, 0, ${zoom}, ${x}, ${y})`;
      const isFar = Math.abs(x) > size.width * driftShare || Math.abs(y) > size.height * driftShare;
      if (isFar && zoom === 1) return draw();
      clearTimeout(timer);
      timer = setTimeout(draw, restMs);
    };

    draw();
    const stop = feed.follow(follow);
    // Measured again once the shipped font is there.
    if (document.fonts.status !== 'loaded') {
      void document.fonts.ready.then(() => {
        widths.clear();
        draw();
      });
    }
    return () => {
      isCurrent = false;
      clearTimeout(timer);
      stop();
    };
  }, [plane, feed, size, labelOf, colourOf, belowOf, widths]);

  return (
    <div ref={ref} className={classes.labels} aria-hidden>
      <canvas ref={canvas} />
    </div>
  );
}
