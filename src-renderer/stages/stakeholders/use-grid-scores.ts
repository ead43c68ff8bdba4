import { useCallback, useEffect, useRef, useState } from 'react';
import type { Stakeholder } from '#shared/domain/stakeholders.ts';
import { type Scores, useRate, wholeScore } from './use-stakeholders.ts';

/** Arrow keys come in bursts; the rating is appended once they rest, in milliseconds. */
const restMs = 350;

const unrated: Scores = { power: null, interest: null };

/**
 * Scores as shown on the grid: what was just moved counts at once and is saved when the moving rests, so that one move is one rating.
 */
export function useGridScores(stakeholders: readonly Stakeholder[]) {
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
      if (scores && !waiting.current.has(stakeholder.id) && scores.power === stakeholder.power && scores.interest === stakeholder.interest)
        forget(stakeholder.id);
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

  const scoresOf = useCallback(
    (stakeholder: Stakeholder): Scores => {
      const scores = moved.get(stakeholder.id) ?? stakeholder;
      if (scores.power === null || scores.interest === null) return unrated;
      return { power: wholeScore(scores.power), interest: wholeScore(scores.interest) };
    },
    [moved],
  );
  return { scoresOf, place };
}
