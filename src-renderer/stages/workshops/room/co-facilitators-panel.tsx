import { Button, Loader } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { RoomState } from '#shared/domain/room.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../../ui/confirm.tsx';
import { QrPicture } from '../../../ui/qr-picture.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { codeInParts, plainAddress } from '../../wall/join-address.ts';
import classes from './cockpit.module.css';
import { ListenerProblem } from './listener-problem.tsx';

/** Who helps: with the whole application in their own browser, each let in by a code that stands here only. */
export function CoFacilitatorsPanel({ room }: { room: RoomState }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { mutate: open, isPending } = useMutation(queries.room.openToCoFacilitators.mutationOptions());
  const { mutate: close } = useMutation(queries.room.closeToCoFacilitators.mutationOptions());
  const { ask, dialog } = useConfirm();
  const { coFacilitators: listener, coCode, settings } = room;
  const isClosed = listener.state === 'closed';
  const address = plainAddress(listener.url);
  return (
    <Panel
      title={t('cockpit.helpers.title')}
      note={t('cockpit.helpers.note')}
      actions={
        isClosed ? (
          <Button variant="default" loading={isPending} onClick={() => open(undefined)}>
            {t('cockpit.helpers.open')}
          </Button>
        ) : (
          <Button
            variant="default"
            onClick={() =>
              ask({
                title: t('cockpit.helpers.closeTitle'),
                body: t('cockpit.helpers.closeBody'),
                action: t('cockpit.helpers.close'),
                onConfirm: () => close(undefined),
              })
            }
          >
            {t('cockpit.helpers.close')}
          </Button>
        )
      }
    >
      <ListenerProblem listener={listener} settings={settings} onAgain={() => open(undefined)} />
      {listener.state === 'opening' ? (
        <p className={classes.opening}>
          <Loader size="sm" /> {t('cockpit.opening')}
        </p>
      ) : null}
      {listener.state === 'open' ? (
        <div className={classes.helpers}>
          <div className={classes.smallQr}>
            <QrPicture text={`${listener.url}/?c=${coCode}`} label={t('cockpit.helpers.qr', { address })} />
          </div>
          <dl className={classes.facts}>
            <div>
              <dt>{t('wall.join.address')}</dt>
              <dd>
                <bdi dir="ltr">{address}</bdi>
              </dd>
            </div>
            <div>
              <dt>{t('wall.join.code')}</dt>
              <dd>
                <bdi dir="ltr">{codeInParts(coCode)}</bdi>
              </dd>
              <dd className={classes.until}>{t('cockpit.helpers.once')}</dd>
            </div>
          </dl>
          <Helpers />
        </div>
      ) : null}
      {dialog}
    </Panel>
  );
}

function Helpers() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const helpers = useQuery(queries.room.coFacilitators.queryOptions()).data ?? [];
  const { mutate: remove } = useMutation(queries.room.removeCoFacilitator.mutationOptions());
  const { ask, dialog } = useConfirm();
  if (helpers.length === 0) return <p className={classes.quiet}>{t('cockpit.helpers.none')}</p>;
  return (
    <>
      <ul className={classes.helperList} aria-label={t('cockpit.helpers.in')}>
        {helpers.map(({ id, name, isConnected }) => (
          <li key={id}>
            <span className={classes.mark} data-here={isConnected || undefined} aria-hidden>
              ●
            </span>
            <bdi>{name}</bdi>
            <span className={classes.quiet}>{t(isConnected ? 'cockpit.helpers.here' : 'cockpit.helpers.away')}</span>
            <Button
              variant="subtle"
              size="compact-sm"
              aria-label={t('cockpit.helpers.remove', { name })}
              onClick={() =>
                ask({
                  title: t('cockpit.helpers.remove', { name }),
                  body: t('cockpit.helpers.removeBody'),
                  action: t('action.remove'),
                  onConfirm: () => remove({ id }),
                })
              }
            >
              {t('action.remove')}
            </Button>
          </li>
        ))}
      </ul>
      {dialog}
    </>
  );
}
