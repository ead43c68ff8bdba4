/** The process of the browser door that listens on the local network while a room is open; ends with its door. */

import type { FromNetwork, ToNetwork } from '../room/network-wire.ts';
import { runNetwork } from '../room/run-network.ts';

const network = runNetwork((message: FromNetwork) => process.send?.(message, undefined, undefined, () => {}));

process.on('message', (message: ToNetwork) => network.receive(message));
process.on('disconnect', () => {
  void network.close().finally(() => process.exit(0));
});
// The door decides when it ends.
process.on('SIGINT', () => {});
