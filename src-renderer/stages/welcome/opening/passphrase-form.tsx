import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { OpeningProblem } from '../../../app/engine/opening-problem.ts';
import { useProjectActions } from '../../../app/engine/use-project-actions.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './opening-problem.module.css';

/** Asks for the passphrase of a locked project; what was typed is forgotten when it opens. */
export function PassphraseForm({ problem, isWrong }: { problem: OpeningProblem; isWrong: boolean }) {
  const { t } = useTexts();
  const actions = useProjectActions();
  const [passphrase, setPassphrase] = useState('');
  const [isBusy, setBusy] = useState(false);

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (!passphrase) return;
    setBusy(true);
    await actions.openFile(problem, { passphrase });
    setBusy(false);
  };

  return (
    <form onSubmit={open} className={classes.passphrase}>
      <PasswordInput
        label={t('passphrase.label')}
        value={passphrase}
        onChange={(event) => setPassphrase(event.currentTarget.value)}
        error={isWrong && !isBusy ? t('opening.wrongPassphrase') : null}
        visibilityToggleButtonProps={{ 'aria-label': t('passphrase.show') }}
        autoComplete="off"
        dir="auto"
        data-autofocus
        size="md"
      />
      <Button type="submit" size="md" loading={isBusy} disabled={!passphrase}>
        {t('opening.unlock')}
      </Button>
    </form>
  );
}
