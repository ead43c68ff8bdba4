import type { ReactNode } from 'react';
import { BallotScene } from './scenes/ballot-scene.tsx';
import { JoinScene } from './scenes/join-scene.tsx';
import { MessageScene } from './scenes/message-scene.tsx';
import { ResultScene } from './scenes/result-scene.tsx';
import { StatementsScene } from './scenes/statements-scene.tsx';
import { TimerScene } from './scenes/timer-scene.tsx';
import type { WallScenes } from './use-wall-scene.ts';

/** The picture of the present view. What cannot be shown yet gives way to what can: a result of an open ballot is its progress. */
export function WallPicture({ scenes }: { scenes: WallScenes }): ReactNode {
  const { room, workshopId, ballot, statements } = scenes;
  const { mode, message, step } = room.wall;
  if (mode === 'black') return null;
  if (mode === 'message') return <MessageScene message={message} />;
  if (mode === 'timer' && workshopId) return <TimerScene workshopId={workshopId} />;
  if (mode === 'join' || !ballot) return <JoinScene room={room} />;
  if (mode === 'statements' && ballot.kind === 'statement' && ballot.state === 'closed')
    return <StatementsScene question={ballot.question} statements={statements} step={step} />;
  if (mode === 'result' && ballot.state === 'closed') return <ResultScene ballotId={ballot.id} step={step} />;
  return <BallotScene ballot={ballot} />;
}
