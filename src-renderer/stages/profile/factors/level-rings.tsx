import { type EcologicalLevel, ecologicalLevels } from '#shared/domain/factors.ts';
import classes from './factors.module.css';

/** The four levels as rings around each other, this one filled. */
export function LevelRings({ level }: { level: EcologicalLevel }) {
  const place = ecologicalLevels.indexOf(level);
  return (
    <svg viewBox="0 0 48 48" className={classes.rings} aria-hidden="true">
      {ecologicalLevels.toReversed().map((ring) => {
        const index = ecologicalLevels.indexOf(ring);
        return <circle key={ring} cx="24" cy="24" r={5 + index * 6} data-inner={index < place || undefined} data-here={index === place || undefined} />;
      })}
    </svg>
  );
}
