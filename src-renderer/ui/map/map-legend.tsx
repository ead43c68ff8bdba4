import type { MapLegendEntry } from '#shared/figures/map-figure.ts';
import classes from './map.module.css';

export interface CircleEntry {
  readonly radius: number;
  readonly label: string;
}

/** Colours, circles and patterns with their meaning in words, low to high. */
export function MapLegend({
  title,
  unit,
  entries,
  circles,
}: {
  title: string | undefined;
  unit: string | undefined;
  entries: readonly MapLegendEntry[];
  circles: readonly CircleEntry[];
}) {
  return (
    <div className={classes.legend}>
      {title ? (
        <p className={classes.legendTitle}>
          <strong>{title}</strong>
          {unit ? <span>{unit}</span> : null}
        </p>
      ) : null}
      <ul>
        {circles.map(({ radius, label }) => (
          <li key={label}>
            <span className={classes.circle} style={{ inlineSize: radius * 2, blockSize: radius * 2 }} aria-hidden />
            {label}
          </li>
        ))}
        {entries.map(({ colour, pattern, label }) => (
          <li key={`${pattern} ${label}`}>
            <span className={classes.swatch} data-pattern={pattern ?? undefined} style={{ background: colour ?? undefined }} aria-hidden />
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}
