import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { RatingDimension, Scores } from '#shared/domain/stakeholders.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';

/** Five digits come in a burst; they are one rating once they rest, in milliseconds. */
const restMs = 600;

/** One line of a sheet: one rater's scores of one body. */
export interface SheetRow {
  readonly key: string;
  readonly stakeholderId: string;
  readonly rater: string;
  readonly groupId: string | null;
  readonly label: string;
  /** Under the label: the group, or what else tells it apart. */
  readonly note: string;
  readonly scores: Scores;
}

type Typed = Partial<Record<RatingDimension, number | null>>;

/** What is typed counts at once on the screen and is saved line by line when the keys rest, dated `day`. */
export function useSheet(rows: readonly SheetRow[], day: string) {
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.stakeholders.rate.mutationOptions());
  const [typed, setTyped] = useState<ReadonlyMap<string, Typed>>(new Map());
  const waiting = useRef(new Map<string, { row: SheetRow; scores: Typed; day: string; timer: ReturnType<typeof setTimeout> }>());

  const saveNow = useCallback(
    (key: string) => {
      const line = waiting.current.get(key);
      if (!line) return;
      clearTimeout(line.timer);
      waiting.current.delete(key);
      const forget = () =>
        setTyped((before) => {
          const after = new Map(before);
          after.delete(key);
          return after;
        });
      const { row, scores } = line;
      mutate({ id: row.stakeholderId, rater: row.rater, groupId: row.groupId, ratedOn: line.day, ...scores }, { onError: forget });
    },
    [mutate],
  );

  const give = useCallback(
    (row: SheetRow, dimension: RatingDimension, score: number | null) => {
      const before = waiting.current.get(row.key);
      clearTimeout(before?.timer);
      const scores = { ...before?.scores, [dimension]: score };
      setTyped((all) => new Map(all).set(row.key, { ...all.get(row.key), [dimension]: score }));
      waiting.current.set(row.key, { row, scores, day, timer: setTimeout(() => saveNow(row.key), restMs) });
    },
    [saveNow, day],
  );

  // What was saved has come back: the stored scores take over again.
  useEffect(() => {
    const done = rows.filter((row) => {
      const own = typed.get(row.key);
      return own && !waiting.current.has(row.key) && Object.entries(own).every(([dimension, score]) => row.scores[dimension as RatingDimension] === score);
    });
    if (done.length === 0) return;
    setTyped((before) => {
      const after = new Map(before);
      for (const row of done) after.delete(row.key);
      return after;
    });
  }, [rows, typed]);

  useEffect(() => {
    const lines = waiting.current;
    const saveAll = () => {
      for (const key of [...lines.keys()]) saveNow(key);
    };
    window.addEventListener('pagehide', saveAll);
    return () => {
      window.removeEventListener('pagehide', saveAll);
      saveAll();
    };
  }, [saveNow]);

  const scoreOf = useCallback(
    (row: SheetRow, dimension: RatingDimension): number | null => {
      const own = typed.get(row.key)?.[dimension];
      return own === undefined ? row.scores[dimension] : own;
    },
    [typed],
  );
  return { scoreOf, give };
}
