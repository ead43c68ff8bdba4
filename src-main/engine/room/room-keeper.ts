import type { Listener, NetworkInterface, RoomSettings, RoomState } from '#shared/domain/room.ts';
import { sql } from '../project/open-project.ts';
import type { HeldProject, ProjectHooks } from '../project/project-hooks.ts';
import type { ProjectSession } from '../project/project-session.ts';
import { refuse } from '../refuse.ts';
import { CoFacilitators } from './co-facilitators.ts';
import { listInterfaces } from './network-interfaces.ts';
import { RoomDesk } from './room-desk.ts';
import type { ListenerNews, RoomQuestion, RoomWanted } from './room-questions.ts';
import { readRoomSettings, writeRoomSettings } from './room-settings.ts';

type ListenerName = ListenerNews['listener'];

/** How the engine reaches the process that listens; absent where there is no such process (command line, a second engine). */
export interface RoomLink {
  /** This engine takes the place of one that stopped: what was open then is open still. */
  readonly isAgain: boolean;
  want(wanted: RoomWanted): void;
  drop(visitorId: string): void;
}

const listeningPatienceMs = 8_000;
const addressCheckMs = 4_000;
/** A large file takes some seconds to open; one that is gone never opens. */
const openingPatienceMs = 60_000;
const closed: Listener = { state: 'closed', address: '', port: 0, url: '', problem: '' };

/** The room: what phones ask (`desk`), who helps, and what listens where on the local network. Nothing listens until somebody opens it. */
export class RoomKeeper {
  readonly desk: RoomDesk;
  readonly coFacilitators: CoFacilitators;
  readonly #settingsFolder: string;
  readonly #session: ProjectSession;
  readonly #link: RoomLink | undefined;
  readonly #listeners: Record<ListenerName, Listener> = { participants: closed, coFacilitators: closed };
  readonly #waiting = new Set<() => void>();
  #settings: RoomSettings;
  #addressCheck: NodeJS.Timeout | undefined;
  readonly #startedAt = performance.now();
  #hasOpened = false;

  constructor(options: { settingsFolder: string; session: ProjectSession; now: () => Date; link?: RoomLink | undefined }) {
    this.#settingsFolder = options.settingsFolder;
    this.#session = options.session;
    this.#link = options.link;
    this.#settings = readRoomSettings(options.settingsFolder);
    const onChange = () => this.#tell();
    this.desk = new RoomDesk({ settingsFolder: options.settingsFolder, now: options.now, onChange });
    this.coFacilitators = new CoFacilitators({
      settingsFolder: options.settingsFolder,
      now: options.now,
      onChange,
      onDrop: (visitorId) => this.#link?.drop(visitorId),
    });
  }

