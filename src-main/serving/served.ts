import type { Context } from 'hono';
import type { ControlName, ControlQuestions } from '../engine/process/control.ts';
import type { EngineFolders } from '../engine/services.ts';
import type { Visitor } from '../engine/visitor.ts';

/** A page's end of its line to the engine. */
export interface PageLine {
  send(data: string | Uint8Array): void;
  /** The engine's process is gone. */
  stopped(): void;
}
export interface LineToEngine {
  send(data: string | Uint8Array): void;
  close(): void;
}

/** The engine as whoever serves pages reaches it. */
export interface ServedEngine {
  readonly isRunning: boolean;
  start(): Promise<void>;
  ask<Name extends ControlName>(name: Name, ask: ControlQuestions[Name]['ask']): Promise<ControlQuestions[Name]['answer']>;
  openLine(page: PageLine, visitor: Visitor | null): LineToEngine;
}

/** Who is let in: `visitor` null is the person at this machine. */
export interface Admission {
  readonly visitor: Visitor | null;
}

export interface Served {
  readonly engine: ServedEngine;
  readonly folders: Pick<EngineFolders, 'resources' | 'temporary'>;
  /** The built page. */
  readonly pageFolder: string;
  readonly uploadLimitBytes: number;
  /** `name:port` of every address this is served under; known once the server listens. */
  hosts(): readonly string[];
  cookieName(): string;
  /** Whom the value of the cookie lets in; null = nobody. */
  admit(session: string | undefined): Promise<Admission | null>;
  /** The way in; answers the requests that are part of it, and nothing else. */
  wayIn(context: Context): Promise<Response | undefined>;
  /** What somebody sees who is not in. */
  notIn(context: Context): Promise<Response>;
}
