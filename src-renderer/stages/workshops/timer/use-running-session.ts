import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Session, Workshop } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../../app/engine/engine-provider.tsx';

export interface RunningSession {
  readonly workshop: Workshop;
  readonly session: Session;
  /** The engine's clock, in milliseconds since 1970: two windows on two machines show the same time left. */
  readonly now: number;
}

/** The session that runs or is paused, with a clock that ticks every second; null when none does. */
export function useRunningSession(): RunningSession | null {
  const { queries } = useEngine();
  const isOpen = Boolean(useProject());
  const { data: running, dataUpdatedAt } = useQuery({ ...queries.workshops.running.queryOptions(), enabled: isOpen });
  const now = useNow(Boolean(running));
  if (!running) return null;
  const offset = Date.parse(running.now) - dataUpdatedAt;
  // A clock that is off by less than the way to the engine is this machine's own.
  return { workshop: running.workshop, session: running.session, now: now + (Math.abs(offset) > 1_500 ? offset : 0) };
}

/** This machine's clock, ticking on the second while it is wanted. */
export function useNow(isTicking = true): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTicking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, [isTicking]);
  return now;
}
