import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './cockpit.module.css';
import { systemOf, systems } from './laptop-system.ts';

/** How a laptop makes a network of its own where there is none: for this system, the others folded away. */
export function HotspotAdvice() {
  const { t } = useTexts();
  const own = systemOf(navigator.platform);
  return (
    <div className={classes.advice}>
      <h3>{t(`cockpit.hotspot.${own}.title`)}</h3>
      <p>{t(`cockpit.hotspot.${own}.body`)}</p>
      <p>{t('cockpit.hotspot.phones')}</p>
      {systems
        .filter((system) => system !== own)
        .map((system) => (
          <details key={system}>
            <summary>{t(`cockpit.hotspot.${system}.title`)}</summary>
            <p>{t(`cockpit.hotspot.${system}.body`)}</p>
          </details>
        ))}
    </div>
  );
}
