import { IconCircleCheck, IconCircleDashed, IconCircleHalf2, IconScale } from '@tabler/icons-react';
import type { SupportLevel } from '#shared/domain/findings.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './findings.module.css';

const icons = { supported: IconCircleCheck, single: IconCircleHalf2, contested: IconScale, claim: IconCircleDashed };

/** How well a finding stands, computed from its evidence, and what would make it stand better. */
export function SupportBadge({ support }: { support: SupportLevel }) {
  const { t } = useTexts();
  const Icon = icons[support];
  return (
    <p className={classes.support}>
      <span className={classes.badge} data-support={support}>
        <Icon size="1.05rem" stroke={1.8} aria-hidden />
        {t(`support.${support}`)}
      </span>
      <span>{t(`findings.support.${support}`)}</span>
    </p>
  );
}
