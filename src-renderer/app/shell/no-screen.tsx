import { Button } from '@mantine/core';
import { IconMapOff } from '@tabler/icons-react';
import { type ErrorComponentProps, useNavigate, useRouter } from '@tanstack/react-router';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { errorText } from '../engine/refusals.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import classes from './shell.module.css';

/** An address that leads nowhere: an old bookmark, or one typed by hand. */
export function NoSuchScreen() {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <EmptyState
      icon={IconMapOff}
      title={t('shell.noScreen.title')}
      action={<Button onClick={() => void navigate({ to: '/city' })}>{t('shell.toCity')}</Button>}
    >
      {t('shell.noScreen.body')}
    </EmptyState>
  );
}

/** A screen that broke: the frame around it stays, and so does everything that was entered. */
export function BrokenScreen({ error }: ErrorComponentProps) {
  const { t } = useTexts();
  const router = useRouter();
  const actions = (
    <>
      <Button onClick={() => void router.invalidate()}>{t('shell.noEngine.retry')}</Button>
      <Button variant="default" onClick={() => void router.navigate({ to: '/city' })}>
        {t('shell.toCity')}
      </Button>
    </>
  );
  return (
    <div className={classes.lost}>
      <Notice kind="danger" title={t('shell.brokenScreen.title')} action={actions}>
        {errorText(t, error)}
      </Notice>
    </div>
  );
}
