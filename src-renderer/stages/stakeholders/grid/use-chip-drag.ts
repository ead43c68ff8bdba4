import { type PointerEvent, useCallback, useRef, useState } from 'react';

/** A press that moves less than this, in pixels, is no drag. */
const dragTolerancePx = 4;

export interface Drag {
  readonly id: string;
  /** Viewport pixels. */
  readonly x: number;
  readonly y: number;
  /** `data-drop` of the place under the pointer; null over none. */
  readonly over: string | null;
}

/** Dragging by mouse, pen or finger onto elements that carry `data-drop`. */
export function useChipDrag(onDrop: (id: string, target: string) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const start = useRef<{ id: string; x: number; y: number } | null>(null);

  const targetAt = (x: number, y: number) => {
    const element = document
      .elementsFromPoint(x, y)
      .find((candidate): candidate is HTMLElement => candidate instanceof HTMLElement && 'drop' in candidate.dataset);
    return element?.dataset.drop ?? null;
  };
  const stop = useCallback(() => {
    start.current = null;
    setDrag(null);
  }, []);

  const handlers = (id: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      start.current = { id, x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const from = start.current;
      if (from?.id !== id) return;
      if (!drag && Math.hypot(event.clientX - from.x, event.clientY - from.y) < dragTolerancePx) return;
      setDrag({ id, x: event.clientX, y: event.clientY, over: targetAt(event.clientX, event.clientY) });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      if (drag?.id === id) {
        const target = targetAt(event.clientX, event.clientY);
        if (target !== null) onDrop(id, target);
      }
      stop();
    },
    onPointerCancel: stop,
  });
  return { drag, handlers };
}
