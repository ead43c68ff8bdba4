import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { BigTimer } from '../../workshops/timer/big-timer.tsx';
import { useRunningSession } from '../../workshops/timer/use-running-session.ts';
import classes from './scenes.module.css';

/** The time that is left of the session that runs, and what comes after it. */
export function TimerScene({ workshopId }: { workshopId: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const running = useRunningSession();
  const sessions = useQuery(queries.workshops.sessions.queryOptions({ input: { workshopId } })).data ?? [];
  if (!running)
    return (
      <div className={classes.middle}>
        <p className={classes.message} data-size="middle">
          {t('wall.noSession')}
        </p>
      </div>
    );
  const place = sessions.findIndex(({ id }) => id === running.session.id);
  const next = sessions[place + 1];
  return <BigTimer session={running.session} now={running.now} next={place >= 0 ? next?.title : undefined} />;
}
