import { fileURLToPath } from 'node:url';
import { MessageChannelMain, type MessagePortMain, type UtilityProcess, utilityProcess } from 'electron';
import { ControlCaller, type ControlMessage, type ControlName, type ControlQuestions } from '../engine/process/control.ts';
import type { EngineFolders } from '../engine/services.ts';
import type { Visitor } from '../engine/visitor.ts';
import { NetworkSupervisor } from '../room/network-supervisor.ts';
import type { LineToEngine, PageLine, ServedEngine } from '../serving/served.ts';
import { pageFolder } from './page-folder.ts';
import { startNetworkProcess } from './start-network-process.ts';

const program = fileURLToPath(new URL('./desktop-engine-process.js', import.meta.url));
/** Long enough for the copy at close of a large file; the window is gone by then. */
const endPatienceMs = 60_000;

/**
 * Keeps the engine in a utility process: long work never freezes a window, and a crash leaves the window there to say so. It is started
 * again when a page asks for a port, with the project that was open.
 */
export class DesktopEngine implements ServedEngine {
  readonly #folders: EngineFolders;
  readonly #onStopped: () => void;
  readonly #onProject: (path: string | null) => void;
  readonly #caller = new ControlCaller((ask) => this.#child?.postMessage(ask));
  #child: UtilityProcess | undefined;
  #starting: Promise<void> | undefined;
  #openPath: string | null = null;
  #isEnding = false;
  #hasRun = false;
  readonly #network: NetworkSupervisor;

  constructor(options: { folders: EngineFolders; onStopped: () => void; onProject: (path: string | null) => void }) {
    this.#folders = options.folders;
    this.#onStopped = options.onStopped;
    this.#onProject = options.onProject;
    const { resources, temporary } = options.folders;
    this.#network = new NetworkSupervisor({ startChild: startNetworkProcess, engine: this, folders: { resources, temporary, pageFolder } });
  }

  get isRunning(): boolean {
    return this.#child !== undefined;
  }

  /** Starts the engine where it does not run. */
  start(): Promise<void> {
    this.#starting ??= this.#start().catch((error: unknown) => {
      this.#starting = undefined;
      throw error;
    });
    return this.#starting;
  }

  async #start(): Promise<void> {
    const child = utilityProcess.fork(program, [], { serviceName: 'City Safety engine', stdio: 'inherit' });
    this.#child = child;
    child.on('message', (message: ControlMessage) => this.#receive(message));
    child.once('exit', () => this.#exited(child));
    await this.#caller.ask('start', { folders: this.#folders, isAgain: this.#hasRun });
    this.#hasRun = true;
    // It may be gone or damaged by now; the page then sees that no project is open.
    if (this.#openPath) await this.#caller.ask('open', { path: this.#openPath }).catch(() => {});
    this.#network.tellEngine(true);
  }

  /** A new line to the engine for one page; the page's end is returned. */
  async connect(): Promise<MessagePortMain> {
    await this.start();
    const { port1, port2 } = new MessageChannelMain();
    this.#child?.postMessage({ kind: 'page', visitor: null }, [port1]);
    return port2;
  }

  /** A line for a co-facilitator's page, whose frames come through the process that listens on the network. */
  openLine(page: PageLine, visitor: Visitor | null): LineToEngine {
    const { port1, port2 } = new MessageChannelMain();
    port2.on('message', ({ data }) => page.send(data));
    port2.once('close', () => page.stopped());
    port2.start();
    this.#child?.postMessage({ kind: 'page', visitor }, [port1]);
    return { send: (data) => port2.postMessage(data), close: () => port2.close() };
  }

  async ask<Name extends ControlName>(name: Name, ask: ControlQuestions[Name]['ask']): Promise<ControlQuestions[Name]['answer']> {
    await this.start();
    return this.#caller.ask(name, ask);
  }

  /** Lets the engine end its work and close the project. */
  async end(): Promise<void> {
    const child = this.#child;
    this.#isEnding = true;
    this.#network.close();
    if (!child) return;
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.postMessage({ kind: 'end' });
    const impatience = setTimeout(() => child.kill(), endPatienceMs);
    await gone;
    clearTimeout(impatience);
  }

  #receive(message: ControlMessage): void {
    this.#caller.receive(message);
    if (message.kind === 'room') this.#network.want(message.wanted);
    if (message.kind === 'drop') this.#network.drop(message.visitorId);
    if (message.kind !== 'project') return;
    this.#openPath = message.path;
    this.#onProject(message.path);
  }

  #exited(child: UtilityProcess): void {
    if (this.#child !== child) return;
    this.#child = undefined;
    this.#starting = undefined;
    this.#caller.fail('the engine stopped');
    this.#network.tellEngine(false);
    if (this.#isEnding) return;
    this.#onStopped();
    // Forty phones are waiting; the window says for itself that the engine stopped.
    if (this.#network.isWanted) this.start().catch((error: unknown) => console.error(error));
  }
}
