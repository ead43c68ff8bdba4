import type { Ballot } from '#shared/domain/ballots.ts';
import type { WallView } from '#shared/domain/room.ts';
import type { Direction } from '#shared/i18n/languages.ts';

/** What a person can ask of the wall by a key or a presenter's remote. */
export type RemoteCommand = 'next' | 'back' | 'black' | 'join' | 'timer' | 'result' | 'help' | 'full-screen' | 'leave';

interface PressedKey {
  readonly key: string;
  readonly code: string;
  readonly altKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
}

const letters: Readonly<Record<string, RemoteCommand>> = { b: 'black', j: 'join', t: 'timer', r: 'result', f: 'full-screen' };

/** Presenter remotes send PageUp, PageDown and, for black, a full stop. */
const always: Readonly<Record<string, RemoteCommand>> = { PageDown: 'next', PageUp: 'back', '.': 'black', '?': 'help' };

/**
 * The command of a key press, or null. Left and right go with the direction of reading. On the cockpit the arrows up and down scroll the page, and full screen
 * and Escape are not the wall's there.
 */
export function remoteCommand(pressed: PressedKey, direction: Direction, place: 'wall' | 'cockpit'): RemoteCommand | null {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return null;
  const known = always[pressed.key] ?? letters[latinLetter(pressed)];
  if (known) return known === 'full-screen' && place === 'cockpit' ? null : known;
  if (pressed.key === ' ') return pressed.shiftKey ? 'back' : 'next';
  if (pressed.key === 'ArrowRight') return direction === 'rtl' ? 'back' : 'next';
  if (pressed.key === 'ArrowLeft') return direction === 'rtl' ? 'next' : 'back';
  if (place === 'cockpit') return null;
  if (pressed.key === 'ArrowDown') return 'next';
  if (pressed.key === 'ArrowUp') return 'back';
  return pressed.key === 'Escape' ? 'leave' : null;
}

/** The letter on the key: on a keyboard of another script, the one in its place. */
export function latinLetter({ key, code }: Pick<PressedKey, 'key' | 'code'>): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^[\p{L}]+$/u.test(key) ? (/^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '') : '';
}

type WallBallot = Pick<Ballot, 'id' | 'kind' | 'state'>;

/** All that decides what comes next on the wall. */
export interface WallScene {
  readonly wall: WallView;
  /** What was there before it went black. */
  readonly before: WallView | null;
  /** Ballots of the workshop in their order. */
  readonly ballots: readonly WallBallot[];
  /** The last step of the ballot that is shown: parts of its result, or its statements one by one. */
  readonly lastStep: number;
}

/** What the wall shows after a command: the part of the view that changes; null where there is nothing further. */
export function nextView(command: RemoteCommand, scene: WallScene): Partial<WallView> | null {
  const { wall } = scene;
  if (command === 'black') return wall.mode === 'black' ? lightAgain(scene) : { mode: 'black' };
  if (command === 'join' || command === 'timer') return { mode: command };
  if (command === 'result') return resultOf(shownBallot(scene));
  if (command === 'next') return forward(scene);
  return command === 'back' ? backward(scene) : null;
}

/** The ballot the wall is about: the one it shows, else the one that is open, else the one closed last. */
export function shownBallot<Shown extends WallBallot>({ wall, ballots }: { wall: WallView; ballots: readonly Shown[] }): Shown | undefined {
  return (
    ballots.find(({ id }) => id === wall.ballotId) ?? ballots.findLast(({ state }) => state === 'open') ?? ballots.findLast(({ state }) => state === 'closed')
  );
}

/** A result exists from closing on, never before. */
function resultOf(ballot: WallBallot | undefined): Partial<WallView> | null {
  if (ballot?.state !== 'closed') return null;
  return { mode: ballot.kind === 'statement' ? 'statements' : 'result', ballotId: ballot.id, step: 0 };
}

function lightAgain(scene: WallScene): Partial<WallView> {
  if (scene.before && scene.before.mode !== 'black') return scene.before;
  const ballot = shownBallot(scene);
  return ballot ? { mode: 'ballot', ballotId: ballot.id, step: 0 } : { mode: 'join' };
}

function forward(scene: WallScene): Partial<WallView> | null {
  const { wall, lastStep } = scene;
  if (wall.mode === 'black') return lightAgain(scene);
  if (wall.mode === 'result' || wall.mode === 'statements') return wall.step < lastStep ? { step: wall.step + 1 } : null;
  const ballot = shownBallot(scene);
  if (wall.mode === 'ballot') return resultOf(ballot);
  return ballot ? { mode: 'ballot', ballotId: ballot.id, step: 0 } : null;
}

function backward(scene: WallScene): Partial<WallView> | null {
  const { wall } = scene;
  if (wall.mode === 'black') return lightAgain(scene);
  if (wall.mode === 'ballot') return { mode: 'join' };
  if (wall.mode !== 'result' && wall.mode !== 'statements') return null;
  return wall.step > 0 ? { step: wall.step - 1 } : { mode: 'ballot', step: 0 };
}
