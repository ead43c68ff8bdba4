import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Ballot } from '#shared/domain/ballots.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** A ballot that takes no answers just now, and what can be done about it. */
export function NotOpen({ ballot }: { ballot: Ballot }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const { mutate: open } = useMutation(queries.ballots.open.mutationOptions());
  const { mutate: reopen } = useMutation(queries.ballots.reopen.mutationOptions());
  const isDraft = ballot.state === 'draft';
  const late = () =>
    ask({ title: t('entry.reopen.title'), body: t('entry.reopen.body'), action: t('entry.reopen.action'), onConfirm: () => reopen({ id: ballot.id }) });
  return (
    <Notice
      kind="info"
      title={t(isDraft ? 'entry.draft.title' : 'entry.closed.title')}
      action={<Button onClick={isDraft ? () => open({ id: ballot.id }) : late}>{t(isDraft ? 'ballots.open' : 'entry.reopen.action')}</Button>}
    >
      {t(isDraft ? 'entry.draft.body' : 'entry.closed.body')}
      {dialog}
    </Notice>
  );
}
