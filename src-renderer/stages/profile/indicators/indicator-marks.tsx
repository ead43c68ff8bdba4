import { Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { Indicator, QualityGrade } from '#shared/domain/indicators.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './indicators.module.css';

/** Says what is missing or wrong, with a sign beside the words. */
export function Missing({ text }: { text: string }) {
  return (
    <span className={classes.missing}>
      <IconAlertTriangle size="0.95rem" stroke={1.8} aria-hidden />
      {text}
    </span>
  );
}

/** Which way is better; nothing for what is only shown. Never by colour alone. */
export function Direction({ direction }: { direction: Indicator['direction'] }) {
  const { t } = useTexts();
  if (direction === 'show') return null;
  const Icon = direction === 'up' ? IconArrowUp : IconArrowDown;
  const label = t(`indicators.direction.${direction}`);
  return (
    <span title={label}>
      <Icon size="0.85rem" stroke={1.8} role="img" aria-label={label} style={{ verticalAlign: '-0.1em' }} />
    </span>
  );
}

/** The grade as a letter that says on focus what it means. */
export function Grade({ grade }: { grade: QualityGrade | null }) {
  const { t } = useTexts();
  if (!grade) return <Missing text={t('indicators.noGrade')} />;
  return (
    <Tooltip label={t(`quality.${grade}`)}>
      <button type="button" className={classes.grade} data-grade={grade} aria-label={`${grade}: ${t(`quality.${grade}`)}`}>
        {grade}
      </button>
    </Tooltip>
  );
}
