import classes from './area-map.module.css';

export interface LegendEntry {
  /** null = hatched: no figure. */
  readonly colour: string | null;
  readonly label: string;
  readonly count: number;
}

/** Colours with their ranges in words, low to high. */
export function MapLegend({ title, unit, entries }: { title: string | undefined; unit: string | undefined; entries: readonly LegendEntry[] }) {
  return (
    <div className={classes.legend}>
      {title ? (
        <p className={classes.legendTitle}>
          <strong>{title}</strong>
          {unit ? <span>{unit}</span> : null}
        </p>
      ) : null}
      <ul>
        {entries.map((entry) => (
          <li key={entry.label}>
            <span className={classes.swatch} data-none={entry.colour === null || undefined} style={{ background: entry.colour ?? undefined }} aria-hidden />
            {entry.label}
          </li>
        ))}
      </ul>
    </div>
  );
}
