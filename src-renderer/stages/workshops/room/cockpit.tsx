import { Skeleton } from '@mantine/core';
import { useState } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RemoteKeys } from '../../wall/remote-keys.tsx';
import { useRemote } from '../../wall/use-wall.ts';
import { useWallScene } from '../../wall/use-wall-scene.ts';
import { BallotsPanel } from './ballots-panel.tsx';
import { CoFacilitatorsPanel } from './co-facilitators-panel.tsx';
import classes from './cockpit.module.css';
import { ModerationPanel } from './moderation-panel.tsx';
import { OpeningPanel } from './opening-panel.tsx';
import { PhonesPanel } from './phones-panel.tsx';
import { useCockpitKeys } from './use-cockpit-keys.ts';
import { WallPanel } from './wall-panel.tsx';
import { WayInPanel } from './way-in-panel.tsx';

/** Everything that a facilitator leads a room with, in the order in which it is needed. */
export function Cockpit({ workshop }: { workshop: Workshop }) {
  const { t } = useTexts();
  const scenes = useWallScene();
  const remote = useRemote(scenes && { wall: scenes.room.wall, ballots: scenes.ballots, lastStep: scenes.lastStep });
  const [isHelpOpen, setHelpOpen] = useState(false);
  useCockpitKeys((command) => {
    if (command === 'help') setHelpOpen((was) => !was);
    else remote(command);
  });
  if (!scenes) return <Skeleton height="20rem" radius="md" />;
  const { room, ballots } = scenes;
  const isOpen = room.workshopId !== null;
  // Until the first question people come in; from then on what is asked stands before the way in, on a small screen too.
  const hasAsked = ballots.some(({ state, openedAt }) => state === 'open' || (openedAt ?? '') >= (room.openedAt ?? '9'));
  const wayIn = isOpen ? (
    <div className={classes.two}>
      <WayInPanel room={room} />
      <PhonesPanel room={room} workshopId={room.workshopId ?? workshop.id} />
    </div>
  ) : null;
  return (
    <>
      {isOpen && room.workshopId !== workshop.id ? <Notice kind="caution" title={t('cockpit.otherWorkshop')} /> : null}
      {hasAsked ? null : wayIn}
      {isOpen || room.isHelper ? null : <OpeningPanel room={room} workshopId={workshop.id} />}
      {!isOpen && room.isHelper ? <Notice title={t('cockpit.helper.closed')}>{t('cockpit.helper.leads')}</Notice> : null}
      <WallPanel scenes={scenes} onCommand={remote} onHelp={() => setHelpOpen(true)} />
      <BallotsPanel ballots={ballots} isOpen={isOpen} wall={room.wall} />
      <ModerationPanel ballots={ballots} workshopId={scenes.workshopId ?? workshop.id} />
      {hasAsked ? wayIn : null}
      {room.isHelper ? null : <CoFacilitatorsPanel room={room} />}
      {isHelpOpen ? <RemoteKeys place="cockpit" onClose={() => setHelpOpen(false)} /> : null}
    </>
  );
}
