import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ControlCaller, type ControlName, type ControlQuestions } from '../engine/process/control.ts';
import type { EngineFolders } from '../engine/services.ts';
import type { Visitor } from '../engine/visitor.ts';
import { NetworkSupervisor } from '../room/network-supervisor.ts';
import type { LineToEngine, PageLine, ServedEngine } from '../serving/served.ts';
import { startNetworkProcess } from './start-network-process.ts';
import type { FromEngine, ToEngine } from './wire.ts';

/** The engine's program: beside this file in the sources and in the bundle. */
const program = fileURLToPath(
  import.meta.url.endsWith('.ts') ? new URL('./engine-process.ts', import.meta.url) : new URL('./browser-engine-process.js', import.meta.url),
);

/**
 * Keeps the engine in a process of its own, so that a million rows never stop the server from answering, and a crash never takes the
 * pages' address with it: it can be started again, with the project that was open.
 */
export class EngineSupervisor implements ServedEngine {
  readonly #folders: EngineFolders;
  readonly #lines = new Map<number, PageLine>();
  readonly #caller = new ControlCaller((ask) => this.#post(ask));
  #child: ChildProcess | undefined;
  #starting: Promise<void> | undefined;
  #openPath: string | null = null;
  #lastLine = 0;
  #hasRun = false;
  #isClosing = false;
  readonly #network: NetworkSupervisor;

  constructor(options: { folders: EngineFolders; pageFolder: string }) {
    this.#folders = options.folders;
    const { resources, temporary } = options.folders;
    this.#network = new NetworkSupervisor({ startChild: startNetworkProcess, engine: this, folders: { resources, temporary, pageFolder: options.pageFolder } });
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** The engine's process id, while it runs. */
  get processId(): number | undefined {
    return this.#child?.pid;
  }

  /** Starts the engine where it does not run; a project that was open before it stopped is opened again. */
  start(): Promise<void> {
    this.#starting ??= this.#start().finally(() => {
      this.#starting = undefined;
    });
    return this.#starting;
  }

  async #start(): Promise<void> {
    if (this.#child) return;
    const child = fork(program, [], { serialization: 'advanced', execArgv: [] });
    this.#child = child;
    child.on('message', (message: FromEngine) => this.#receive(message));
    child.once('exit', () => this.#exited(child));
    child.on('error', () => this.#exited(child));
    const path = this.#openPath;
    await this.#caller.ask('start', { folders: this.#folders, isAgain: this.#hasRun });
    this.#hasRun = true;
    // It may be gone or damaged by now; the page then sees that no project is open.
    if (path) await this.#caller.ask('open', { path }).catch(() => {});
    this.#network.tellEngine(true);
  }

  ask<Name extends ControlName>(name: Name, ask: ControlQuestions[Name]['ask']): Promise<ControlQuestions[Name]['answer']> {
    if (!this.#child) return Promise.reject(new Error('the engine does not run'));
    return this.#caller.ask(name, ask);
  }

  openLine(page: PageLine, visitor: Visitor | null): LineToEngine {
    const line = ++this.#lastLine;
    this.#lines.set(line, page);
    this.#post({ kind: 'line-open', line, visitor });
    return {
      send: (data) => this.#post({ kind: 'line-frame', line, data }),
      close: () => {
        if (this.#lines.delete(line)) this.#post({ kind: 'line-close', line });
      },
    };
  }

  /** Lets the engine end its work, and waits for it. */
  async close(): Promise<void> {
    this.#isClosing = true;
    this.#network.close();
    const child = this.#child;
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    this.#post({ kind: 'end' });
    // Long enough for the copy at close of a large file.
    const impatience = setTimeout(() => child.kill('SIGKILL'), 60_000);
    await gone;
    clearTimeout(impatience);
  }

  #post(message: ToEngine): void {
    // A message to a process that is just ending is lost with it; its exit tells whoever waits.
    if (this.#child?.connected) this.#child.send(message, () => {});
  }

  #receive(message: FromEngine): void {
    if (message.kind === 'line-frame') this.#lines.get(message.line)?.send(message.data);
    else if (message.kind === 'project') this.#openPath = message.path;
    else if (message.kind === 'room') this.#network.want(message.wanted);
    else if (message.kind === 'drop') this.#network.drop(message.visitorId);
    else this.#caller.receive(message);
  }

  #exited(child: ChildProcess): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#caller.fail('the engine stopped');
    const lines = [...this.#lines.values()];
    this.#lines.clear();
    for (const line of lines) line.stopped();
    this.#network.tellEngine(false);
    // Forty phones are waiting; the window says for itself that the engine stopped.
    if (this.#network.isWanted && !this.#isClosing) this.start().catch((error: unknown) => console.error(error));
  }
}
