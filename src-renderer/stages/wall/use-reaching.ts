import { useEffect } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';

/** How often an engine that is away is looked for, in milliseconds. */
const pauseMs = 3_000;

/** Nobody sits at the wall to press «Try again»: it looks for the engine by itself, and keeps its picture meanwhile. */
export function useReaching(): void {
  const { connectionState, reach } = useEngine();
  useEffect(() => {
    if (connectionState !== 'lost') return;
    const timer = setInterval(() => void reach().catch(() => {}), pauseMs);
    return () => clearInterval(timer);
  }, [connectionState, reach]);
}
