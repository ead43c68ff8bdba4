import { Button } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import type { ImportKind } from '#shared/domain/imports.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './import.module.css';
import type { ImportWork } from './use-import.ts';

/** The place to drop a file, or to choose one. */
export function FileChoice({ kind, work }: { kind: ImportKind; work: Pick<ImportWork, 'take' | 'choose'> }) {
  const { t } = useTexts();
  const { files } = useEngine();
  const [isOver, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) work.take(files.fromDropped(file));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button within */}
      <div
        className={classes.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <IconFileUpload size="2.5rem" stroke={1.3} aria-hidden className={classes.dropIcon} />
        <p className={classes.dropTitle}>{t('import.drop')}</p>
        <Button onClick={work.choose}>{t('import.choose')}</Button>
        <p className={classes.faint}>{t(`import.formats.${kind === 'areas' ? 'map' : 'table'}`)}</p>
      </div>
      <div className={classes.needsPanel}>
        <Panel title={t('import.needs.title')}>
          <p className={classes.needs}>{t(`import.needs.${kind}`)}</p>
          <p className={classes.faint}>{t('import.nothingYet')}</p>
        </Panel>
      </div>
    </>
  );
}
