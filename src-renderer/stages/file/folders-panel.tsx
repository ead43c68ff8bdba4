import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Refusal } from '#shared/contract/refusal.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { FolderPathDialog } from '../../ui/folder-path-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { byteText } from '../outputs/byte-text.ts';
import type { CopiesState } from './copies-state.ts';
import classes from './file-page.module.css';

type Place = 'folder' | 'secondFolder';

/** Where copies go: the one folder, and a second one such as a stick. */
export function FoldersPanel({ state }: { state: CopiesState | undefined }) {
  const { t, formats } = useTexts();
  const { files, queries } = useEngine();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState<Place | null>(null);
  const choose = useMutation(queries.copies.choose.mutationOptions({ onSuccess: () => queryClient.invalidateQueries({ queryKey: queries.copies.key() }) }));
  const set = (place: Place, file: FileToken | null) => choose.mutate(place === 'folder' ? { folder: file } : { secondFolder: file });
  const ask = async (place: Place) => {
    if (!files.chooseFolder) return setAsking(place);
    const chosen = await files.chooseFolder();
    if (chosen) set(place, chosen.file);
  };
  const free = state?.freeBytes ?? null;

  return (
    <Panel title={t('folders.title')} note={t('folders.note')}>
      <div className={classes.folders}>
        <FolderRow
          label={t('folders.main')}
          path={state?.folder}
          note={free === null ? null : t('folders.free', { size: byteText(formats, free) })}
          problem={state?.problem ?? null}
          actions={
            <>
              <Button variant="default" size="compact-md" onClick={() => void ask('folder')}>
                {t('folders.choose')}
              </Button>
              {state?.settings.folder ? (
                <Button variant="subtle" size="compact-md" onClick={() => set('folder', null)}>
                  {t('folders.own')}
                </Button>
              ) : null}
            </>
          }
        />
        <FolderRow
          label={t('folders.second')}
          path={state?.secondFolder ?? undefined}
          note={state?.secondFolder ? null : t('folders.secondNote')}
          problem={state?.secondProblem ?? null}
          actions={
            <>
              <Button variant="default" size="compact-md" onClick={() => void ask('secondFolder')} aria-label={t('folders.chooseSecond')}>
                {t('folders.choose')}
              </Button>
              {state?.settings.secondFolder ? (
                <Button variant="subtle" size="compact-md" onClick={() => set('secondFolder', null)}>
                  {t('folders.noSecond')}
                </Button>
              ) : null}
            </>
          }
        />
      </div>
      <FolderPathDialog
        title={asking ? t(asking === 'secondFolder' ? 'folders.chooseSecond' : 'folders.chooseMain') : null}
        onClose={() => setAsking(null)}
        onChosen={(file) => asking && set(asking, file)}
      />
    </Panel>
  );
}

function FolderRow(row: { label: string; path: string | undefined; note: string | null; problem: Refusal | null; actions: ReactNode }) {
  const { t } = useTexts();
  return (
    <div className={classes.folder}>
      <div className={classes.folderWords}>
        <h3>{row.label}</h3>
        {row.path ? (
          <bdo dir="ltr" className={classes.path}>
            {row.path}
          </bdo>
        ) : null}
        {row.note ? <span className={classes.last}>{row.note}</span> : null}
      </div>
      <div className={classes.copyActions}>{row.actions}</div>
      {row.problem ? <Notice kind="caution">{t(`error.${row.problem.code}` as TextKey, row.problem.params)}</Notice> : null}
    </div>
  );
}
