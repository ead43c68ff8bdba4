/** The engine's process of the desktop: a utility process started by `desktop-engine.ts`, ends with it. */
import type { MessagePortMain } from 'electron';
import type { ControlAsk } from '../engine/process/control.ts';
import { createEngineHost, type EngineLine } from '../engine/process/engine-host.ts';
import type { Visitor } from '../engine/visitor.ts';

const parent = process.parentPort;
const host = createEngineHost({ door: { kind: 'desktop', mayNamePaths: false }, tell: (message) => parent.postMessage(message) });

function lineOf(port: MessagePortMain): EngineLine {
  return {
    send: (data) => port.postMessage(data),
    onMessage: (listener) => port.on('message', ({ data }) => listener(data)),
    onClose: (listener) => port.on('close', listener),
  };
}

parent.on('message', ({ data, ports }: { data: ControlAsk | { kind: 'page'; visitor: Visitor | null } | { kind: 'end' }; ports: MessagePortMain[] }) => {
  if (data.kind === 'ask') host.answer(data);
  else if (data.kind === 'end') {
    void host.end().finally(() => process.exit(0));
  } else {
    const [port] = ports;
    if (!port) return;
    host.serve(lineOf(port), data.visitor);
    port.start();
  }
});
