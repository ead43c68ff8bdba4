import type { Refusal } from '#shared/contract/refusal.ts';
import type { ControlName, ControlQuestions } from '../engine/process/control.ts';
import type { ListenerNews, RoomWanted } from '../engine/room/room-questions.ts';
import type { Visitor } from '../engine/visitor.ts';

/** What the process that listens on the local network may ask of the engine: this and nothing else. */
export const networkQuestions = ['room', 'coJoin', 'coAdmit', 'hand', 'locate'] as const satisfies readonly ControlName[];
export type NetworkQuestion = (typeof networkQuestions)[number];

export interface NetworkFolders {
  readonly resources: string;
  readonly temporary: string;
  /** The built page, for co-facilitators. */
  readonly pageFolder: string;
}

/** Door to network process. `away`: the engine does not run just now. */
export type ToNetwork =
  | { kind: 'start'; folders: NetworkFolders }
  | { kind: 'want'; wanted: RoomWanted }
  | { kind: 'answer'; id: number; answer: unknown }
  | { kind: 'refused'; id: number; refusal: Refusal }
  | { kind: 'away'; id: number }
  | { kind: 'engine'; isRunning: boolean }
  | { kind: 'drop'; visitorId: string }
  | { kind: 'line-frame'; line: number; data: string | Uint8Array }
  | { kind: 'line-stopped'; line: number };

/** Network process to door. */
export type FromNetwork =
  | { [Name in NetworkQuestion]: { kind: 'ask'; id: number; name: Name; ask: ControlQuestions[Name]['ask'] } }[NetworkQuestion]
  | { kind: 'news'; news: ListenerNews }
  | { kind: 'line-open'; line: number; visitor: Visitor | null }
  | { kind: 'line-frame'; line: number; data: string | Uint8Array }
  | { kind: 'line-close'; line: number };
