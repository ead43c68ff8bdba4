import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useProject } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import { ChosenCopies } from './chosen-copies.tsx';
import { CopiesDrop } from './copies-drop.tsx';
import classes from './group-copies.module.css';
import { HandedList } from './handed-list.tsx';
import { MergePreview } from './merge-preview.tsx';
import { MergeResult } from './merge-result.tsx';
import { useCopies } from './use-copies.ts';
import { useMerge } from './use-merge.ts';

/** Copies that came back: what they bring, in words and numbers, before anything is written; then all of it as one step. */
export function BringTogetherPage() {
  const { t } = useTexts();
  const isReadOnly = useProject()?.isReadOnly ?? true;
  const copies = useCopies();
  const merge = useMerge(copies.input);
  const { state } = merge;
  const report = state.is === 'seen' ? state.report : null;
  const isNothing = report !== null && report.undoneMerge === null && report.erasedPeople === 0 && report.contributions.every(({ changes }) => changes === 0);
  const isDone = state.is === 'done';
  const startAnew = () => {
    copies.clear();
    merge.forget();
  };

  return (
    <StagePage
      title={t('groupCopies.merge.title')}
      purpose={t('groupCopies.merge.purpose')}
      actions={
        report && !isNothing ? (
          <Button onClick={merge.bringTogether}>{t(report.undoneMerge ? 'groupCopies.merge.doAgain' : 'groupCopies.merge.do')}</Button>
        ) : null
      }
    >
      {isReadOnly ? <Notice kind="caution">{t('groupCopies.handOut.readOnly')}</Notice> : null}
      {isDone ? (
        <MergeResult report={state.report} onAnother={startAnew} />
      ) : (
        <>
          <CopiesDrop isSmall={copies.copies.length > 0} isDisabled={isReadOnly || state.is === 'writing'} onChosen={copies.add} />
          {copies.progress ? <WorkProgress progress={copies.progress} /> : null}
          {copies.error ? <Notice kind="danger">{errorText(t, copies.error)}</Notice> : null}
          {copies.copies.length > 0 ? <ChosenCopies copies={copies} report={report} isFixed={state.is === 'writing'} /> : null}
        </>
      )}
      {state.is === 'comparing' || state.is === 'writing' ? (
        <Panel title={t(state.is === 'writing' ? 'groupCopies.merge.working' : 'groupCopies.merge.preview')}>
          <div className={classes.working}>
            <WorkProgress progress={state.progress} />
          </div>
        </Panel>
      ) : null}
      {state.is === 'failed' ? (
        <Notice
          kind="danger"
          action={
            <Button variant="default" onClick={merge.again}>
              {t('shell.noEngine.retry')}
            </Button>
          }
        >
          {errorText(t, state.error)}
        </Notice>
      ) : null}
      {report && isNothing ? (
        <Panel>
          <EmptyState icon={IconCircleCheck} title={t('groupCopies.merge.nothing.title')}>
            {t('groupCopies.merge.nothing.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {report && !isNothing ? <MergePreview report={report} /> : null}
      {copies.copies.length === 0 && !isDone ? <HandedList /> : null}
    </StagePage>
  );
}
