import { IconClock, IconPlayerPause } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './running-chip.module.css';
import { useTimerReading } from './timer-words.ts';
import { useRunningSession } from './use-running-session.ts';

/** On every screen, while a session runs: its name and what is left of its time. Leads to the agenda. */
export function RunningChip() {
  const { t } = useTexts();
  const running = useRunningSession();
  const read = useTimerReading();
  if (!running) return null;
  const reading = read(running.session, running.now);
  const Icon = reading.mood === 'paused' ? IconPlayerPause : IconClock;
  return (
    <Link to="/workshops" className={classes.chip} data-mood={reading.mood}>
      <Icon size="0.95rem" stroke={1.8} aria-hidden />
      <bdi className={classes.name}>{running.session.title}</bdi>
      <bdo dir="ltr" className={classes.digits}>
        {reading.mood === 'over' ? `+${reading.digits}` : reading.digits}
      </bdo>
      {reading.words ? <span className={classes.words}>{reading.words}</span> : null}
      <span className="visually-hidden">{t('timer.toAgenda')}</span>
    </Link>
  );
}
