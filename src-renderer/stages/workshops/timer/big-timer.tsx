import { IconAlertTriangle, IconHourglassLow, IconPlayerPause, IconPlayerStop } from '@tabler/icons-react';
import type { Session } from '#shared/domain/workshops.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './big-timer.module.css';
import { type TimerMood, useTimerReading } from './timer-words.ts';

const icons: Partial<Record<TimerMood, typeof IconHourglassLow>> = {
  soon: IconHourglassLow,
  now: IconHourglassLow,
  over: IconAlertTriangle,
  paused: IconPlayerPause,
  ended: IconPlayerStop,
};

/**
 * The session's name and what is left of its time, as large as the box it stands in: for the wall, read from the back of a room. A bar empties; at five
 * minutes and at one it says so in words and changes its shape, not only its colour; over time it counts up.
 */
export function BigTimer({ session, now, next }: { session: Session; now: number; next?: string | undefined }) {
  const { t } = useTexts();
  const reading = useTimerReading()(session, now);
  const Icon = icons[reading.mood];
  const share = reading.mood === 'over' ? 0 : Math.max(0, Math.min(1, reading.leftSeconds / reading.totalSeconds));
  return (
    <section className={classes.box} data-mood={reading.mood} aria-label={session.title || t('timer.title')}>
      <div className={classes.face} role="timer" aria-label={reading.spoken}>
        <h2 className={classes.title}>
          <bdi>{session.title}</bdi>
        </h2>
        <div className={classes.digits} data-long={reading.digits.length > 5 || undefined} aria-hidden>
          <bdo dir="ltr">{reading.mood === 'over' ? `+${reading.digits}` : reading.digits}</bdo>
        </div>
        <div className={classes.bar} aria-hidden>
          <div className={classes.left} style={{ inlineSize: `${share * 100}%` }} />
        </div>
        <p className={classes.words} role="status">
          {Icon ? <Icon size="1em" stroke={1.8} aria-hidden /> : null}
          {reading.words}
        </p>
        {next ? (
          <p className={classes.next}>
            {t('timer.next')} <bdi>{next}</bdi>
          </p>
        ) : null}
      </div>
    </section>
  );
}
