import type { ControlAsk, ControlMessage } from '../engine/process/control.ts';
import type { Visitor } from '../engine/visitor.ts';

/**
 * What travels between the server's process and the engine's: the door's own questions, and the frames of each page's line by number.
 * The server passes frames on unread.
 */
export type ToEngine =
  | ControlAsk
  | { kind: 'line-open'; line: number; visitor: Visitor | null }
  | { kind: 'line-frame'; line: number; data: string | Uint8Array }
  | LineClose
  | TheEnd;
export type FromEngine = ControlMessage | { kind: 'line-frame'; line: number; data: string | Uint8Array };
interface LineClose {
  kind: 'line-close';
  line: number;
}

/**
 * Asks a process to end its work and itself. Cutting the channel instead would leave both sides waiting for each other wherever a large message is under way:
 * Node reads no further in it, and tells of the cut only once it is read.
 */
export interface TheEnd {
  kind: 'end';
}
