import { randomBytes } from 'node:crypto';
import type { RoomDevice, RoomSettings, RoomState, WallView } from '#shared/domain/room.ts';
import { wallViewSchema } from '#shared/domain/room.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { withdrawAnswersOf } from './answering.ts';
import { CalmTeller } from './calm-teller.ts';
import { JoinCodes } from './join-codes.ts';
import { OpenRoom } from './open-room.ts';
import { RoomFile, type StoredRoom } from './room-file.ts';
import { closedView } from './room-now.ts';
import type { RoomQuestion, RoomQuestions } from './room-questions.ts';

export type DeskState = Pick<RoomState, 'workshopId' | 'openedAt' | 'code' | 'codeUntil' | 'joined' | 'connected' | 'wall'>;

/** How often the code's time and the number of phones in reach are looked at. */
const lookAroundMs = 5_000;
const firstWall: WallView = { mode: 'join', ballotId: null, message: '', step: 0 };

/**
 * What phones ask, of one open room at a time. The room's code, wall and secret are kept in a small file, so that an engine that takes the place of a broken one
 * goes on with the same room; seats and answers are in the project. `onChange` is called when the window should read the room again, at most four times a second.
 */
export class RoomDesk {
  readonly #now: () => Date;
  readonly #file: RoomFile;
  readonly #onChange: () => void;
  #asks: RoomSettings['asks'] = ['group'];
  /** The wall is led while no phone may come in too: for the timer, and for results of paper. */
  #wallWhileClosed = firstWall;
  #open: { room: OpenRoom; stored: StoredRoom; teller: CalmTeller; around: NodeJS.Timeout; stopListening: () => void; toldConnected: number } | null = null;

  constructor(options: { settingsFolder: string; now: () => Date; onChange: () => void }) {
    this.#now = options.now;
    this.#file = new RoomFile(options.settingsFolder);
    this.#onChange = options.onChange;
  }

  get isOpen(): boolean {
    return this.#open !== null;
  }

  /**
   * A room that a broken engine left open goes on, and so does one whose project was closed and opened again underneath it (a new passphrase); one that
   * anybody else left behind is gone.
   */
  projectOpened(project: OpenProject, { isAgain }: { isAgain: boolean }): void {
    this.#wallWhileClosed = firstWall;
    const stored = this.#open?.stored ?? (isAgain ? this.#file.read() : null);
    this.#end();
    const isThisOne = stored && !project.isReadOnly && stored.projectId === projectIdOf(project) && hasWorkshop(project, stored.workshopId);
    if (isThisOne) {
      this.#asks = stored.asks;
      this.#begin(project, stored);
    } else this.#file.remove();
  }

