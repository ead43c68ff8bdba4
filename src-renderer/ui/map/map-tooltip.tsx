import { useEffect, useRef } from 'react';
import classes from './map.module.css';
import type { PlaneView } from './map-plane.ts';
import type { ViewFeed } from './view-feed.ts';

export interface TooltipWords {
  readonly name: string;
  readonly text: string;
}

/** Name and figure of a place: beside the pointer, or over a point of the plane that the map carries along. */
export function MapTooltip({ words, at, feed }: { words: TooltipWords; at: { x: number; y: number; isOnPlane: boolean }; feed: ViewFeed }) {
  const ref = useRef<HTMLDivElement>(null);
  const { x, y, isOnPlane } = at;
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const put = (left: number, top: number) => {
      const frame = element.parentElement;
      const { offsetWidth: width, offsetHeight: height } = element;
      const room = frame?.clientWidth ?? Number.POSITIVE_INFINITY;
      const start = Math.max(4, Math.min(left - width / 2, room - width - 4));
      // Under the place where there is no room over it.
      element.style.left = `${start}px`;
      element.style.top = `${top - height - 12 < 0 ? top + 16 : top - height - 12}px`;
    };
    if (!isOnPlane) return put(x, y);
    const follow = (view: PlaneView) => put(x * view.scale + view.x, y * view.scale + view.y);
    const now = feed.now();
    if (now) follow(now);
    return feed.follow(follow);
  }, [x, y, isOnPlane, feed]);
  return (
    <div ref={ref} className={classes.tooltip} aria-hidden>
      <strong>{words.name}</strong>
      {words.text ? <span>{words.text}</span> : null}
    </div>
  );
}
