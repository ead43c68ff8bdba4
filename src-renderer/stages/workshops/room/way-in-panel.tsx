import { Button, Loader } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoomState } from '#shared/domain/room.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { QrPicture } from '../../../ui/qr-picture.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { codeInParts, joinAddress, plainAddress } from '../../wall/join-address.ts';
import { PrintMore } from '../ballots/print-more.tsx';
import classes from './cockpit.module.css';
import { ListenerProblem } from './listener-problem.tsx';
import { NetworkFields } from './network-fields.tsx';

/** The way in as phones need it, and the way to shut it. */
export function WayInPanel({ room }: { room: RoomState }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { mutate: newCode } = useMutation(queries.room.newCode.mutationOptions());
  const { mutate: close } = useMutation(queries.room.close.mutationOptions());
  const { ask, dialog } = useConfirm();
  const [isChanging, setChanging] = useState(false);
  const { participants: listener, settings } = room;
  const address = plainAddress(listener.url);
  return (
    <Panel
      title={t('cockpit.wayIn.title')}
      actions={
        room.isHelper ? null : (
          <>
            {room.workshopId ? <PrintMore workshopId={room.workshopId} /> : null}
            <Button
              variant="default"
              onClick={() =>
                ask({ title: t('cockpit.close.title'), body: t('cockpit.close.body'), action: t('cockpit.close.action'), onConfirm: () => close(undefined) })
              }
            >
              {t('cockpit.close.action')}
            </Button>
          </>
        )
      }
    >
      <ListenerProblem listener={listener} settings={settings} isHelper={room.isHelper ?? false} />
      {listener.state === 'opening' ? (
        <p className={classes.opening}>
          <Loader size="sm" /> {t('cockpit.opening')}
        </p>
      ) : null}
      {listener.state === 'open' ? (
        <div className={classes.wayIn}>
          <div className={classes.qr}>
            <QrPicture text={joinAddress(room)} label={t('wall.join.qr', { address })} />
          </div>
          <dl className={classes.facts}>
            {settings.wifiName ? (
              <div>
                <dt>{t('wall.join.wifi')}</dt>
                <dd>
                  <bdi>{settings.wifiName}</bdi>
                </dd>
              </div>
            ) : null}
            <div>
              <dt>{t('wall.join.address')}</dt>
              <dd className={classes.address}>
                <bdi dir="ltr">{address}</bdi>
              </dd>
            </div>
            <div>
              <dt>{t('wall.join.code')}</dt>
              <dd className={classes.code}>
                <bdi dir="ltr">{codeInParts(room.code)}</bdi>
              </dd>
              <dd className={classes.until}>
                {room.codeUntil ? t('cockpit.code.until', { time: formats.time(room.codeUntil) }) : null}
                {room.isHelper ? null : (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    leftSection={<IconRefresh size="1rem" stroke={1.6} aria-hidden />}
                    onClick={() => newCode(undefined)}
                  >
                    {t('cockpit.code.new')}
                  </Button>
                )}
              </dd>
            </div>
          </dl>
        </div>
      ) : null}
      {room.isHelper ? null : (
        <Button variant="subtle" size="compact-sm" className={classes.more} aria-expanded={isChanging} onClick={() => setChanging((was) => !was)}>
          {t('cockpit.settings')}
        </Button>
      )}
      {isChanging ? (
        <div className={classes.changing}>
          <p>{t('cockpit.settingsNote')}</p>
          <NetworkFields settings={settings} />
        </div>
      ) : null}
      {dialog}
    </Panel>
  );
}
