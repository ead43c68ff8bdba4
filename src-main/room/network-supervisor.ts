import { RefusalError } from '../engine/refuse.ts';
import type { RoomWanted } from '../engine/room/room-questions.ts';
import type { LineToEngine, ServedEngine } from '../serving/served.ts';
import { type FromNetwork, type NetworkFolders, networkQuestions, type ToNetwork } from './network-wire.ts';

/** The process as the door started it: forked by Node, or a utility process of the desktop. */
export interface NetworkChild {
  post(message: ToNetwork): void;
  onMessage(listener: (message: FromNetwork) => void): void;
  onExit(listener: () => void): void;
  end(): void;
}

const nothingWanted: RoomWanted = { participants: null, coFacilitators: null };
/** A process that dies again and again is not started for ever. */
const mostRestarts = 5;
const restartPauseMs = 500;

/**
 * Keeps the process that listens on the local network, for as long as the engine wants a room. It has no project file and no contract: a
 * stranger who took it over could ask what a phone or a co-facilitator may ask, and nothing else.
 */
export class NetworkSupervisor {
  readonly #startChild: () => NetworkChild;
  readonly #engine: ServedEngine;
  readonly #folders: NetworkFolders;
  readonly #lines = new Map<number, LineToEngine>();
  #child: NetworkChild | undefined;
  #wanted = nothingWanted;
  #restarts = 0;
  #isClosed = false;

  constructor(options: { startChild: () => NetworkChild; engine: ServedEngine; folders: NetworkFolders }) {
    this.#startChild = options.startChild;
    this.#engine = options.engine;
    this.#folders = options.folders;
  }

  /** Whether a room is open, so that the engine is needed whatever happens to its windows. */
  get isWanted(): boolean {
    return this.#wanted.participants !== null || this.#wanted.coFacilitators !== null;
  }

  want(wanted: RoomWanted): void {
    this.#wanted = wanted;
    if (this.isWanted) this.#start();
    this.#child?.post({ kind: 'want', wanted });
  }

  /** The engine runs, or runs no more: pages on the network are told when they look for it. */
  tellEngine(isRunning: boolean): void {
    this.#child?.post({ kind: 'engine', isRunning });
  }

  drop(visitorId: string): void {
    this.#child?.post({ kind: 'drop', visitorId });
  }

  close(): void {
    this.#isClosed = true;
    this.#wanted = nothingWanted;
    this.#child?.end();
    this.#child = undefined;
  }

  #start(): void {
    if (this.#child || this.#isClosed) return;
    const child = this.#startChild();
    this.#child = child;
    child.onMessage((message) => this.#receive(child, message));
    child.onExit(() => this.#exited(child));
    child.post({ kind: 'start', folders: this.#folders });
    child.post({ kind: 'engine', isRunning: this.#engine.isRunning });
  }

  #receive(child: NetworkChild, message: FromNetwork): void {
    if (message.kind === 'ask') void this.#answer(child, message);
    else if (message.kind === 'news') {
      if (message.news.state === 'open') this.#restarts = 0;
      this.#engine.ask('roomNews', message.news).catch(() => {});
      if (message.news.state === 'closed' && !this.isWanted) this.#endWhenIdle(child);
    } else if (message.kind === 'line-open') {
      const { line } = message;
      const send = (data: string | Uint8Array) => child.post({ kind: 'line-frame', line, data });
      const stopped = () => {
        this.#lines.delete(line);
        child.post({ kind: 'line-stopped', line });
      };
      this.#lines.set(line, this.#engine.openLine({ send, stopped }, message.visitor));
    } else if (message.kind === 'line-frame') this.#lines.get(message.line)?.send(message.data);
    else {
      this.#lines.get(message.line)?.close();
      this.#lines.delete(message.line);
    }
  }

  async #answer(child: NetworkChild, { id, name, ask }: Extract<FromNetwork, { kind: 'ask' }>): Promise<void> {
    try {
      if (!networkQuestions.includes(name)) throw new Error(`not a question of the network: ${name}`);
      child.post({ kind: 'answer', id, answer: await this.#engine.ask(name, ask) });
    } catch (error) {
      child.post(error instanceof RefusalError ? { kind: 'refused', id, refusal: error.refusal } : { kind: 'away', id });
    }
  }

  #endWhenIdle(child: NetworkChild): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#closeLines();
    child.end();
  }

  #closeLines(): void {
    for (const line of this.#lines.values()) line.close();
    this.#lines.clear();
  }

  #exited(child: NetworkChild): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#closeLines();
    if (!this.isWanted || this.#isClosed) return;
    if (++this.#restarts > mostRestarts) {
      for (const listener of ['participants', 'coFacilitators'] as const) {
        if (this.#wanted[listener]) this.#engine.ask('roomNews', { listener, state: 'failed', port: 0, problem: 'other' }).catch(() => {});
      }
      return;
    }
    setTimeout(() => this.want(this.#wanted), restartPauseMs).unref();
  }
}
