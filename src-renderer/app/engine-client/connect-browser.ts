import { RPCLink } from '@orpc/client/websocket';
import { createBrowserFiles } from './browser-files.ts';
import type { Connection } from './connection.ts';
import { createLiveLink } from './live-link.ts';

/** The close code by which the door says that the engine's process is gone (`src-main/browser/engine-socket.ts`). */
const engineStoppedCode = 4001;

const firstPauseMs = 300;
const longestPauseMs = 5000;

/** Reaches the engine over a WebSocket, and looks for it again when the line breaks. */
export async function connectBrowser(): Promise<Connection> {
  const started = await fetch('/engine/start', { method: 'POST' });
  if (!started.ok) throw new Error(`The door answered ${started.status}.`);
  const live = createLiveLink();
  await openLine(live);
  return {
    client: live.client,
    door: 'browser',
    files: createBrowserFiles(live.client),
    onState: live.onState,
    onCommand: () => () => {},
    onOpenRequest: () => () => {},
  };
}

/** Resolves with the first open line; later breaks are mended behind the scenes. */
function openLine(live: ReturnType<typeof createLiveLink>, pauseMs = firstPauseMs, isReopening = false): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${window.location.host}/engine`);
    socket.binaryType = 'arraybuffer';
    let wasOpen = false;
    socket.addEventListener('open', () => {
      wasOpen = true;
      live.connected(new RPCLink({ websocket: socket }));
      resolve();
    });
    socket.addEventListener('close', (event) => {
      live.lost();
      if (!wasOpen) reject(new Error('The engine cannot be reached.'));
      // A stopped engine is started again by a person, not in a circle.
      if (event.code === engineStoppedCode) return;
      const pause = wasOpen ? firstPauseMs : pauseMs;
      if (wasOpen || isReopening) setTimeout(() => void reopen(live, pause), pause);
    });
  });
}

function reopen(live: ReturnType<typeof createLiveLink>, pauseMs: number): Promise<void> {
  return openLine(live, Math.min(pauseMs * 2, longestPauseMs), true).catch(() => {});
}
