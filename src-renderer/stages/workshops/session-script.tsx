import type { Session } from '#shared/domain/workshops.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './session-script.module.css';

/** What an item is for, how it is led and what must be at hand, to be read at a glance while standing. */
export function SessionScript({ session }: { session: Pick<Session, 'purpose' | 'how' | 'materials'> }) {
  const { t } = useTexts();
  const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');
  return (
    <div className={classes.script}>
      {session.purpose ? (
        <p dir="auto" className={classes.purpose}>
          {session.purpose}
        </p>
      ) : null}
      {session.how ? (
        <ol dir="auto" className={classes.steps}>
          {lines(session.how).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ol>
      ) : null}
      {session.materials ? (
        <p dir="auto" className={classes.materials}>
          <strong>{t('agenda.materials')}:</strong> {lines(session.materials).join(' · ')}
        </p>
      ) : null}
    </div>
  );
}
