import { RPCLink } from '@orpc/client/message-port';
import { type BridgeAnswer, type DesktopBridge, desktopBridgeName, enginePortMessage } from '#shared/contract/desktop-bridge.ts';
import type { Connection } from './connection.ts';
import type { ChosenFile, FileAccess } from './file-access.ts';
import { createListeners } from './listeners.ts';
import { createLiveLink } from './live-link.ts';
import { refusedError } from './refused-error.ts';

/** What the preload put into this window; undefined in a browser. */
export function findDesktopBridge(): DesktopBridge | undefined {
  return (window as unknown as Partial<Record<typeof desktopBridgeName, DesktopBridge>>)[desktopBridgeName];
}

/** Reaches the engine over a MessagePort that the desktop's main process hands to this window. */
export async function connectDesktop(bridge: DesktopBridge): Promise<Connection> {
  const live = createLiveLink();
  const commands = createListeners<string>();
  const openRequests = createListeners<ChosenFile>();
  const firstPort = new Promise<void>((resolve) => {
    window.addEventListener('message', (event: MessageEvent<unknown>) => {
      const [port] = event.ports;
      if (event.source !== window || event.data !== enginePortMessage || !port) return;
      live.connected(new RPCLink({ port }));
      port.start();
      resolve();
    });
  });
  bridge.onEngineStopped(() => live.lost());
  await bridge.connect();
  await firstPort;
  bridge.onCommand((command) => commands.tell(command));
  bridge.onOpenRequest((chosen) => openRequests.tell(chosen));
  return {
    client: live.client,
    door: 'desktop',
    files: createDesktopFiles(bridge),
    onState: live.onState,
    reach: () => bridge.connect(),
    showWall: () => bridge.showWall(),
    onCommand: commands.add,
    onOpenRequest: openRequests.add,
  };
}

/** Files through the system's own dialogs; nothing is copied. */
function createDesktopFiles(bridge: DesktopBridge): FileAccess {
  return {
    presentsInFolder: true,
    chooseToOpen: async (kind) => unwrap(await bridge.chooseToOpen(kind)),
    chooseSeveral: async (kind) => unwrap(await bridge.chooseSeveral(kind)),
    chooseFolder: async () => unwrap(await bridge.chooseFolder()),
    chooseToSave: async (suggestedName, kind) => unwrap(await bridge.chooseToSave(suggestedName, kind)),
    fromDropped: async (file) => unwrap(await bridge.handDropped(file)),
    present: async ({ file }) => {
      unwrap(await bridge.showInFolder(file));
    },
    lendProjectPathAsker: () => () => {},
  };
}

function unwrap<Value>(answer: BridgeAnswer<Value>): Value {
  if (answer.ok) return answer.value;
  throw refusedError(answer.refusal);
}
