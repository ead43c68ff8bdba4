import { useCallback, useEffect, useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { leaveFullScreen, toggleFullScreen } from './full-screen.ts';
import type { RemoteCommand } from './remote.ts';
import { remoteCommand } from './remote.ts';
import { RemoteKeys } from './remote-keys.tsx';
import { useReaching } from './use-reaching.ts';
import { useRemote } from './use-wall.ts';
import { useWallScene } from './use-wall-scene.ts';
import { WallBar } from './wall-bar.tsx';
import classes from './wall-page.module.css';
import { WallPicture } from './wall-picture.tsx';

/** What the room's projector shows: one picture that is read from ten metres, led by keys, a presenter's remote or the cockpit. Nothing private stands here. */
export function WallPage() {
  const { t, direction } = useTexts();
  const { connectionState } = useEngine();
  const scenes = useWallScene();
  const isBlack = scenes?.room.wall.mode === 'black';
  const remote = useRemote(scenes && { wall: scenes.room.wall, ballots: scenes.ballots, lastStep: scenes.lastStep });
  const [isHelpOpen, setHelpOpen] = useState(false);
  useReaching();

  const run = useCallback(
    (command: RemoteCommand) => {
      if (command === 'help') setHelpOpen((was) => !was);
      else if (command === 'full-screen') void toggleFullScreen();
      else if (command === 'leave') {
        setHelpOpen(false);
        void leaveFullScreen();
      } else remote(command);
    },
    [remote],
  );

  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      // A button of the bar keeps its own key.
      if (event.key === ' ' && event.target instanceof HTMLButtonElement) return;
      const command = remoteCommand(event, direction, 'wall');
      if (!command) return;
      event.preventDefault();
      if (!event.repeat) run(command);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [direction, run]);

  useEffect(() => {
    const before = document.title;
    document.title = t('wall.title');
    return () => {
      document.title = before;
    };
  }, [t]);

  return (
    <div className={classes.wall} data-black={isBlack || undefined}>
      <h1 className="visually-hidden">{t('wall.title')}</h1>
      {scenes && !isBlack ? <WallPicture scenes={scenes} /> : null}
      {connectionState === 'lost' ? (
        <p className={classes.away} role="status">
          {t('wall.away')}
        </p>
      ) : null}
      {isHelpOpen ? <RemoteKeys onClose={() => setHelpOpen(false)} /> : null}
      <WallBar onCommand={run} mode={scenes?.room.wall.mode} hasResult={scenes?.ballot?.state === 'closed'} />
    </div>
  );
}
