import { useEffect, useState } from 'react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './map.module.css';
import { type PlaneFrame, type PlaneView, scaleBarOf } from './map-plane.ts';
import type { ViewFeed } from './view-feed.ts';

const longestPx = 110;

/** A round length at the map's present zoom; panning leaves it as it is. */
export function ScaleBar({ frame, feed }: { frame: PlaneFrame; feed: ViewFeed }) {
  const { t, formats } = useTexts();
  const [bar, setBar] = useState<{ metres: number; pixels: number } | null>(null);
  useEffect(() => {
    const read = (view: PlaneView) => {
      const next = scaleBarOf(frame, view, longestPx);
      setBar((before) => (before && before.metres === next.metres && Math.abs(before.pixels - next.pixels) < 0.5 ? before : next));
    };
    const now = feed.now();
    if (now) read(now);
    return feed.follow(read);
  }, [frame, feed]);
  if (!bar) return null;
  const { metres, pixels } = bar;
  return (
    <div className={classes.scale} aria-hidden>
      <span style={{ inlineSize: pixels }} />
      {metres >= 1000 ? t('map.kilometres', { length: formats.count(metres / 1000) }) : t('map.metres', { length: formats.count(metres) })}
    </div>
  );
}
