import type { Subject } from '#shared/domain/project.ts';
import type { RoomDevice, RoomSettings } from '#shared/domain/room.ts';
import { type Attributes, attributesSchema } from '#shared/domain/workshops.ts';
import { contentId } from '../project/content-id.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { type AnswerOutcome, answerDeed, parseAnswer } from './answering.ts';
import { GroupCommit } from './group-commit.ts';
import type { JoinCodes } from './join-codes.ts';
import { PlacesBook } from './places.ts';
import { closedView, type RoomNow, readRoomNow, viewOf, wayIn } from './room-now.ts';
import type { RoomPlaces, RoomQuestions, RoomView } from './room-questions.ts';
import { digestOf, loadSeats, type Seat, seatFor } from './seats.ts';

/** Phones that may be in at once. */
const mostSeats = 500;
/** What a phone may see of the project. Groups are also the priorities' groups. */
const shownSubjects: ReadonlySet<Subject> = new Set(['project', 'areas', 'workshops', 'ballots', 'room', 'priorities']);
const inReachMs = 30_000;
const mostKeyCharacters = 200;
const fewestKeyCharacters = 8;

type Asked<Name extends keyof RoomQuestions> = RoomQuestions[Name]['ask'];
type Answered<Name extends keyof RoomQuestions> = RoomQuestions[Name]['answer'];

/** One open room: what its phones see is kept in memory and read anew when anything else changes the project. */
export class OpenRoom {
  readonly project: OpenProject;
  readonly codes: JoinCodes;
  /** While the room itself tells what it wrote, there is nothing to read anew. */
  isTelling = false;
  readonly #workshopId: string;
  readonly #secret: string;
  readonly #now: () => Date;
  readonly #onCode: () => void;
  readonly #commit: GroupCommit;
  readonly #places: PlacesBook;
  #asks: RoomSettings['asks'];
  #seats = new Map<string, Seat>();
  #room: RoomNow | null = null;
  #isStale = true;

