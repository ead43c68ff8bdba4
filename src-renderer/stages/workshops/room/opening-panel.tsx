import { Button } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { RoomState } from '#shared/domain/room.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { PrintMore } from '../ballots/print-more.tsx';
import { NetworkFields } from './network-fields.tsx';
import { PhoneTrouble } from './phone-trouble.tsx';

/** The room before it is open: one press, with what it needs beside it. */
export function OpeningPanel({ room, workshopId }: { room: RoomState; workshopId: string }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: open, isPending } = useMutation(queries.room.open.mutationOptions());
  return (
    <Panel
      title={t('cockpit.closed.title')}
      note={t('cockpit.closed.note')}
      actions={
        <>
          <PhoneTrouble />
          <PrintMore workshopId={workshopId} />
          <Button size="md" loading={isPending} leftSection={<IconDoorEnter size="1.2rem" stroke={1.6} aria-hidden />} onClick={() => open({ workshopId })}>
            {t('cockpit.open')}
          </Button>
        </>
      }
    >
      <NetworkFields settings={room.settings} />
    </Panel>
  );
}
