import type { Appearance } from '#shared/domain/strategies.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './strategies.module.css';

/** How far safety appears, in a word. */
export function AppearanceTag({ appearance }: { appearance: Appearance }) {
  const { t } = useTexts();
  return (
    <span className={classes.tag} data-appearance={appearance}>
      {t(`appearance.${appearance}`)}
    </span>
  );
}
