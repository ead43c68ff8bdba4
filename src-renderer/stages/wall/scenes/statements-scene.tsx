import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { statementsAt } from '../statement-pages.ts';
import type { WallStatement } from '../use-wall-scene.ts';
import classes from './scenes.module.css';

/** Statements that the facilitator let through: in cards first, then one after another. */
export function StatementsScene({ question, statements, step }: { question: string; statements: readonly WallStatement[]; step: number }) {
  const { t } = useTexts();
  const shown = statementsAt(statements, step);
  const [only] = shown;
  return (
    <div className={classes.statements}>
      <h2>
        <bdi>{question || t('wall.noQuestion')}</bdi>
      </h2>
      {only === undefined ? <p className={classes.none}>{t('wall.noStatements')}</p> : null}
      {only && shown.length === 1 ? (
        <blockquote key={only.id} className={classes.alone} data-long={only.text.length > 180 || undefined} dir="auto">
          {only.text}
        </blockquote>
      ) : null}
      {shown.length > 1 ? (
        <ul className={classes.cards}>
          {shown.map(({ id, text }) => (
            <li key={id} dir="auto">
              {text}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
