import { ActionIcon, Button, Menu, Skeleton, Tooltip } from '@mantine/core';
import { IconAlertTriangle, IconDotsVertical, IconFileImport, IconFolder, IconLock, IconUsb } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FileContents, FileCopy } from '#shared/domain/copies.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useProjectActions } from '../../app/engine/use-project-actions.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { byteText } from '../outputs/byte-text.ts';
import { differenceWords, lastChangeWords } from './copy-words.ts';
import classes from './file-page.module.css';
import { RestoreDialog } from './restore-dialog.tsx';

/** The copies with what each holds and what is different now; from each a way back or beside. */
export function CopiesPanel({ lastCopyAt }: { lastCopyAt: string | null }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const query = useQuery(queries.copies.list.queryOptions({ meta: { showsOwnError: true } }));
  const [chosen, setChosen] = useState<FileCopy | null>(null);
  const project = useProject();
  const { refetch } = query;
  // A copy by the clock is no change of the project, so that nobody tells this list.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the time of the newest copy is the reason to look again
  useEffect(() => void refetch(), [lastCopyAt, refetch]);
  const copies = query.data?.copies ?? [];
  const now = query.data?.now;

  return (
    <Panel title={t('copies.title')} note={t('copies.note')} plain>
      {query.error ? <Notice kind="danger">{errorText(t, query.error)}</Notice> : null}
      {query.isPending ? <Skeleton height="8rem" radius={0} /> : null}
      {project?.hasPassphrase && copies.some(({ hasPassphrase }) => !hasPassphrase) ? <Notice kind="caution">{t('copies.unlocked')}</Notice> : null}
      {query.data && copies.length === 0 ? <p className={classes.none}>{t('copies.none')}</p> : null}
      {now && copies.length > 0 ? (
        <ul className={classes.copies} aria-label={t('copies.title')}>
          {copies.map((copy) => (
            <CopyRow key={copy.path} copy={copy} now={now} onRestore={() => setChosen(copy)} />
          ))}
        </ul>
      ) : null}
      {now ? <RestoreDialog copy={chosen} now={now} onClose={() => setChosen(null)} /> : null}
    </Panel>
  );
}

function CopyRow({ copy, now, onRestore }: { copy: FileCopy; now: FileContents; onRestore: () => void }) {
  const { t, formats } = useTexts();
  const { client, files } = useEngine();
  const actions = useProjectActions();
  const when = formats.instant(copy.madeAt);
  const openBeside = () => actions.openFile({ file: copy.file, fileName: copy.fileName }, {}, () => client.copies.openBeside({ copy: copy.file }));
  const isUsable = copy.problem === null || copy.problem === 'other-passphrase';

  return (
    <li className={classes.copy}>
      <div className={classes.made}>
        <strong>{when}</strong>
        <span className={classes.reason}>
          {copy.place === 'second' ? <IconUsb size="0.95rem" stroke={1.6} aria-label={t('copies.second')} /> : null}
          {copy.hasPassphrase ? <IconLock size="0.95rem" stroke={1.6} aria-label={t('copies.locked')} /> : null}
          {t(`copies.reason.${copy.reason}`)}
        </span>
      </div>
      <div className={classes.holds}>
        {copy.contents ? (
          <>
            <span>{differenceWords(t, formats, copy.contents, now)}</span>
            <bdi className={classes.last}>{lastChangeWords(t, formats, copy.contents)}</bdi>
          </>
        ) : (
          <span className={classes.problem}>
            <IconAlertTriangle size="1rem" stroke={1.8} aria-hidden /> {t(`copies.problem.${copy.problem ?? 'not-readable'}`)}
          </span>
        )}
      </div>
      <span className={classes.size}>{byteText(formats, copy.byteCount)}</span>
      <div className={classes.copyActions}>
        <Button variant="default" size="compact-md" disabled={!isUsable} onClick={onRestore} aria-label={t('copies.goBackNamed', { when })}>
          {t('copies.goBack')}
        </Button>
        <Menu position="bottom-end">
          <Menu.Target>
            <Tooltip label={t('copies.more')}>
              <ActionIcon aria-label={t('copies.moreNamed', { when })}>
                <IconDotsVertical size="1.1rem" stroke={1.6} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item disabled={copy.problem !== null} leftSection={<IconFileImport size="1rem" stroke={1.6} aria-hidden />} onClick={() => void openBeside()}>
              {t('copies.openBeside')}
            </Menu.Item>
            {files.presentsInFolder ? (
              <Menu.Item leftSection={<IconFolder size="1rem" stroke={1.6} aria-hidden />} onClick={() => void files.present(copy)}>
                {t('outputs.showInFolder')}
              </Menu.Item>
            ) : null}
          </Menu.Dropdown>
        </Menu>
      </div>
    </li>
  );
}
