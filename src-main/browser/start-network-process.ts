import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { NetworkChild } from '../room/network-supervisor.ts';
import type { FromNetwork } from '../room/network-wire.ts';
import type { TheEnd } from './wire.ts';

/** The program that listens on the local network: beside this file in the sources and in the bundle. */
const program = fileURLToPath(
  import.meta.url.endsWith('.ts') ? new URL('./network-process.ts', import.meta.url) : new URL('./browser-network-process.js', import.meta.url),
);

export function startNetworkProcess(): NetworkChild {
  const child = fork(program, [], { serialization: 'advanced', execArgv: [] });
  child.on('error', (error) => console.error(error));
  return {
    post: (message) => {
      // A message to a process that is just ending is lost with it.
      if (child.connected) child.send(message, () => {});
    },
    onMessage: (listener) => child.on('message', (message: FromNetwork) => listener(message)),
    onExit: (listener) => child.once('exit', listener),
    end: () => {
      if (child.connected) child.send({ kind: 'end' } satisfies TheEnd, () => {});
    },
  };
}
