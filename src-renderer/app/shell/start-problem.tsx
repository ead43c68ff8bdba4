import { Button } from '@mantine/core';
import { Notice } from '../../ui/notice.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './shell.module.css';

/** Shown instead of a blank page when the engine cannot be reached at all. */
export function StartProblem({ error }: { error: unknown }) {
  const { t } = useTexts();
  return (
    <main className={classes.startProblem}>
      <Notice kind="danger" title={t('shell.noEngine.title')} action={<Button onClick={() => window.location.reload()}>{t('shell.noEngine.retry')}</Button>}>
        {t('shell.noEngine.body')} <code>{error instanceof Error ? error.message : String(error)}</code>
      </Notice>
    </main>
  );
}
