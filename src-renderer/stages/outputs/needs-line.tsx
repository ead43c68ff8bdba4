import { IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { OutputNeed } from '#shared/domain/outputs.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './outputs-page.module.css';

/** What a document tells of and what is not there yet, each with the way to it; the document can be made all the same. */
export function NeedsLine({ needs }: { needs: readonly OutputNeed[] }) {
  const { t } = useTexts();
  if (needs.length === 0) return null;
  return (
    <p className={classes.needs}>
      <IconCircleDashed size="1rem" stroke={1.6} aria-hidden />
      <span>{t('outputs.needs')}</span>
      {needs.map(({ code, path }) => (
        <Link key={code} to={path}>
          {t(`outputs.need.${code}`)}
        </Link>
      ))}
    </p>
  );
}
