import { Button } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { MergeReport } from '#shared/domain/merging.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useUndo } from '../../app/history/undo-provider.tsx';
import { useChangeWords } from '../../app/history/use-change-words.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './group-copies.module.css';
import { Counts } from './merge-preview.tsx';

/** What was done, the way back by name, and the questions that are open now. */
export function MergeResult({ report, onAnother }: { report: MergeReport; onAnother: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { steps, undo } = useUndo();
  const words = useChangeWords();
  const questions = useQuery(queries.merging.reviews.queryOptions()).data ?? [];
  const place = useRef<HTMLDivElement>(null);
  // The button that was pressed is gone; what came of it is read next.
  useEffect(() => place.current?.focus(), []);
  // A copy that was chosen twice counts once.
  const count = new Set(report.contributions.map(({ copyName, fileName }) => copyName || fileName)).size;
  const isUndone = report.revision !== null && steps.redo?.revision === report.revision;
  const canUndo = report.revision !== null && steps.undo?.revision === report.revision;

  if (isUndone) return <Notice action={<Another onAnother={onAnother} />}>{t('groupCopies.merge.wasUndone')}</Notice>;
  return (
    <div ref={place} tabIndex={-1} className={classes.result}>
      <Notice kind="good" title={t('groupCopies.merge.done', { count })}>
        {t('groupCopies.merge.doneBody')}
      </Notice>
      <div className={classes.actions}>
        {questions.length > 0 ? (
          <Button component={Link} to="/groups-copies/questions">
            {t('groupCopies.merge.decide', { count: questions.length })}
          </Button>
        ) : null}
        <Another onAnother={onAnother} />
        {canUndo && steps.undo ? (
          <Button
            variant="default"
            className={classes.undo}
            leftSection={<IconArrowBackUp size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}
            onClick={() => void undo()}
          >
            {t('groupCopies.merge.undo', { what: words(steps.undo) })}
          </Button>
        ) : null}
      </div>
      {report.total > 0 ? (
        <Panel title={t('groupCopies.merge.came')}>
          <Counts report={report} />
        </Panel>
      ) : null}
    </div>
  );
}

function Another({ onAnother }: { onAnother: () => void }) {
  const { t } = useTexts();
  return (
    <Button variant="default" onClick={onAnother}>
      {t('groupCopies.merge.another')}
    </Button>
  );
}
