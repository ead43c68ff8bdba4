import { useMutation } from '@tanstack/react-query';
import type { Session } from '#shared/domain/workshops.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';

export interface Move {
  /** Puts an item before another one of the agenda; null = at the end of the day. */
  before(id: string, target: string | null, day: number): void;
  /** One place up (−1) or down (+1), also into the next day. */
  by(id: string, step: -1 | 1): void;
}

/** Moves items of an agenda. Positions lie between those of their neighbours, so that only the moved item changes. */
export function useMove(sessions: readonly Session[]): Move {
  const { queries } = useEngine();
  const { mutate } = useMutation(queries.workshops.updateSession.mutationOptions());

  const place = (id: string, index: number, day: number) => {
    const others = sessions.filter((session) => session.day === day && session.id !== id);
    const above = others[index - 1]?.position;
    const below = others[index]?.position;
    const position = above === undefined ? (below ?? 1) - 1 : below === undefined ? above + 1 : (above + below) / 2;
    mutate({ id, patch: { day, position } });
  };

  return {
    before: (id, target, day) => {
      if (id === target) return;
      const others = sessions.filter((session) => session.day === day && session.id !== id);
      const index = target === null ? others.length : others.findIndex((session) => session.id === target);
      place(id, index < 0 ? others.length : index, day);
    },
    by: (id, step) => {
      const session = sessions.find((candidate) => candidate.id === id);
      if (!session) return;
      const ofDay = sessions.filter(({ day }) => day === session.day);
      const index = ofDay.findIndex((candidate) => candidate.id === id) + step;
      if (index >= 0 && index < ofDay.length) place(id, index, session.day);
      else if (step === -1 && session.day > 1) place(id, sessions.filter(({ day }) => day === session.day - 1).length, session.day - 1);
      else if (step === 1 && sessions.some(({ day }) => day > session.day)) place(id, 0, session.day + 1);
    },
  };
}