  constructor(options: {
    project: OpenProject;
    workshopId: string;
    secret: string;
    codes: JoinCodes;
    asks: RoomSettings['asks'];
    now: () => Date;
    onWritten: () => void;
    onCode: () => void;
  }) {
    this.project = options.project;
    this.codes = options.codes;
    this.#workshopId = options.workshopId;
    this.#secret = options.secret;
    this.#asks = options.asks;
    this.#now = options.now;
    this.#onCode = options.onCode;
    this.#commit = new GroupCommit(options.project, {
      onWritten: options.onWritten,
      // What was noted in memory before the disk failed is not so.
      onFailed: () => {
        this.#isStale = true;
      },
    });
    this.#places = new PlacesBook(options.project);
  }

  setAsks(asks: RoomSettings['asks']): void {
    this.#asks = asks;
    this.#isStale = true;
  }

  /** Something was written by somebody else. */
  changed(subjects: readonly Subject[]): void {
    if (this.isTelling || !subjects.some((subject) => shownSubjects.has(subject))) return;
    this.#isStale = true;
    if (subjects.includes('areas')) this.#places.forget();
  }

  /** Writes what waits. */
  flush(): void {
    this.#commit.flush();
  }

  look(secret: string | null): RoomView {
    const room = this.#read();
    if (!room) return closedView();
    const seat = this.#seatOf(secret);
    return seat ? viewOf(room, seat) : wayIn(room);
  }

  join({ code, key, language, address }: Asked<'join'>): Answered<'join'> | Promise<Answered<'join'>> {
    if (!this.#read()) return { outcome: 'closed' };
    if (key.length < fewestKeyCharacters || key.length > mostKeyCharacters) return { outcome: 'wrong-code' };
    const secret = seatFor(this.#secret, key);
    const known = this.#seats.get(digestOf(secret));
    if (known && !known.isRemoved) return { outcome: 'in', seat: secret };
    const check = this.codes.check(code, address, this.#now().getTime());
    this.#onCode();
    if (check === 'wait') return { outcome: 'wait' };
    if (check === 'wrong' || known) return { outcome: 'wrong-code' };
    return this.#takeSeat(secret, language);
  }

  #takeSeat(secret: string, language: string): Promise<Answered<'join'>> {
    const digest = digestOf(secret);
    const id = contentId(`voter ${digest}`);
    return this.#commit.do<Answered<'join'>>({
      apply: (write) => {
        this.#read();
        if (this.#seats.has(digest)) return { outcome: 'in', seat: secret };
        if (this.joined() >= mostSeats) return { outcome: 'full' };
        const joinedAt = this.#nextJoining();
        const row = { id, workshop_id: this.#workshopId, group_id: null, channel: 'phone', language: shortLanguage(language), joined_at: joinedAt };
        write.run(sql.insertInto('voter').values({ ...row, key_digest: digest, removed_at: null }));
        this.#seats.set(digest, newSeat(row, this.#seats.size + 1));
        return { outcome: 'in', seat: secret };
      },
    });
  }

  /** Later than any before, whatever the clock does: numbers follow the order of joining. */
  #nextJoining(): string {
    const last = Math.max(0, ...[...this.#seats.values()].map(({ joinedAt }) => Date.parse(joinedAt) || 0));
    return new Date(Math.max(this.#now().getTime(), last + 1)).toISOString();
  }

  describe({ seat: secret, groupId, attributes, language }: Asked<'describe'>): Answered<'describe'> | Promise<Answered<'describe'>> {
    if (!this.#read()) return { outcome: 'closed' };
    if (!this.#seatOf(secret)) return { outcome: 'no-seat' };
    return this.#commit.do<Answered<'describe'>>({
      apply: (write) => {
        const room = this.#read();
        const seat = this.#seatOf(secret);
        if (!room || !seat) return { outcome: 'no-seat' };
        const said = {
          groupId: room.groups.some(({ id }) => id === groupId) ? groupId : null,
          attributes: askedOnly(room, attributes),
          language: shortLanguage(language) || seat.language,
        };
        const before = { groupId: seat.groupId, attributes: seat.attributes, language: seat.language };
        if (seat.isDescribed && JSON.stringify(before) === JSON.stringify(said)) return { outcome: 'saved' };
        write.run(
          sql
            .updateTable('voter')
            .set({ group_id: said.groupId, attributes: JSON.stringify(said.attributes), language: said.language })
            .where('id', '=', seat.voterId),
        );
        Object.assign(seat, said, { isDescribed: true, version: null });
        return { outcome: 'saved' };
      },
    });
  }

  answer({ seat: secret, ballotId, key, answer: given, language }: Asked<'answer'>): AnswerOutcome | Promise<AnswerOutcome> {
    if (!this.#seatOf(secret)) return { outcome: 'no-seat' };
    const parsed = parseAnswer(given);
    if ('problems' in parsed) return { outcome: 'problems', problems: parsed.problems };
    const { answer } = parsed;
    return this.#commit.do(
      answerDeed({
        project: this.project,
        ballotId,
        key: key.slice(0, mostKeyCharacters),
        answer,
        language: shortLanguage(language),
        now: () => this.#now().getTime(),
        seat: () => this.#seatOf(secret),
        ballot: () => this.#read()?.open.get(ballotId)?.ballot ?? null,
      }),
    );
  }

  places(ballotId: string): RoomPlaces | null {
    const ballot = this.#read()?.open.get(ballotId)?.ballot;
    return ballot?.kind === 'place' ? this.#places.of(ballot) : null;
  }

  joined(): number {
    this.#read();
    return [...this.#seats.values()].filter(({ isRemoved }) => !isRemoved).length;
  }

  connected(): number {
    const since = this.#now().getTime() - inReachMs;
    return [...this.#seats.values()].filter(({ isRemoved, seenAt }) => !isRemoved && seenAt > since).length;
  }

  devices(): RoomDevice[] {
    this.#read();
    return [...this.#seats.values()].map(({ voterId, number, groupId, language, joinedAt, seenAt, isRemoved }) => {
      return { id: voterId, number, groupId, language, joinedAt, lastSeenAt: seenAt === 0 ? null : new Date(seenAt).toISOString(), isRemoved };
    });
  }

  #seatOf(secret: string | null): Seat | null {
    if (secret === null) return null;
    this.#read();
    const seat = this.#seats.get(digestOf(secret));
    if (!seat || seat.isRemoved) return null;
    seat.seenAt = this.#now().getTime();
    return seat;
  }

  #read(): RoomNow | null {
    if (!this.#isStale) return this.#room;
    this.#room = readRoomNow(this.project, this.#workshopId, this.#asks);
    this.#seats = loadSeats(this.project, this.#workshopId, [...(this.#room?.open.keys() ?? [])], this.#seats);
    this.#isStale = false;
    return this.#room;
  }
}

function newSeat(row: { id: string; joined_at: string; language: string }, number: number): Seat {
  return {
    voterId: row.id,
    number,
    joinedAt: row.joined_at,
    groupId: null,
    attributes: {},
    language: row.language,
    isRemoved: false,
    isDescribed: false,
    seenAt: Date.parse(row.joined_at),
    answeredAt: 0,
    given: new Map(),
    version: null,
  };
}

/** What was asked for at the door, and nothing else. */
function askedOnly(room: RoomNow, attributes: unknown): Attributes {
  const read = attributesSchema.safeParse(attributes);
  if (!read.success) return {};
  const { gender, ageBand, areaId, standing } = read.data;
  return {
    ...(gender && room.asks.includes('gender') && { gender }),
    ...(ageBand && room.asks.includes('ageBand') && { ageBand }),
    ...(areaId && room.areas.some(({ id }) => id === areaId) && { areaId }),
    ...(standing && room.asks.includes('standing') && { standing }),
  };
}

/** A language tag, or nothing. */
function shortLanguage(language: string): string {
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) && language.length <= 20 ? language : '';
}
