import { Button } from '@mantine/core';
import { IconDownload, IconFolder } from '@tabler/icons-react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './group-copies.module.css';
import type { MadeCopy } from './use-hand-out.ts';

/** The copies that were just made, and how they get to their tables. */
export function MadeCopies({ made }: { made: readonly MadeCopy[] }) {
  const { t } = useTexts();
  const { files } = useEngine();
  const [first] = made;
  if (!first) return null;
  const folder = first.path.slice(0, -first.fileName.length - 1);
  // What the engine made in a place of its own can only be fetched from here.
  const isInOwnPlace = /[\\/]handed-out[\\/]/.test(first.path);
  const isToDownload = isInOwnPlace && !files.presentsInFolder;
  return (
    <Notice
      kind="good"
      title={t('groupCopies.handOut.ready', { count: made.length })}
      action={
        files.presentsInFolder ? (
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconFolder size="1rem" stroke={1.6} aria-hidden />}
            onClick={() => void files.present(first)}
          >
            {t('outputs.showInFolder')}
          </Button>
        ) : null
      }
    >
      {isToDownload ? t('groupCopies.handOut.toDownload') : t('groupCopies.handOut.inFolder', { folder })}
      <ul className={classes.made}>
        {made.map((copy) => (
          <li key={copy.id}>
            <bdi>{copy.fileName}</bdi>
            {isToDownload ? (
              <Button
                variant="default"
                size="compact-md"
                leftSection={<IconDownload size="1rem" stroke={1.6} aria-hidden />}
                aria-label={t('groupCopies.handOut.downloadNamed', { name: copy.name })}
                onClick={() => void files.present(copy)}
              >
                {t('groupCopies.handOut.download')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
