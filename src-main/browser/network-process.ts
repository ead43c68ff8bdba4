/** The process of the browser door that listens on the local network while a room is open; ends with its door. */

import type { FromNetwork, ToNetwork } from '../room/network-wire.ts';
import { runNetwork } from '../room/run-network.ts';
import type { TheEnd } from './wire.ts';

const network = runNetwork((message: FromNetwork) => process.send?.(message, undefined, undefined, () => {}));

let isEnding = false;
function end(): void {
  if (isEnding) return;
  isEnding = true;
  void network.close().finally(() => process.exit(0));
}

process.on('message', (message: ToNetwork | TheEnd) => (message.kind === 'end' ? end() : network.receive(message)));
// The door is gone.
process.on('disconnect', end);
// The door decides when it ends.
process.on('SIGINT', () => {});
