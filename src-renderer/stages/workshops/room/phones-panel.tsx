import { Button, Checkbox, Group, Modal, Text, Tooltip } from '@mantine/core';
import { IconDeviceMobile, IconDeviceMobileOff } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoomDevice, RoomState } from '#shared/domain/room.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import classes from './cockpit.module.css';
import { PhoneTrouble } from './phone-trouble.tsx';

/** Phones ask about every ten seconds: one that was silent longer than this, in milliseconds, is away. */
const silentMs = 30_000;
const devicesPauseMs = 5_000;

/** How many phones are in, and each by its number: no name is known. */
export function PhonesPanel({ room, workshopId }: { room: RoomState; workshopId: string }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const devices = useQuery(queries.room.devices.queryOptions({ refetchInterval: devicesPauseMs })).data ?? [];
  const groups = useQuery(queries.workshops.groups.queryOptions({ input: { workshopId } })).data ?? [];
  const [leaving, setLeaving] = useState<RoomDevice | null>(null);
  const present = devices.filter(({ isRemoved }) => !isRemoved);
  const groupName = (id: string | null) => groups.find((group) => group.id === id)?.name;
  return (
    <Panel title={t('cockpit.phones.title')} actions={<PhoneTrouble />}>
      <StatRow>
        <Stat value={formats.count(room.joined)} label={t('cockpit.phones.joined', { count: room.joined })} />
        <Stat value={formats.count(room.connected)} label={t('cockpit.phones.connected')} note={t('cockpit.phones.connectedNote')} />
      </StatRow>
      {present.length === 0 ? <p className={classes.quiet}>{t('cockpit.phones.none')}</p> : null}
      {present.length > 0 ? (
        // A scrolling region must be reachable by keyboard.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolling by arrow keys needs focus
        <section className={classes.phones} tabIndex={0} aria-label={t('cockpit.phones.list')}>
          <ul>
            {present.map((device) => (
              <li key={device.id}>
                <PhoneMark device={device} />
                <span className={classes.number}>{formats.count(device.number)}</span>
                <span className={classes.group}>
                  <bdi>{groupName(device.groupId) ?? t('cockpit.phones.noGroup')}</bdi>
                </span>
                <span className={classes.quiet}>{device.lastSeenAt ? formats.time(device.lastSeenAt) : '–'}</span>
                {room.isHelper ? null : (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    onClick={() => setLeaving(device)}
                    aria-label={t('cockpit.phones.remove', { number: device.number })}
                  >
                    {t('action.remove')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <RemovePhone device={leaving} onClose={() => setLeaving(null)} />
    </Panel>
  );
}

function PhoneMark({ device }: { device: RoomDevice }) {
  const { t } = useTexts();
  const isHere = device.lastSeenAt !== null && Date.now() - Date.parse(device.lastSeenAt) < silentMs;
  const Icon = isHere ? IconDeviceMobile : IconDeviceMobileOff;
  const words = t(isHere ? 'cockpit.phones.here' : 'cockpit.phones.away');
  return (
    <Tooltip label={words}>
      <span className={classes.mark} data-here={isHere || undefined} role="img" aria-label={words}>
        <Icon size="1.2rem" stroke={1.6} aria-hidden />
      </span>
    </Tooltip>
  );
}

/** Asked once: the phone, and whether its answers go out of the counts too. */
function RemovePhone({ device, onClose }: { device: RoomDevice | null; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: remove } = useMutation(queries.room.removeDevice.mutationOptions());
  const [withAnswers, setWithAnswers] = useState(false);
  const title = device ? t('cockpit.phones.removeTitle', { number: device.number }) : '';
  const close = () => {
    setWithAnswers(false);
    onClose();
  };
  return (
    <Modal
      opened={device !== null}
      onClose={close}
      title={title}
      {...(device ? { role: 'alertdialog', 'aria-label': title } : {})}
      closeButtonProps={{ 'aria-label': t('action.cancel') }}
    >
      <Text>{t('cockpit.phones.removeBody')}</Text>
      <Checkbox
        mt="md"
        label={t('cockpit.phones.withAnswers')}
        description={t('cockpit.phones.withAnswersNote')}
        checked={withAnswers}
        onChange={(event) => setWithAnswers(event.currentTarget.checked)}
      />
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={close} data-autofocus>
          {t('action.cancel')}
        </Button>
        <Button
          color="red"
          variant="light"
          onClick={() => {
            if (device) remove({ id: device.id, withAnswers });
            close();
          }}
        >
          {t('cockpit.phones.removeAction')}
        </Button>
      </Group>
    </Modal>
  );
}
