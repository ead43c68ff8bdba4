import { ActionIcon, Button, Group, Modal, SegmentedControl } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { Progress } from '#shared/domain/outputs.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import classes from './outputs-page.module.css';
import type { ChosenOutput } from './use-output.ts';

/** The pages of a document as they will be printed, without writing a file. */
export function PreviewModal({ chosen, onClose }: { chosen: ChosenOutput | null; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <Modal
      opened={chosen !== null}
      onClose={onClose}
      size="min(72rem, 94vw)"
      title={chosen ? t('outputs.pagesTitle', { name: t(`outputs.${chosen.kind}.title`) }) : ''}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      {chosen ? <Pages chosen={chosen} onClose={onClose} /> : null}
    </Modal>
  );
}

function Pages({ chosen, onClose }: { chosen: ChosenOutput; onClose: () => void }) {
  const { t, formats } = useTexts();
  const { client } = useEngine();
  const [progress, setProgress] = useState<Progress | null>(null);
  const [drawn, setDrawn] = useState<{ readonly pages: readonly string[]; readonly pageCount: number } | null>(null);
  const [error, setError] = useState<unknown>(null);

  useEffect(() => {
    const stop = new AbortController();
    const addresses: string[] = [];
    const load = async () => {
      const stream = await client.outputs.preview(chosen, { signal: stop.signal });
      for (;;) {
        const step = await stream.next();
        if (stop.signal.aborted) return;
        if (step.done) {
          // As pictures: nothing inside a page can run or reach the application.
          addresses.push(...step.value.pages.map((page) => URL.createObjectURL(new Blob([page], { type: 'image/svg+xml' }))));
          setDrawn({ pages: addresses, pageCount: step.value.pageCount });
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
  }, [client, chosen]);

  if (error) return <Notice kind="danger">{errorText(t, error)}</Notice>;
  if (!drawn) {
    return (
      <div className={classes.preparing}>
        <p>{t('outputs.preparing')}</p>
        <WorkProgress progress={progress} />
        <Button variant="default" mt="md" onClick={onClose}>
          {t('outputs.stop')}
        </Button>
      </div>
    );
  }
  const { pages, pageCount } = drawn;
  return (
    <>
      {pages.length < pageCount ? <Notice>{t('outputs.firstPages', { shown: formats.count(pages.length), total: formats.count(pageCount) })}</Notice> : null}
      <PageViewer pages={pages} />
    </>
  );
}

/** One page after the other, or all of them side by side. */
function PageViewer({ pages }: { pages: readonly string[] }) {
  const { t, formats, direction } = useTexts();
  const [view, setView] = useState('one');
  const [place, setPlace] = useState(0);
  const label = (index: number) => t('outputs.page', { number: formats.count(index + 1), total: formats.count(pages.length) });
  const turn = (step: number) => setPlace((now) => Math.min(pages.length - 1, Math.max(0, now + step)));
  const onKeyDown = (key: string) => {
    const forward = direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (key === forward || key === 'PageDown') turn(1);
    if (key === back || key === 'PageUp') turn(-1);
    if (key === 'Home') setPlace(0);
    if (key === 'End') setPlace(pages.length - 1);
  };
  const page = pages[place];
  return (
    <>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('outputs.zoom')}
          value={view}
          onChange={setView}
          data={[
            { value: 'one', label: t('outputs.onePage') },
            { value: 'all', label: t('outputs.allPages') },
          ]}
        />
        {view === 'one' ? (
          <Group gap="xs">
            <ActionIcon aria-label={t('outputs.pageBefore')} disabled={place === 0} onClick={() => turn(-1)} size="lg">
              <IconChevronLeft size="1.2rem" stroke={1.6} className={classes.pointing} />
            </ActionIcon>
            <span className="tabular" role="status">
              {label(place)}
            </span>
            <ActionIcon aria-label={t('outputs.pageAfter')} disabled={place === pages.length - 1} onClick={() => turn(1)} size="lg">
              <IconChevronRight size="1.2rem" stroke={1.6} className={classes.pointing} />
            </ActionIcon>
          </Group>
        ) : null}
      </Group>
      {view === 'one' ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys turn the pages; the buttons above do the same.
        <div className={classes.onePage} tabIndex={0} role="group" aria-label={label(place)} onKeyDown={(event) => onKeyDown(event.key)}>
          {page ? <img src={page} alt={label(place)} /> : null}
        </div>
      ) : (
        <div className={classes.pages}>
          {pages.map((address, index) => (
            <img key={address} src={address} alt={label(index)} loading="lazy" />
          ))}
        </div>
      )}
    </>
  );
}
