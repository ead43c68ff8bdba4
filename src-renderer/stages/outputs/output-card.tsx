import { Button, Group } from '@mantine/core';
import { IconDownload, IconEye, IconFolder, type TablerIcon } from '@tabler/icons-react';
import type { OutputKind } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import { byteText } from './byte-text.ts';
import classes from './outputs-page.module.css';
import { useOutput } from './use-output.ts';

/** One document: what it is for, make it, see how far it is, and what came out. */
export function OutputCard({ kind, icon: Icon, language, onPreview }: { kind: OutputKind; icon: TablerIcon; language: string; onPreview?: () => void }) {
  const { t, formats } = useTexts();
  const { files } = useEngine();
  const { state, make, stop } = useOutput(kind, language);

  return (
    <section className={classes.card} aria-label={t(`outputs.${kind}.title`)}>
      <Icon size="2rem" stroke={1.3} aria-hidden className={classes.icon} />
      <div className={classes.words}>
        <h2>{t(`outputs.${kind}.title`)}</h2>
        <p>{t(`outputs.${kind}.body`)}</p>
        {state.is === 'working' ? <WorkProgress progress={state.progress} /> : null}
        {state.is === 'failed' ? <Notice kind="danger">{errorText(t, state.error)}</Notice> : null}
        {state.is === 'done' ? (
          <Notice
            kind="good"
            title={t('outputs.ready', { name: state.result.fileName })}
            action={
              <Button
                size="compact-md"
                leftSection={files.presentsInFolder ? <IconFolder size="1rem" aria-hidden /> : <IconDownload size="1rem" aria-hidden />}
                onClick={() => void files.present(state.result)}
              >
                {t(files.presentsInFolder ? 'outputs.showInFolder' : 'outputs.download')}
              </Button>
            }
          >
            {state.result.pageCount === null
              ? byteText(formats, state.result.byteCount)
              : t('outputs.madeNote', { pages: state.result.pageCount, size: byteText(formats, state.result.byteCount) })}
          </Notice>
        ) : null}
      </div>
      <Group gap="xs" className={classes.buttons}>
        {onPreview ? (
          <Button variant="default" leftSection={<IconEye size="1.1rem" stroke={1.6} aria-hidden />} onClick={onPreview}>
            {t('outputs.preview')}
          </Button>
        ) : null}
        {state.is === 'working' ? (
          <Button variant="default" onClick={stop}>
            {t('outputs.stop')}
          </Button>
        ) : (
          <Button onClick={() => void make()}>{t('outputs.make')}</Button>
        )}
      </Group>
    </section>
  );
}
