import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './import.module.css';
import { useDropTarget } from './use-drop-target.ts';
import type { ImportWork } from './use-import.ts';

/** The place to drop a file, or to choose one. */
export function FileChoice({ kind, work }: { kind: ImportKind | null; work: Pick<ImportWork, 'take' | 'choose'> }) {
  const { t } = useTexts();
  const { isOver, target } = useDropTarget(work.take);
  return (
    <>
      <div className={classes.drop} data-over={isOver || undefined} {...target}>
        <IconFileUpload size="2.5rem" stroke={1.3} aria-hidden className={classes.dropIcon} />
        <p className={classes.dropTitle}>{t('import.drop')}</p>
        <Button onClick={work.choose}>{t('import.choose')}</Button>
        <p className={classes.faint}>{t(`import.formats.${kind === 'areas' ? 'map' : 'table'}`)}</p>
      </div>
      <div className={classes.needsPanel}>
        <Panel title={t('import.needs.title')}>
          <p className={classes.needs}>{t(kind ? `import.needs.${kind}` : 'workbench.needs')}</p>
          <p className={classes.faint}>{t('import.nothingYet')}</p>
        </Panel>
      </div>
    </>
  );
}
