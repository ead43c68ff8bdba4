import { Modal, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import classes from './outputs-page.module.css';

export type PreviewKind = 'profile' | 'policy';

/** The pages of a document as they will be printed, without writing a file. */
export function PreviewModal({ kind, language, onClose }: { kind: PreviewKind | null; language: string; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal
      opened={kind !== null}
      onClose={onClose}
      size="min(72rem, 94vw)"
      title={kind ? t('outputs.pagesTitle', { name: t(`outputs.${kind}.title`) }) : ''}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {kind ? <Pages kind={kind} language={language} /> : null}
    </Modal>
  );
}

function Pages({ kind, language }: { kind: PreviewKind; language: string }) {
  const { t } = useTexts();
  const { client } = useEngine();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [pages, setPages] = useState<readonly string[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [size, setSize] = useState('side');

  useEffect(() => {
    const stop = new AbortController();
    const addresses: string[] = [];
    const load = async () => {
      const stream = await client.outputs.preview({ kind, language }, { signal: stop.signal });
      for (;;) {
        const step = await stream.next();
        if (stop.signal.aborted) return;
        if (step.done) {
          // As pictures: nothing inside a page can run or reach the application.
          addresses.push(...step.value.pages.map((page) => URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' }))));
          setPages(addresses);
          return;
        }
        setProgress(step.value);
      }
    };
    load().catch((problem: unknown) => {
      if (!stop.signal.aborted) setError(problem);
    });
    return () => {
      stop.abort();
      for (const address of addresses) URL.revokeObjectURL(address);
    };
  }, [client, kind, language]);

  if (error) return <Notice kind="danger">{errorText(t, error)}</Notice>;
  if (!pages) {
    return (
      <div className={classes.preparing}>
        <p>{t('outputs.preparing')}</p>
        <WorkProgress progress={progress} />
      </div>
    );
  }
  return (
    <>
      <SegmentedControl
        aria-label={t('outputs.zoom')}
        value={size}
        onChange={setSize}
        data={[
          { value: 'side', label: '1:2' },
          { value: 'full', label: '1:1' },
        ]}
      />
      <div className={classes.pages} data-size={size}>
        {pages.map((page, index) => (
          <img key={page} src={page} alt={t('outputs.page', { number: index + 1, total: pages.length })} loading="lazy" />
        ))}
      </div>
    </>
  );
}
