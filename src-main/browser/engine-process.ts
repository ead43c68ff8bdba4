/** The engine's process of the browser door: started by `engine-supervisor.ts`, ends with it. */
import { createEngineHost, type EngineLine } from '../engine/process/engine-host.ts';
import type { Visitor } from '../engine/visitor.ts';
import type { FromEngine, ToEngine } from './wire.ts';

interface OpenLine {
  receive(data: string | Uint8Array): void;
  close(): void;
}

const lines = new Map<number, OpenLine>();
let isEnding = false;
// What cannot be delivered any more is lost with the server, whose end is this process's end too.
const tell = (message: FromEngine) => process.send?.(message, undefined, undefined, () => {});
// A person sits at this machine, and a browser has no dialogs that name files on it.
const host = createEngineHost({ door: { kind: 'browser', mayNamePaths: true }, tell });

function openLine(line: number, visitor: Visitor | null): void {
  const onMessage: ((data: string | Uint8Array) => void)[] = [];
  const onClose: (() => void)[] = [];
  const engineLine: EngineLine = {
    send: (data) => tell({ kind: 'line-frame', line, data: typeof data === 'string' ? data : bytesOf(data) }),
    onMessage: (listener) => onMessage.push(listener),
    onClose: (listener) => onClose.push(listener),
  };
  lines.set(line, {
    receive: (data) => {
      for (const listener of onMessage) listener(data);
    },
    close: () => {
      for (const listener of onClose) listener();
    },
  });
  host.serve(engineLine, visitor);
}

function bytesOf(data: ArrayBufferLike | ArrayBufferView): Uint8Array {
  return ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array(data);
}

function receive(message: ToEngine): void {
  if (message.kind === 'ask') host.answer(message);
  else if (message.kind === 'line-open') openLine(message.line, message.visitor);
  else if (message.kind === 'line-frame') lines.get(message.line)?.receive(message.data);
  else if (message.kind === 'end') end();
  else {
    lines.get(message.line)?.close();
    lines.delete(message.line);
  }
}

function end(): void {
  if (isEnding) return;
  isEnding = true;
  void host.end().finally(() => process.exit(0));
}

process.on('message', (message: ToEngine) => receive(message));
// The server is gone.
process.on('disconnect', end);
// The server decides when the engine ends: an interrupt from the terminal reaches both, and work under way must not be cut.
process.on('SIGINT', () => {});
