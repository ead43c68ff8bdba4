import type { Session, Workshop } from '#shared/domain/workshops.ts';
import type { AgendaNow } from '#shared/methods/agenda-plan.ts';

/** Minutes since midnight as the language writes a time of day. */
export function wallTime(language: string, minutes: number): string {
  return new Intl.DateTimeFormat(language, { timeStyle: 'short', timeZone: 'UTC' }).format(new Date(Math.round(minutes) * 60_000));
}

/** Which day of the workshop it is, by this machine's clock: that of the session that runs, else the one whose date is today. */
export function agendaNow(workshop: Pick<Workshop, 'startsOn'>, running: Session | null, now: number): AgendaNow {
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const minuteOf = (instant: number) => (instant - midnight) / 60_000;
  if (running) return { day: running.day, now, minuteOf };
  if (!workshop.startsOn) return { day: null, now, minuteOf };
  const first = new Date(`${workshop.startsOn}T00:00:00`).setHours(0, 0, 0, 0);
  return { day: Math.round((midnight - first) / 86_400_000) + 1, now, minuteOf };
}
