import { Button } from '@mantine/core';
import { IconFilePlus, IconFiles } from '@tabler/icons-react';
import { type DragEvent, useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import type { ChosenFile } from '../../app/engine-client/file-access.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './group-copies.module.css';

/** The place to drop copies, or to choose them; small once there are some. */
export function CopiesDrop(drop: { isSmall: boolean; isDisabled: boolean; onChosen: (choosing: Promise<readonly ChosenFile[]>) => Promise<void> }) {
  const { t } = useTexts();
  const { files } = useEngine();
  const [isOver, setOver] = useState(false);
  const take = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = [...event.dataTransfer.files];
    if (dropped.length > 0 && !drop.isDisabled) void drop.onChosen(Promise.all(dropped.map((file) => files.fromDropped(file))));
  };
  const Icon = drop.isSmall ? IconFilePlus : IconFiles;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way beside the button within
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      data-small={drop.isSmall || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={take}
    >
      <Icon size={drop.isSmall ? '1.5rem' : '2.5rem'} stroke={1.3} aria-hidden className={classes.dropIcon} />
      <p className={classes.dropTitle}>{t('groupCopies.merge.drop')}</p>
      <Button variant={drop.isSmall ? 'default' : 'filled'} disabled={drop.isDisabled} onClick={() => void drop.onChosen(files.chooseSeveral('project'))}>
        {t(drop.isSmall ? 'groupCopies.merge.chooseMore' : 'groupCopies.merge.choose')}
      </Button>
      {drop.isSmall ? null : <p className={classes.faint}>{t('groupCopies.merge.dropNote')}</p>}
    </div>
  );
}
