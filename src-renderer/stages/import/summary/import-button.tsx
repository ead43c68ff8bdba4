import { Button } from '@mantine/core';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';
import type { Summary } from './use-summary.ts';

/** The one button that writes, with the number of rows it writes. */
export function ImportButton({ work, preview, summary }: { work: ImportWork; preview: ImportPreview; summary: Summary }) {
  const { t, formats } = useTexts();
  const { kind } = preview.recipe;
  const { again, replaces } = summary.options;
  const leftOut = preview.rowCount - preview.usableRowCount;
  const isReady =
    work.phase === 'preview' &&
    preview.usableRowCount > 0 &&
    preview.missingFields.length === 0 &&
    (preview.importedBefore === null || again || replaces !== null);
  return (
    <>
      <span className={classes.barWords}>
        {preview.missingFields.length > 0
          ? ''
          : leftOut > 0
            ? t('import.leavesOut', { count: leftOut, number: formats.count(leftOut) })
            : t('import.leavesNothing')}
      </span>
      <Button size="md" disabled={!isReady} onClick={() => work.run(summary.options)}>
        {t(`import.go.${kind}`, { count: preview.usableRowCount, number: formats.count(preview.usableRowCount) })}
      </Button>
    </>
  );
}
