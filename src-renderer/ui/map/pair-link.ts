import type { MapHandle } from './map-paint.ts';
import type { ViewFeed } from './view-feed.ts';

/** Keeps the halves of a pair on the same place: what moves one moves the other. */
export interface PairLink {
  join(handle: MapHandle, feed: ViewFeed): () => void;
}

export function createPairLink(): PairLink {
  const members = new Set<MapHandle>();
  /** While one half is put where the other is, its own news are echoes. */
  let isFollowing = false;
  return {
    join(handle, feed) {
      members.add(handle);
      const stop = feed.follow((view) => {
        if (isFollowing) return;
        isFollowing = true;
        try {
          for (const other of members) if (other !== handle) other.setView(view);
        } finally {
          isFollowing = false;
        }
      });
      return () => {
        members.delete(handle);
        stop();
      };
    },
  };
}
