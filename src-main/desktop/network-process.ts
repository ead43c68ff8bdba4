/** The utility process of the desktop that listens on the local network while a room is open; ends with it. */
import type { ToNetwork } from '../room/network-wire.ts';
import { runNetwork } from '../room/run-network.ts';

const parent = process.parentPort;
const network = runNetwork((message) => parent.postMessage(message));

parent.on('message', ({ data }: { data: ToNetwork }) => network.receive(data));
