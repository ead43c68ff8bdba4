import { createContext, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { type Scores, useRate, wholeScore } from './use-stakeholders.ts';

/** Arrow keys come in bursts; the rating is appended once they rest, in milliseconds. */
const restMs = 350;

const unrated: Scores = { power: null, interest: null };

/**
 * Scores as shown: what was just given counts at once and is saved when the keys rest, so that one move is one rating and power never
 * overwrites an interest that is still on its way.
 */
export function useScores(stakeholders: readonly Stakeholder[]) {
  const rate = useRate();
  const [moved, setMoved] = useState<ReadonlyMap<string, Scores>>(new Map());
  const waiting = useRef(new Map<string, { scores: Scores; timer: ReturnType<typeof setTimeout> }>());

  const forget = useCallback((id: string) => {
    setMoved((before) => {
      const after = new Map(before);
      after.delete(id);
      return after;
    });
  }, []);

  const saveNow = useCallback(
    (id: string) => {
      const move = waiting.current.get(id);
      if (!move) return;
      clearTimeout(move.timer);
      waiting.current.delete(id);
      rate(id, move.scores, () => forget(id));
    },
    [rate, forget],
  );

  const place = useCallback(
    (id: string, scores: Scores) => {
      clearTimeout(waiting.current.get(id)?.timer);
      setMoved((before) => new Map(before).set(id, scores));
      waiting.current.set(id, { scores, timer: setTimeout(() => saveNow(id), restMs) });
    },
    [saveNow],
  );

  // What was saved has come back: the stored scores take over again.
  useEffect(() => {
    for (const stakeholder of stakeholders) {
      const scores = moved.get(stakeholder.id);
      const own = stakeholder.own ?? unrated;
      if (scores && !waiting.current.has(stakeholder.id) && scores.power === own.power && scores.interest === own.interest) forget(stakeholder.id);
    }
  }, [stakeholders, moved, forget]);

  useEffect(() => {
    const moves = waiting.current;
    const saveAll = () => {
      for (const id of [...moves.keys()]) saveNow(id);
    };
    window.addEventListener('pagehide', saveAll);
    return () => {
      window.removeEventListener('pagehide', saveAll);
      saveAll();
    };
  }, [saveNow]);

  const scoresOf = useCallback((stakeholder: Stakeholder): Scores => moved.get(stakeholder.id) ?? stakeholder.own ?? unrated, [moved]);
  return useMemo(() => ({ scoresOf, place }), [scoresOf, place]);
}

/** Where somebody stands on the grid: whole scores, or none at all while one of the two is missing. */
export function gridScores({ power, interest }: Scores): Scores {
  if (power === null || interest === null) return unrated;
  return { power: wholeScore(power), interest: wholeScore(interest) };
}

/** For cells of a table, which must not be made anew with every score. */
export const ScoresContext = createContext<ReturnType<typeof useScores> | null>(null);
