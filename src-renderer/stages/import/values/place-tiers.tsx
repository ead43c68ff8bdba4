import type { PlaceMatch } from '#shared/domain/imports.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './place-tiers.module.css';

const tiers = ['exact', 'normalised', 'fuzzy', 'decided', 'point', 'none'] as const;

/** Rows by the way their place was found, as one bar with its numbers in words beneath. */
export function PlaceTiers({ match }: { match: PlaceMatch }) {
  const { t, formats } = useTexts();
  const total = tiers.reduce((sum, tier) => sum + match[tier], 0);
  if (total === 0) return null;
  const shown = tiers.filter((tier) => match[tier] > 0);
  return (
    <div className={classes.tiers}>
      <div className={classes.bar} aria-hidden>
        {shown.map((tier) => (
          <span key={tier} data-tier={tier} style={{ flexGrow: match[tier] }} />
        ))}
      </div>
      <dl className={classes.list}>
        {shown.map((tier) => (
          <div key={tier}>
            <dt>
              <span className={classes.swatch} data-tier={tier} aria-hidden />
              {t(`workbench.tier.${tier}`)}
            </dt>
            <dd>
              {formats.count(match[tier])} <span>{formats.percent(match[tier] / total, 1)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
