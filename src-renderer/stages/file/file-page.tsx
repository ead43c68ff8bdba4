import { Button } from '@mantine/core';
import { IconCopyPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StagePage } from '../../ui/stage-page.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import { PeoplePanel } from '../people/people-panel.tsx';
import { SharePanel } from '../people/share-panel.tsx';
import { CopiesPanel } from './copies-panel.tsx';
import { FilePanel } from './file-panel.tsx';
import { FoldersPanel } from './folders-panel.tsx';
import { PassphrasePanel } from './passphrase-panel.tsx';
import { RecoverPanel } from './recover-panel.tsx';
import { useMakeCopy } from './use-make-copy.ts';

/** Copies are made by themselves, so this screen looks now and then. */
const lookAgainMs = 15_000;

/** The project's file: where it is, its copies, going back to one, its passphrase, saving what is left of a damaged file. */
export function FilePage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const state = useQuery(queries.copies.state.queryOptions({ refetchInterval: lookAgainMs })).data;
  const making = useMakeCopy();
  if (!project) return null;

  return (
    <StagePage
      title={t('file.title')}
      purpose={t('file.purpose')}
      actions={
        making.isWorking ? (
          <Button variant="default" onClick={making.stop}>
            {t('outputs.stop')}
          </Button>
        ) : (
          <>
            <Button component={Link} to="/groups-copies" variant="subtle">
              {t('file.groupCopies')}
            </Button>
            <Button leftSection={<IconCopyPlus size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => void making.make()}>
              {t('file.makeCopy')}
            </Button>
          </>
        )
      }
    >
      {making.isWorking ? <WorkProgress progress={making.progress} /> : null}
      {making.error ? <Notice kind="danger">{errorText(t, making.error)}</Notice> : null}
      <FilePanel project={project} state={state} />
      <CopiesPanel lastCopyAt={state?.lastCopyAt ?? null} />
      <FoldersPanel state={state} />
      <PassphrasePanel />
      <PeoplePanel />
      <SharePanel />
      <RecoverPanel />
    </StagePage>
  );
}
