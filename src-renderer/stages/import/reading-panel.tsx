import { Button, Progress } from '@mantine/core';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './import.module.css';
import type { ImportWork } from './use-import.ts';

/** How far the work is, in words and numbers. */
export function useProgressWords({ progress }: Pick<ImportWork, 'progress'>): { words: string; percent: number | null } {
  const { t, formats } = useTexts();
  if (!progress) return { words: t('progress.reading'), percent: 0 };
  const step = t(`progress.${progress.step}` as TextKey);
  if (!progress.total) return { words: progress.done > 0 ? `${step} · ${formats.count(progress.done)}` : step, percent: null };
  const share = Math.min(1, progress.done / progress.total);
  return { words: `${step} · ${formats.percent(share)}`, percent: share * 100 };
}

/** The first reading, or the writing: progress with numbers and a way to stop. */
export function ReadingPanel({ work, title }: { work: ImportWork; title: string }) {
  const { t } = useTexts();
  const { words, percent } = useProgressWords(work);
  return (
    <Panel>
      <div className={classes.reading}>
        <h2>
          <bdi>{title}</bdi>
        </h2>
        <Progress value={percent ?? 100} animated={percent === null} striped={percent === null} aria-label={title} size="lg" />
        <p className={classes.faint} role="status">
          {words}
        </p>
        <Button variant="default" onClick={work.cancel}>
          {t('action.cancel')}
        </Button>
      </div>
    </Panel>
  );
}
