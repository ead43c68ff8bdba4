import type { RiskLevel } from '#shared/domain/risk-meetings.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './level-tag.module.css';

/** A level in a word on its colour; the colour alone never says it. */
export function LevelTag({ level }: { level: RiskLevel | null }) {
  const { t } = useTexts();
  return (
    <span className={classes.tag} data-level={level ?? 'none'}>
      {level ? t(`riskLevel.${level}`) : t('risks.matrix.notRated')}
    </span>
  );
}