  /** Refused as `project/read-only`, and as `object/not-found` where there is no such workshop. Another room that is open closes. */
  open(project: OpenProject, workshopId: string): void {
    if (project.isReadOnly) refuse('project/read-only', { path: project.path });
    if (!hasWorkshop(project, workshopId)) refuse('object/not-found');
    if (this.#open?.stored.workshopId === workshopId && this.#open.room.project === project) return;
    this.#end();
    const now = this.#now();
    const codes = new JoinCodes(now.getTime()).all;
    const secret = randomBytes(32).toString('base64url');
    this.#begin(project, {
      projectId: projectIdOf(project),
      workshopId,
      openedAt: now.toISOString(),
      secret,
      codes: [...codes],
      wall: firstWall,
      asks: this.#asks,
    });
    this.#onChange();
  }

  /** Writes what still waits, then forgets the room. */
  close(): void {
    this.#end();
    this.#file.remove();
    this.#onChange();
  }

  setAsks(asks: RoomSettings['asks']): void {
    this.#asks = asks;
    if (!this.#open) return;
    this.#open.stored.asks = asks;
    this.#open.room.setAsks(asks);
    this.#save();
  }

  /** A promise where something is written: it is kept once that is on the disk. */
  answer(question: RoomQuestion): RoomQuestions[RoomQuestion['name']]['answer'] | Promise<RoomQuestions[RoomQuestion['name']]['answer']> {
    const room = this.#open?.room;
    switch (question.name) {
      case 'look':
        return room?.look(question.seat) ?? closedView();
      case 'join':
        return room?.join(question) ?? { outcome: 'closed' };
      case 'describe':
        return room?.describe(question) ?? { outcome: 'closed' };
      case 'answer':
        return room?.answer(question) ?? { outcome: 'not-open' };
      case 'places':
        return room?.places(question.ballotId) ?? null;
    }
  }

  state(): DeskState {
    const open = this.#open;
    if (!open) return { workshopId: null, openedAt: null, code: '', codeUntil: null, joined: 0, connected: 0, wall: this.#wallWhileClosed };
    this.#keepUp();
    const { workshopId, openedAt, wall } = open.stored;
    const { code, until } = open.room.codes.current;
    open.toldConnected = open.room.connected();
    return { workshopId, openedAt, code, codeUntil: new Date(until).toISOString(), joined: open.room.joined(), connected: open.toldConnected, wall };
  }

  /** Phones that are in stay in; the code before is good for two more minutes. */
  newCode(): void {
    const { room } = this.#required();
    room.codes.renew(this.#now().getTime());
    this.#save();
    this.#onChange();
  }

  /** Every phone that ever joined this workshop, in order of joining. */
  devices(): RoomDevice[] {
    return this.#open?.room.devices() ?? [];
  }

  /** Shuts a phone out, as an edit that can be taken back; `withAnswers` takes what it answered out of every count. */
  removeDevice(id: string, { withAnswers }: { withAnswers: boolean }): void {
    const { room } = this.#required();
    const device = room.devices().find((one) => one.id === id) ?? refuse('object/not-found');
    const at = room.project.nowText();
    const name = withAnswers ? 'room.removeDeviceAndAnswers' : 'room.removeDevice';
    // What the phone sent a moment ago is written first, so that it is taken out with the rest.
    room.flush();
    room.project.change({ name, params: { number: device.number }, subjects: ['room', 'ballots'] }, (write) => {
      write.run(sql.updateTable('voter').set({ removed_at: at }).where('id', '=', id).where('removed_at', 'is', null));
      if (withAnswers) withdrawAnswersOf(write, id, at);
    });
  }

  setWall(patch: Partial<WallView>): void {
    const stored = this.#open?.stored;
    const wall = wallViewSchema.parse({ ...(stored?.wall ?? this.#wallWhileClosed), ...patch });
    if (stored) stored.wall = wall;
    else this.#wallWhileClosed = wall;
    this.#save();
    this.#onChange();
  }

  #required() {
    return this.#open ?? refuse('room/closed');
  }

  #begin(project: OpenProject, stored: StoredRoom): void {
    const teller = new CalmTeller(() => {
      room.isTelling = true;
      try {
        project.tell(['ballots']);
        this.#onChange();
      } finally {
        room.isTelling = false;
      }
    });
    const codes = new JoinCodes(this.#now().getTime(), stored.codes);
    const room = new OpenRoom({
      project,
      workshopId: stored.workshopId,
      secret: stored.secret,
      codes,
      asks: this.#asks,
      now: this.#now,
      onWritten: () => teller.note(),
      onCode: () => this.#keepUp(),
    });
    const around = setInterval(() => this.#lookAround(), lookAroundMs);
    around.unref();
    this.#open = { room, stored, teller, around, stopListening: project.onChange((subjects) => room.changed(subjects)), toldConnected: 0 };
    this.#save();
  }

  #end(): void {
    const open = this.#open;
    if (!open) return;
    clearInterval(open.around);
    open.room.flush();
    open.stopListening();
    open.teller.stop();
    // What is on the wall as the room closes stays there.
    this.#wallWhileClosed = open.stored.wall;
    this.#open = null;
  }

  /** The code follows the clock; the file and the wall follow the code. */
  #keepUp(): boolean {
    const open = this.#open;
    if (!open) return false;
    open.room.codes.keepUp(this.#now().getTime());
    const isNew = open.room.codes.current.code !== open.stored.codes[0]?.code;
    if (isNew) this.#save();
    return isNew;
  }

  #lookAround(): void {
    const isNew = this.#keepUp();
    if (isNew || this.#open?.room.connected() !== this.#open?.toldConnected) this.#onChange();
  }

  #save(): void {
    const open = this.#open;
    if (!open) return;
    open.stored.codes = [...open.room.codes.all];
    this.#file.write(open.stored);
  }
}

function projectIdOf(project: OpenProject): string {
  return project.found(sql.selectFrom('project').select('id')).id;
}

function hasWorkshop(project: OpenProject, id: string): boolean {
  return project.first(sql.selectFrom('workshop').select('id').where('id', '=', id)) !== undefined;
}
