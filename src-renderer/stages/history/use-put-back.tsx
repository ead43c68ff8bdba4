import { Button, Group, Modal, Skeleton, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { CountLines } from './count-lines.tsx';

export interface Moment {
  readonly revision: number;
  readonly at: string;
}

/** Asks before the whole project goes back to a moment, and says beforehand what that would change. */
export function usePutBack(): { ask: (moment: Moment) => void; dialog: ReactNode } {
  const { t } = useTexts();
  const [moment, setMoment] = useState<Moment | null>(null);
  const close = () => setMoment(null);
  const dialog = (
    <Modal
      opened={moment !== null}
      onClose={close}
      title={t('history.project.title')}
      size="lg"
      {...(moment ? { role: 'alertdialog', 'aria-label': t('history.project.title') } : {})}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
    >
      {moment ? <Question moment={moment} onClose={close} /> : null}
    </Modal>
  );
  return { ask: setMoment, dialog };
}

function Question({ moment, onClose }: { moment: Moment; onClose: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const at = formats.instant(moment.at);
  const difference = useQuery(queries.history.compare.queryOptions({ input: { from: null, to: moment.revision } }));
  const { mutate: restore, isPending } = useMutation(
    queries.history.restoreProject.mutationOptions({
      onSuccess: () => {
        notifications.show({ message: t('history.project.done', { at }), withBorder: true });
        onClose();
      },
    }),
  );
  const isSame = difference.data?.total === 0;
  return (
    <Stack gap="sm">
      <Text>{t('history.project.body', { at })}</Text>
      <div style={{ minBlockSize: '5rem' }}>
        {difference.data ? isSame ? <Text>{t('history.project.same')}</Text> : <CountLines counts={difference.data.counts} /> : <Skeleton h="4.5rem" />}
      </div>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button disabled={!difference.data || isSame} loading={isPending} onClick={() => restore({ revision: moment.revision })}>
          {t('history.project.go')}
        </Button>
      </Group>
    </Stack>
  );
}
