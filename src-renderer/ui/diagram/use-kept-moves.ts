import { applyNodeChanges, type Node, type NodeChange } from '@xyflow/react';
import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef } from 'react';

/** Where a node of a drawing stands, in its own whole units. */
export interface MovedNode {
  readonly id: string;
  readonly x: number;
  readonly y: number;
}

/** After this many milliseconds without a further move, by hand or by arrow key, places are kept. */
export const keepAfter = 500;

/** Follows the nodes of a drawing; `onMoved` is told of all that were moved once they rest, and at the latest when the drawing is left. */
export function useKeptMoves<Kind extends Node>(
  setNodes: Dispatch<SetStateAction<Kind[]>>,
  onMoved: (moved: MovedNode[]) => void,
): (changes: NodeChange<Kind>[]) => void {
  const pending = useRef(new Map<string, MovedNode>());
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(onMoved);
  latest.current = onMoved;
  const keep = useCallback(() => {
    clearTimeout(timer.current);
    const moved = [...pending.current.values()];
    pending.current = new Map();
    if (moved.length > 0) latest.current(moved);
  }, []);
  useEffect(() => keep, [keep]);
  return useCallback(
    (changes) => {
      setNodes((before) => applyNodeChanges(changes, before));
      for (const change of changes) {
        if (change.type !== 'position' || !change.position || change.dragging) continue;
        pending.current.set(change.id, { id: change.id, x: Math.round(change.position.x), y: Math.round(change.position.y) });
      }
      if (pending.current.size === 0) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(keep, keepAfter);
    },
    [setNodes, keep],
  );
}
