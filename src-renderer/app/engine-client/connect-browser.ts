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
  await startEngine();
  const live = createLiveLink();
  const line: Line = { live, hasStopped: false };
  await openLine(line);
  return {
    client: live.client,
    door: 'browser',
    files: createBrowserFiles(live.client),
    onState: live.onState,
    reach: async () => {
      if (!line.hasStopped) return;
      await startEngine();
      await openLine(line);
    },
    showWall: async () => {
      // Told to the front where it is open already: one wall for each cockpit.
      window.open(`${window.location.pathname}#/wall`, 'city-safety-wall')?.focus();
    },
    onCommand: () => () => {},
    onOpenRequest: () => () => {},
  };
}

interface Line {
  readonly live: ReturnType<typeof createLiveLink>;
  /** The engine ended, and nothing looks for it. */
  hasStopped: boolean;
}

async function startEngine(): Promise<void> {
  const started = await fetch('/engine/start', { method: 'POST' });
  if (!started.ok) throw new Error(`The door answered ${started.status}.`);
}

/** Resolves with the first open line; later breaks are mended behind the scenes. */
function openLine(line: Line, pauseMs = firstPauseMs, isReopening = false): Promise<void> {
  const { live } = line;
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${window.location.host}/engine`);
    socket.binaryType = 'arraybuffer';
    let wasOpen = false;
    socket.addEventListener('open', () => {
      wasOpen = true;
      line.hasStopped = false;
      live.connected(new RPCLink({ websocket: socket }));
      resolve();
    });
    socket.addEventListener('close', (event) => {
      live.lost();
      if (!wasOpen) reject(new Error('The engine cannot be reached.'));
      // A stopped engine is started again by a person, not in a circle.
      if (event.code === engineStoppedCode) {
        line.hasStopped = true;
        return;
      }
      const pause = wasOpen ? firstPauseMs : pauseMs;
      if (wasOpen || isReopening) setTimeout(() => void reopen(line, pause), pause);
    });
  });
}

function reopen(line: Line, pauseMs: number): Promise<void> {
  return openLine(line, Math.min(pauseMs * 2, longestPauseMs), true).catch(() => {});
}
