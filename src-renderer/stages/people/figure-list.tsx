import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './people.module.css';

/** Counts with their names; what there is none of is left out. */
export function FigureList({ figures }: { figures: readonly (readonly [label: string, count: number])[] }) {
  const { formats } = useTexts();
  return (
    <dl className={classes.figures}>
      {figures
        .filter(([, count]) => count > 0)
        .map(([label, count]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{formats.count(count)}</dd>
          </div>
        ))}
    </dl>
  );
}