  /** The room belongs to the project it was opened in. */
  readonly hooks: ProjectHooks = {
    opened: (held: HeldProject) => {
      this.#hasOpened = true;
      this.desk.projectOpened(held.project, { isAgain: this.#link?.isAgain ?? false });
      const projectId = held.project.found(sql.selectFrom('project').select('id')).id;
      const isHelped = this.#link?.isAgain === true && this.coFacilitators.resume(projectId);
      if (this.desk.isOpen) this.#listen('participants', this.#settings.port);
      if (isHelped) this.#listen('coFacilitators', this.#portOf('coFacilitators'));
    },
    beforeClose: () => this.closeAll(),
  };

  answer(question: RoomQuestion): unknown {
    if (this.#isOpeningAgain()) throw new Error('the project is being opened again');
    return this.desk.answer(question);
  }

  /** In place of an engine that stopped, before its project is open: whether the room goes on cannot be said yet, and phones wait instead of being sent away. */
  #isOpeningAgain(): boolean {
    return this.#link?.isAgain === true && !this.#hasOpened && performance.now() - this.#startedAt < openingPatienceMs;
  }

  state(): RoomState {
    const { workshopId, openedAt, code, codeUntil, joined, connected, wall } = this.desk.state();
    return {
      workshopId,
      openedAt,
      code,
      codeUntil,
      joined,
      connected,
      wall,
      participants: this.#listeners.participants,
      coFacilitators: this.#listeners.coFacilitators,
      coCode: this.coFacilitators.code,
      settings: this.#settings,
    };
  }

  interfaces(): NetworkInterface[] {
    return listInterfaces();
  }

  /** Applies at the next opening; a listener that failed is tried again with them at once. */
  setSettings(patch: Partial<RoomSettings>): void {
    this.#settings = { ...this.#settings, ...patch };
    writeRoomSettings(this.#settingsFolder, this.#settings);
    this.desk.setAsks(this.#settings.asks);
    if (this.#listeners.participants.state === 'failed' && this.desk.isOpen) this.#listen('participants', this.#settings.port);
    this.#tell();
  }

  async open(workshopId: string): Promise<void> {
    this.#requireLink();
    this.desk.setAsks(this.#settings.asks);
    this.desk.open(this.#session.require(), workshopId);
    this.#listen('participants', this.#settings.port);
    await this.#settled('participants');
  }

  close(): void {
    this.desk.close();
    this.#listeners.participants = closed;
    this.#want();
  }

  async openToCoFacilitators(): Promise<void> {
    this.#requireLink();
    const project = this.#session.require();
    this.coFacilitators.open(project.found(sql.selectFrom('project').select('id')).id);
    this.#listen('coFacilitators', this.#settings.port + 1);
    await this.#settled('coFacilitators');
  }

  closeToCoFacilitators(): void {
    this.coFacilitators.close();
    this.#listeners.coFacilitators = closed;
    this.#want();
  }

  closeAll(): void {
    if (this.desk.isOpen) this.desk.close();
    if (this.coFacilitators.isOpen) this.coFacilitators.close();
    this.#listeners.participants = closed;
    this.#listeners.coFacilitators = closed;
    this.#want();
  }

  /** What became of a listener, told by the process that has it. */
  hear({ listener, state, port, problem }: ListenerNews): void {
    const before = this.#listeners[listener];
    if (before.state === 'closed') return;
    const { address } = before;
    // Its port is on no printed card, so that any other serves as well.
    if (listener === 'coFacilitators' && problem === 'port-in-use' && before.port !== 0) {
      this.#listen('coFacilitators', 0);
      return;
    }
    this.#listeners[listener] =
      state === 'open'
        ? { state, address, port, url: `http://${address}:${port}`, problem: '' }
        : { state: state === 'closed' ? 'closed' : 'failed', address, port, url: '', problem };
    this.#tell();
  }

  #listen(listener: ListenerName, port: number): void {
    const all = this.interfaces();
    const address =
      all.find((one) => one.address === this.#settings.address)?.address ??
      (this.#settings.address ? '' : (all.find(({ isLikely }) => isLikely)?.address ?? ''));
    const problem = this.#settings.address ? 'address-gone' : 'no-network';
    this.#listeners[listener] = address ? { state: 'opening', address, port, url: '', problem: '' } : { state: 'failed', address: '', port, url: '', problem };
    this.#addressCheck ??= setInterval(() => this.#checkAddresses(), addressCheckMs).unref();
    this.#want();
  }

  /** A laptop that changed networks listens on an address that is gone: nobody is told by the system. */
  #checkAddresses(): void {
    const addresses = new Set(this.interfaces().map(({ address }) => address));
    for (const name of ['participants', 'coFacilitators'] as const) {
      const listener = this.#listeners[name];
      if (listener.state === 'open' && !addresses.has(listener.address)) {
        this.#listeners[name] = { ...listener, state: 'failed', url: '', problem: 'address-gone' };
        this.#want();
      } else if (listener.state === 'failed' && (listener.problem === 'address-gone' || listener.problem === 'no-network') && this.#canListen(addresses)) {
        this.#listen(name, this.#portOf(name));
      }
    }
  }

  #canListen(addresses: ReadonlySet<string>): boolean {
    return this.#settings.address ? addresses.has(this.#settings.address) : this.interfaces().some(({ isLikely }) => isLikely);
  }

  #portOf(name: ListenerName): number {
    return this.#listeners[name].port || (name === 'participants' ? this.#settings.port : this.#settings.port + 1);
  }

  #want(): void {
    const wanted = (name: ListenerName) => {
      const { state, address, port } = this.#listeners[name];
      return state === 'opening' || state === 'open' ? { address, port } : null;
    };
    if (Object.values(this.#listeners).every(({ state }) => state === 'closed')) {
      clearInterval(this.#addressCheck);
      this.#addressCheck = undefined;
    }
    this.#link?.want({ participants: wanted('participants'), coFacilitators: wanted('coFacilitators') });
    this.#tell();
  }

  /** Once the listener is open or has failed, or nobody said so for too long. */
  async #settled(name: ListenerName): Promise<void> {
    const isOver = () => this.#listeners[name].state !== 'opening';
    if (isOver()) return;
    await new Promise<void>((resolve) => {
      const check = () => {
        if (!isOver()) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve();
      };
      const timer = setTimeout(() => {
        if (!isOver()) this.#listeners[name] = { ...this.#listeners[name], state: 'failed', problem: 'other' };
        check();
      }, listeningPatienceMs);
      this.#waiting.add(check);
    });
  }

  #requireLink(): void {
    if (!this.#link) refuse('room/not-here');
  }

  #tell(): void {
    for (const check of [...this.#waiting]) check();
    this.#session.current?.tell(['room']);
  }
}
