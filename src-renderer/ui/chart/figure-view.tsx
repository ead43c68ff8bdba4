import { lazy, Suspense, useMemo } from 'react';
import type { Figure, FigureContext } from '#shared/figures/figure.ts';
import { useFigureContext } from './use-figure-context.ts';

const FigureCanvas = lazy(async () => ({ default: (await import('./figure-canvas.tsx')).FigureCanvas }));

/**
 * A figure of `src-shared/figures` in the page's look. `build` must keep its identity while its data does (useCallback);
 * `alternative` says the figure's message and its most important numbers to those who do not see it.
 */
export function FigureView({
  build,
  alternative,
  onPick,
  pickHint,
}: {
  build: (context: FigureContext) => Figure;
  alternative: string;
  /** A bar or point was clicked. What it does must be reachable by keyboard elsewhere on the screen. */
  onPick?: ((index: number) => void) | undefined;
  pickHint?: string | undefined;
}) {
  const context = useFigureContext();
  const figure = useMemo(() => build(context), [build, context]);
  return (
    <div role="img" aria-label={alternative} title={pickHint}>
      <Suspense fallback={<div style={{ blockSize: figure.height }} />}>
        <FigureCanvas figure={figure} onPick={onPick} />
      </Suspense>
    </div>
  );
}
