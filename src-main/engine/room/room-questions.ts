import type { Answer, AnswerProblem, Ballot, BallotOption, BallotSettings } from '#shared/domain/ballots.ts';
import type { Attributes, Group } from '#shared/domain/workshops.ts';

/**
 * All that the participants' server ever asks of the engine, and all that it ever learns: nothing else of the project is within its reach.
 * `seat` is the secret in a phone's cookie; the engine keeps its digest only.
 */
export interface RoomQuestions {
  /** What this phone should see now. An unknown or removed seat sees the way in. */
  look: { ask: { seat: string | null }; answer: RoomView };
  /** A seat for a right code. `isKnown`: the same `key` came before (a form sent twice), and got the same seat. */
  join: {
    ask: { code: string; key: string; language: string; address: string };
    answer: { outcome: 'in'; seat: string } | { outcome: 'wrong-code' | 'full' | 'wait' | 'closed' };
  };
  /** What a person chooses to say: group and attributes, or nothing. */
  describe: { ask: { seat: string; groupId: string | null; attributes: Attributes; language: string }; answer: { outcome: 'saved' | 'no-seat' | 'closed' } };
  /** `key` makes an answer that arrives twice count once. Answered only when it is on the disk. */
  answer: {
    ask: { seat: string; ballotId: string; key: string; answer: Answer; language: string };
    answer: { outcome: 'received' | 'again' | 'not-open' | 'no-seat' } | { outcome: 'problems'; problems: AnswerProblem[] };
  };
  /** The outlines of the areas that can be tapped, simplified until they fit a small page. */
  places: { ask: { ballotId: string }; answer: RoomPlaces | null };
}
export type RoomQuestionName = keyof RoomQuestions;
export type RoomQuestion = { [Name in RoomQuestionName]: { name: Name } & RoomQuestions[Name]['ask'] }[RoomQuestionName];

/** `wait`: the engine cannot be asked just now (it starts again); the phone tries by itself. */
export interface RoomView {
  readonly state: 'closed' | 'way-in' | 'say-who' | 'waiting' | 'ballots';
  /** Changes whenever the phone should see something else. */
  readonly version: string;
  readonly cityName: string;
  readonly workshopTitle: string;
  /** Project's languages that the pages have, first the main one. */
  readonly languages: readonly string[];
  readonly language: string;
  /** Number of this phone in the room. */
  readonly number: number | null;
  readonly groupId: string | null;
  readonly groups: readonly Pick<Group, 'id' | 'name' | 'kind'>[];
  readonly attributes: Attributes;
  readonly asks: readonly string[];
  readonly areas: readonly { id: string; name: string }[];
  readonly ballots: readonly RoomBallot[];
  /** Session that runs, in words, and when it ends (ISO). */
  readonly session: { title: string; endsAt: string | null } | null;
}

/** An open ballot as a phone gets it: no counts, no other answers. */
export interface RoomBallot extends Pick<Ballot, 'id' | 'kind' | 'question' | 'help' | 'round'> {
  readonly settings: BallotSettings;
  readonly options: readonly BallotOption[];
  /** What this phone answered last; null = not yet. Statements: all of them. */
  readonly mine: Answer | null;
  readonly myStatements: readonly string[];
  /** Dots and cap as they apply. */
  readonly dots: number;
  readonly cap: number;
}

export interface RoomPlaces {
  /** Of the `viewBox`. */
  readonly width: number;
  readonly height: number;
  readonly areas: readonly { id: string; name: string; path: string; x: number; y: number }[];
}

/** What the door's process is asked to listen on; null = on nothing. Loopback is allowed only for tests and this machine's own browser. */
export interface RoomWanted {
  readonly participants: { readonly address: string; readonly port: number } | null;
  readonly coFacilitators: { readonly address: string; readonly port: number } | null;
}
export interface ListenerNews {
  readonly listener: 'participants' | 'coFacilitators';
  readonly state: 'open' | 'failed' | 'closed';
  readonly port: number;
  readonly problem: '' | 'port-in-use' | 'address-gone' | 'not-allowed' | 'other';
}
