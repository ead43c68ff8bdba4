import { type KeyboardEvent, useCallback, useState } from 'react';
import type { MapHandle } from './map-paint.ts';
import { zoomStep } from './zoom-buttons.tsx';

const panPx = 80;
const pans: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-panPx, 0],
  ArrowRight: [panPx, 0],
  ArrowUp: [0, -panPx],
  ArrowDown: [0, panPx],
};

interface KeySetup {
  readonly handle: MapHandle | null;
  /** Shapes in the order that the keyboard goes through them. */
  readonly order: readonly string[];
  readonly selectedId: string | null;
  readonly onSelect: ((id: string | null) => void) | undefined;
}

/**
 * A map by keyboard: arrows move it, plus and minus zoom, 0 or Home show all of it. Enter steps in among the shapes, where Tab goes from one to the
 * next and out at the end, Enter chooses and Escape steps out: a map of a thousand areas must not be a thousand stops on the way through a page.
 */
export function useMapKeys({ handle, order, selectedId, onSelect }: KeySetup) {
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const goTo = useCallback(
    (id: string | undefined) => {
      setFocusedId(id ?? null);
      if (id) handle?.show(id);
    },
    [handle],
  );

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    // Keys of the buttons in the frame are theirs.
    if (event.target !== event.currentTarget || event.altKey || event.ctrlKey || event.metaKey) return;
    const place = focusedId === null ? -1 : order.indexOf(focusedId);
    const isInside = place !== -1;
    const pan = pans[event.key];
    if (pan) handle?.panBy(pan[0], pan[1]);
    else if (event.key === '+' || event.key === '=') handle?.zoomBy(zoomStep);
    else if (event.key === '-' || event.key === '_') handle?.zoomBy(1 / zoomStep);
    else if (event.key === '0' || event.key === 'Home') handle?.fit();
    else if (event.key === 'Tab') {
      const next = order[place + (event.shiftKey ? -1 : 1)];
      // Past either end the page's own order goes on.
      if (!isInside || !next) {
        setFocusedId(null);
        return;
      }
      goTo(next);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (isInside) onSelect?.(focusedId === selectedId ? null : focusedId);
      else goTo(selectedId !== null && order.includes(selectedId) ? selectedId : order[0]);
    } else if (event.key === 'Escape' && isInside) setFocusedId(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return { focusedId, onKeyDown, onBlur: useCallback(() => setFocusedId(null), []) };
}
