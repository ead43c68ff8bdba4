import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Vote, VoteTally } from '#shared/domain/priorities.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';

/** A pause in typing after which an entry is saved, in milliseconds. */
const restMs = 500;

const keyOf = (groupId: string, priorityId: string) => `${groupId} ${priorityId}`;

/** The tallies with what is being typed, so that totals follow every key; each entry is saved when the typing rests. */
export function useTallies(vote: Vote) {
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.priorities.setTally.mutationOptions());
  const [typed, setTyped] = useState<ReadonlyMap<string, VoteTally>>(new Map());
  const waiting = useRef(new Map<string, { tally: VoteTally; timer: ReturnType<typeof setTimeout> }>());

  const forget = useCallback((key: string) => {
    setTyped((before) => {
      const after = new Map(before);
      after.delete(key);
      return after;
    });
  }, []);

  const saveNow = useCallback(
    (key: string) => {
      const entry = waiting.current.get(key);
      if (!entry) return;
      clearTimeout(entry.timer);
      waiting.current.delete(key);
      mutate(entry.tally, { onError: () => forget(key) });
    },
    [mutate, forget],
  );

  const enter = useCallback(
    (tally: VoteTally) => {
      const key = keyOf(tally.groupId, tally.priorityId);
      clearTimeout(waiting.current.get(key)?.timer);
      setTyped((before) => new Map(before).set(key, tally));
      waiting.current.set(key, { tally, timer: setTimeout(() => saveNow(key), restMs) });
    },
    [saveNow],
  );

  const stored = useMemo(() => new Map(vote.tallies.map((tally) => [keyOf(tally.groupId, tally.priorityId), tally])), [vote.tallies]);
  useEffect(() => {
    for (const [key, tally] of typed) if (!waiting.current.has(key) && stored.get(key)?.dots === tally.dots) forget(key);
  }, [stored, typed, forget]);

  useEffect(() => {
    const entries = waiting.current;
    const saveAll = () => {
      for (const key of [...entries.keys()]) saveNow(key);
    };
    window.addEventListener('pagehide', saveAll);
    return () => {
      window.removeEventListener('pagehide', saveAll);
      saveAll();
    };
  }, [saveNow]);

  const tallies = useMemo(() => new Map([...stored, ...typed]), [stored, typed]);
  return {
    tallies: useMemo(() => [...tallies.values()], [tallies]),
    /** Dots entered; null while nothing is. */
    dotsOf: useCallback((groupId: string, priorityId: string) => tallies.get(keyOf(groupId, priorityId))?.dots ?? null, [tallies]),
    enter,
  };
}
