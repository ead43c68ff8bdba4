import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import type { Dataset } from '#shared/domain/datasets.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './data.module.css';
import { qualityGlance } from './dataset-words.ts';

const icons = { clean: IconCircleCheck, remarks: IconInfoCircle, leftOut: IconAlertTriangle };

/** How good a dataset is at a glance: its problems, with a sign and in words. */
export function QualityBadge({ dataset }: { dataset: Dataset }) {
  const { t, formats } = useTexts();
  const { grade, dropped, remarks } = qualityGlance(dataset);
  const Icon = icons[grade];
  const words = [
    dropped > 0 ? t('data.glance.leftOut', { number: formats.count(dropped) }) : '',
    remarks > 0 ? t('data.glance.remarks', { number: formats.count(remarks) }) : '',
  ].filter(Boolean);
  return (
    <span className={classes.badge} data-grade={grade}>
      <Icon size="1.05rem" stroke={1.8} aria-hidden />
      <span>{words.length > 0 ? words.join(' · ') : t('data.glance.clean')}</span>
    </span>
  );
}
