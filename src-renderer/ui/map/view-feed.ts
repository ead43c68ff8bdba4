import type { PlaneView } from './map-plane.ts';

/** Where the map stands now, told sixty times a second while it moves: past React, which would draw everything anew for each. */
export interface ViewFeed {
  now(): PlaneView | null;
  tell(view: PlaneView): void;
  /** Called with every change from now on; returns how to stop. */
  follow(listener: (view: PlaneView) => void): () => void;
}

export function createViewFeed(): ViewFeed {
  const listeners = new Set<(view: PlaneView) => void>();
  let current: PlaneView | null = null;
  return {
    now: () => current,
    tell(view) {
      if (current && current.scale === view.scale && current.x === view.x && current.y === view.y) return;
      current = view;
      for (const listener of listeners) listener(view);
    },
    follow(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
