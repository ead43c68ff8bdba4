import { Children, type ReactNode, startTransition, useEffect, useState } from 'react';

/** Draws its children one after the other, each in a turn of its own, so that a large screen never holds up the page. Nothing above moves. */
export function InTurns({ children }: { children: ReactNode }) {
  const all = Children.toArray(children);
  const [drawn, setDrawn] = useState(1);
  const isDone = drawn >= all.length;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each child drawn asks for the next one
  useEffect(() => {
    if (isDone) return;
    const timer = setTimeout(() => startTransition(() => setDrawn((count) => count + 1)));
    return () => clearTimeout(timer);
  }, [drawn, isDone]);
  return all.slice(0, drawn);
}
