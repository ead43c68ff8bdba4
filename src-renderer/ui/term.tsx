import { Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../app/texts/texts-provider.tsx';
import classes from './term.module.css';

/** A word of the field with its one-line explanation on hover, focus and touch: `term.<name>`. */
export function Term({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTexts();
  return (
    <Tooltip label={t(`term.${name}` as TextKey)}>
      <button type="button" className={classes.term}>
        {children}
      </button>
    </Tooltip>
  );
}
