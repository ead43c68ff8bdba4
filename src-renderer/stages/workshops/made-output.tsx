import { Button } from '@mantine/core';
import { IconDownload, IconFolder } from '@tabler/icons-react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Making } from './use-make-output.ts';

/** What came of making a document: where the file is, or why there is none. */
export function MadeOutput({ making }: { making: Making }) {
  const { t } = useTexts();
  const { files } = useEngine();
  if (making.is === 'failed') return <Notice kind="danger">{errorText(t, making.error)}</Notice>;
  if (making.is !== 'done') return null;
  const Icon = files.presentsInFolder ? IconFolder : IconDownload;
  return (
    <Notice
      kind="good"
      title={t('outputs.ready', { name: making.result.fileName })}
      action={
        <Button size="compact-md" leftSection={<Icon size="1rem" aria-hidden />} onClick={() => void files.present(making.result)}>
          {t(files.presentsInFolder ? 'outputs.showInFolder' : 'outputs.download')}
        </Button>
      }
    />
  );
}
