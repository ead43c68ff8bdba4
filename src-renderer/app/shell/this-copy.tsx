import { Button, Popover, Text } from '@mantine/core';
import { IconFolder, IconTag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectState } from '#shared/domain/project.ts';
import { useEngine } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './this-copy.module.css';

/** In a copy for a group: whose it is, always in sight; where it came from and what to do at the end, on a press. */
export function ThisCopy({ project }: { project: ProjectState }) {
  const { t, formats } = useTexts();
  const { client, files, queries } = useEngine();
  const copy = useQuery(queries.merging.thisCopy.queryOptions()).data;
  const [isOpen, setIsOpen] = useState(false);
  if (!copy?.name) return null;
  const { name, originName, handedOutAt } = copy;
  const when = handedOutAt ? formats.instant(handedOutAt) : '';
  const show = async () => files.present(await client.project.fileOfRecent({ path: project.path }));
  return (
    <Popover opened={isOpen} onChange={setIsOpen} position="bottom-start" width={340} trapFocus shadow="md">
      <Popover.Target>
        <button type="button" className={classes.chip} aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          <IconTag size="0.9rem" stroke={1.8} aria-hidden />
          <bdi>{t('thisCopy.chip', { name })}</bdi>
        </button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('thisCopy.title', { name })}>
        <Text fw={600}>{t('thisCopy.title', { name })}</Text>
        {when ? <p className={classes.words}>{originName ? t('thisCopy.fromCopy', { origin: originName, when }) : t('thisCopy.from', { when })}</p> : null}
        <p className={classes.words}>{t('thisCopy.end')}</p>
        <p className={classes.file}>
          {t('thisCopy.file')}: <bdi>{project.fileName}</bdi>
        </p>
        {files.presentsInFolder ? (
          <Button variant="default" size="compact-md" leftSection={<IconFolder size="1rem" stroke={1.6} aria-hidden />} onClick={() => void show()}>
            {t('outputs.showInFolder')}
          </Button>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}
