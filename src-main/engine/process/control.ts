import type { Refusal } from '#shared/contract/refusal.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import { RefusalError } from '../refuse.ts';
import type { WayInAnswer, WayInAsk } from '../room/co-facilitators.ts';
import type { ListenerNews, RoomQuestion, RoomWanted } from '../room/room-questions.ts';
import type { EngineFolders } from '../services.ts';
import type { Visitor } from '../visitor.ts';

/**
 * What the process of a door asks of the engine's process beside the contract. These are the door's own words: no page can say them.
 */
export interface ControlQuestions {
  /** First of all; the engine is ready when it is answered. `isAgain`: in place of one that stopped, whose room goes on. */
  start: { ask: { folders: EngineFolders; isAgain?: boolean }; answer: null };
  /** A token for a file that a person chose in a dialog, dropped or uploaded. */
  hand: { ask: { path: string; fileName?: string }; answer: { file: FileToken; fileName: string } };
  /** Where the file behind a token is. */
  locate: { ask: { file: FileToken }; answer: { path: string; fileName: string } };
  /** Opens a project named on a command line or left open by an engine that stopped. */
  open: { ask: { path: string }; answer: null };
  /** A question of the participants' server. */
  room: { ask: RoomQuestion; answer: unknown };
  /** What came of the listeners that the engine wanted. */
  roomNews: { ask: ListenerNews; answer: null };
  /** Somebody wants to come in as a co-facilitator. */
  coJoin: { ask: WayInAsk; answer: WayInAnswer };
  /** Whom a co-facilitator's cookie belongs to; null = nobody who may be in. */
  coAdmit: { ask: { key: string }; answer: Visitor | null };
}
export type ControlName = keyof ControlQuestions;

/** Door to engine. */
export type ControlAsk = { [Name in ControlName]: { kind: 'ask'; id: number; name: Name; ask: ControlQuestions[Name]['ask'] } }[ControlName];

/** Engine to door. `problem` is the text of a bug. */
export type ControlMessage =
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'refused'; id: number; refusal: Refusal }
  | { kind: 'failed'; id: number; problem: string }
  /** Told whenever another project is open. */
  | { kind: 'project'; path: string | null }
  /** Told whenever the room should listen elsewhere, or nowhere. */
  | { kind: 'room'; wanted: RoomWanted }
  /** A co-facilitator was shown out: their pages are to be closed. */
  | { kind: 'drop'; visitorId: string };

/** The asking side: matches answers to questions, and fails them all when the engine's process is gone. */
export class ControlCaller {
  readonly #send: (ask: ControlAsk) => void;
  readonly #waiting = new Map<number, { resolve: (answer: unknown) => void; reject: (error: Error) => void }>();
  #lastId = 0;

  constructor(send: (ask: ControlAsk) => void) {
    this.#send = send;
  }

  ask<Name extends ControlName>(name: Name, ask: ControlQuestions[Name]['ask']): Promise<ControlQuestions[Name]['answer']> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      // The engine's side of this agreement is typed by the same table.
      this.#waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
      this.#send({ kind: 'ask', id, name, ask } as ControlAsk);
    });
  }

  receive(message: ControlMessage): void {
    if (message.kind === 'project' || message.kind === 'room' || message.kind === 'drop') return;
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.kind === 'answer') waiting?.resolve(message.answer);
    else if (message.kind === 'refused') waiting?.reject(new RefusalError(message.refusal.code, message.refusal.params));
    else waiting?.reject(new Error(message.problem));
  }

  /** No answer will come any more. */
  fail(reason: string): void {
    for (const { reject } of this.#waiting.values()) reject(new Error(reason));
    this.#waiting.clear();
  }
}
