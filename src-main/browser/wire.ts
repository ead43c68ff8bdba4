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
  | LineClose;
export type FromEngine = ControlMessage | { kind: 'line-frame'; line: number; data: string | Uint8Array };
interface LineClose {
  kind: 'line-close';
  line: number;
}
