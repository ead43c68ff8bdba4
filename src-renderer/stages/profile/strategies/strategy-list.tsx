import type { Strategy } from '#shared/domain/strategies.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { AppearanceTag } from './appearance-tag.tsx';
import classes from './strategies.module.css';

/** Each strategy with how often it speaks of safety, beside what it speaks of most. */
export function StrategyList({ strategies, onOpen }: { strategies: readonly Strategy[]; onOpen: (id: string) => void }) {
  const { t, formats } = useTexts();
  const most = Math.max(1, ...strategies.map(({ perThousand }) => perThousand ?? 0));
  return (
    <ul className={classes.list}>
      {strategies.map((strategy) => (
        <li key={strategy.id}>
          <button type="button" className={classes.row} onClick={() => onOpen(strategy.id)}>
            <span className={classes.words}>
              <strong>
                <bdi>{strategy.title || t('risks.untitled')}</bdi>
              </strong>
              <small>
                {[strategy.year ?? '', strategy.sector === '' ? '' : t(`strategySector.${strategy.sector}`), strategy.body].filter(Boolean).join(' · ')}
              </small>
            </span>
            <span className={classes.density}>
              <span className={classes.track} aria-hidden="true">
                <span style={{ inlineSize: `${((strategy.perThousand ?? 0) / most) * 100}%` }} />
              </span>
              <small>
                {strategy.wordCount === null
                  ? t('strategies.notRead')
                  : t('strategies.density', {
                      count: formats.count(strategy.safetyCount),
                      words: formats.count(strategy.wordCount),
                      per: formats.decimal(strategy.perThousand),
                    })}
              </small>
            </span>
            <AppearanceTag appearance={strategy.appearance} />
          </button>
        </li>
      ))}
    </ul>
  );
}
