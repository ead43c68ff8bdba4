import { Button, Modal, PasswordInput } from '@mantine/core';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useProjectActions } from '../../app/engine/use-project-actions.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import { WorkProgress } from '../../ui/work-progress.tsx';
import classes from './file-page.module.css';
import { RecoveryReportView } from './recovery-report.tsx';
import { useRecovery } from './use-recovery.ts';

/** Another file that does not open any more: what can be read goes into a new one. */
export function RecoverPanel() {
  const { t } = useTexts();
  const { files } = useEngine();
  const actions = useProjectActions();
  const { recover, stop, forget, isWorking, progress, report, error } = useRecovery();
  const [passphrase, setPassphrase] = useState('');

  const choose = async () => {
    const chosen = await files.chooseToOpen('project');
    if (chosen) await recover(chosen.file, passphrase || undefined);
  };

  return (
    <Panel title={t('recover.title')} note={t('recover.note')}>
      <div className={classes.recover}>
        <PasswordInput
          label={t('recover.passphrase')}
          value={passphrase}
          onChange={(event) => setPassphrase(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
          autoComplete="off"
          dir="auto"
          disabled={isWorking}
        />
        {isWorking ? (
          <Button variant="default" onClick={stop}>
            {t('outputs.stop')}
          </Button>
        ) : (
          <Button variant="default" onClick={() => void choose()}>
            {t('recover.choose')}
          </Button>
        )}
      </div>
      {isWorking ? <WorkProgress progress={progress} /> : null}
      {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
      <Modal opened={report !== null} onClose={forget} title={t('recovered.title')} size="lg" closeButtonProps={{ 'aria-label': t('action.close') }}>
        {report ? (
          <RecoveryReportView
            report={report}
            onOpen={() => {
              forget();
              void actions.openFile({ file: report.file, fileName: report.fileName }, passphrase ? { passphrase } : {});
            }}
          />
        ) : null}
      </Modal>
    </Panel>
  );
}
