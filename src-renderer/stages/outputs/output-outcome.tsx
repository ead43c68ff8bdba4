import { Button } from '@mantine/core';
import { IconDownload, IconFolder } from '@tabler/icons-react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import { byteText } from './byte-text.ts';
import type { OutputState } from './use-output.ts';

/** How far the making is, what came of it, or why nothing did. */
export function OutputOutcome({ state }: { state: OutputState }) {
  const { t, formats } = useTexts();
  const { files } = useEngine();
  if (state.is === 'working') return <WorkProgress progress={state.progress} />;
  if (state.is === 'failed') return <Notice kind="danger">{errorText(t, state.error)}</Notice>;
  if (state.is === 'idle') return null;
  const { result } = state;
  const size = byteText(formats, result.byteCount);
  return (
    <Notice
      kind="good"
      title={t('outputs.ready', { name: result.fileName })}
      action={
        <Button
          size="compact-md"
          leftSection={files.presentsInFolder ? <IconFolder size="1rem" aria-hidden /> : <IconDownload size="1rem" aria-hidden />}
          onClick={() => void files.present(result)}
        >
          {t(files.presentsInFolder ? 'outputs.showInFolder' : 'outputs.download')}
        </Button>
      }
    >
      {result.pageCount === null ? size : t('outputs.madeNote', { pages: result.pageCount, size })}
      {result.isAccessiblePdf === false ? <div>{t('outputs.plainPdf')}</div> : null}
    </Notice>
  );
}
