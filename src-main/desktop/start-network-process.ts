import { fileURLToPath } from 'node:url';
import { utilityProcess } from 'electron';
import type { NetworkChild } from '../room/network-supervisor.ts';
import type { FromNetwork } from '../room/network-wire.ts';

const program = fileURLToPath(new URL('./desktop-network-process.js', import.meta.url));

export function startNetworkProcess(): NetworkChild {
  const child = utilityProcess.fork(program, [], { serviceName: 'City Safety room', stdio: 'inherit' });
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => child.on('message', (message: FromNetwork) => listener(message)),
    onExit: (listener) => child.once('exit', listener),
    end: () => child.kill(),
  };
}
