import { Button, Modal } from '@mantine/core';
import type { OpeningProblem } from '../../../app/engine/opening-problem.ts';
import { errorText } from '../../../app/engine/refusals.ts';
import { useProjectActions } from '../../../app/engine/use-project-actions.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { WorkProgress } from '../../../ui/work-progress.tsx';
import { RecoveryReportView } from '../../file/recovery-report.tsx';
import { useRecovery } from '../../file/use-recovery.ts';
import classes from './opening-problem.module.css';

/** Saves what can be read of a damaged file into a new one, says thing by thing what was lost, and then opens the new one. */
export function RecoverButton({ problem, isFirst }: { problem: OpeningProblem; isFirst: boolean }) {
  const { t } = useTexts();
  const actions = useProjectActions();
  const { recover, forget, isWorking, progress, report, error } = useRecovery();
  const { passphrase } = problem;

  return (
    <div className={classes.recover}>
      <Button variant={isFirst ? 'filled' : 'default'} loading={isWorking} onClick={() => void recover(problem.file, passphrase)}>
        {t('opening.way.recover.do')}
      </Button>
      {isWorking ? <WorkProgress progress={progress} /> : null}
      {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
      <Modal opened={report !== null} onClose={forget} title={t('recovered.title')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
        {report ? (
          <RecoveryReportView report={report} onOpen={() => void actions.openFile({ file: report.file, fileName: report.fileName }, { passphrase })} />
        ) : null}
      </Modal>
    </div>
  );
}
