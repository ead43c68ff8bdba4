import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useRef } from 'react';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { usePlan } from '../use-plan.ts';

export type Way = 'up' | 'down';

/**
 * Moves measures up and down among those of their objective, given as their ids in order. The button that was pressed keeps the focus in the
 * row's new place, so that pressing again goes on; at the end of the way the other button takes it.
 */
export function useMeasureOrder(ids: readonly string[]) {
  const { queries } = useEngine();
  const { measures } = usePlan();
  const setOrder = useMutation(queries.policy.setOrder.mutationOptions());
  const tableRef = useRef<HTMLTableElement>(null);
  const pressed = useRef<{ id: string; way: Way } | null>(null);
  const order = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order is what moves the rows, and with them the button that was pressed.
  useLayoutEffect(() => {
    const row = pressed.current ? tableRef.current?.querySelector(`[data-object="${pressed.current.id}"]`) : null;
    if (!row || !pressed.current) return;
    const isOpen = (way: Way) => row.querySelector<HTMLButtonElement>(`button[data-way="${way}"]:not(:disabled)`);
    (isOpen(pressed.current.way) ?? isOpen(pressed.current.way === 'up' ? 'down' : 'up'))?.focus();
    pressed.current = null;
  }, [order]);
  const move = (id: string, way: Way) => {
    const other = ids[ids.indexOf(id) + (way === 'up' ? -1 : 1)];
    if (other === undefined) return;
    pressed.current = { id, way };
    setOrder.mutate({ kind: 'measure', ids: measures.map((measure) => (measure.id === id ? other : measure.id === other ? id : measure.id)) });
  };
  return { tableRef, move };
}
