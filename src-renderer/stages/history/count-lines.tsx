import type { DifferenceCount } from '#shared/domain/history.ts';
import { countWords, typeWords } from '../../app/history/value-words.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './history.module.css';

/** How many things of each kind were added, changed, removed. */
export function CountLines({ counts }: { counts: readonly DifferenceCount[] }) {
  const { t, formats } = useTexts();
  return (
    <ul className={classes.counts}>
      {counts.map((count) => (
        <li key={count.type}>
          <strong>{typeWords(t, count.type, true)}</strong> {countWords(t, formats, count)}
        </li>
      ))}
    </ul>
  );
}
