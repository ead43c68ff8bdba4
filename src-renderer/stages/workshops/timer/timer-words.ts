import type { Session } from '#shared/domain/workshops.ts';
import { type SessionClock, sessionClock } from '#shared/methods/session-clock.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** How a timer stands, as shape and word tell it: calm, the last five minutes, the last minute, over time, or not running. */
export type TimerMood = 'calm' | 'soon' | 'now' | 'over' | 'paused' | 'ended' | 'waiting';

export interface TimerReading extends SessionClock {
  readonly mood: TimerMood;
  /** «12:05»; over time it counts up. */
  readonly digits: string;
  /** «Five minutes left», «Over time», empty while all is calm. */
  readonly words: string;
  /** One sentence for a reader's ear. */
  readonly spoken: string;
}

/** A session's timer at an instant, in words. */
export function useTimerReading(): (session: Session, now: number) => TimerReading {
  const { t, formats } = useTexts();
  return (session, now) => {
    const clock = sessionClock(session, now);
    const mood = moodOf(clock);
    const digits = timeDigits(formats.language, Math.abs(clock.leftSeconds));
    const words = mood === 'calm' ? '' : t(`timer.${mood}`);
    const minutes = Math.ceil(Math.abs(clock.leftSeconds) / 60);
    const spoken = mood === 'over' ? t('timer.spoken.over', { count: minutes }) : mood === 'ended' ? words : t('timer.spoken.left', { count: minutes });
    return { ...clock, mood, digits, words, spoken: [session.title, spoken].filter(Boolean).join(': ') };
  };
}

function moodOf({ state, leftSeconds }: SessionClock): TimerMood {
  if (state !== 'running') return state;
  if (leftSeconds < 0) return 'over';
  if (leftSeconds <= 60) return 'now';
  return leftSeconds <= 300 ? 'soon' : 'calm';
}

/** «1:05:09» in the digits of a language; whole seconds, begun ones not counted. */
function timeDigits(language: string, seconds: number): string {
  const whole = Math.floor(seconds + 1e-6);
  const [hours, minutes, rest] = [Math.floor(whole / 3_600), Math.floor(whole / 60) % 60, whole % 60];
  const two = new Intl.NumberFormat(language, { minimumIntegerDigits: 2, useGrouping: false });
  const one = new Intl.NumberFormat(language, { useGrouping: false });
  return hours > 0 ? `${one.format(hours)}:${two.format(minutes)}:${two.format(rest)}` : `${one.format(minutes)}:${two.format(rest)}`;
}
