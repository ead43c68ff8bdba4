import type { EngineClient } from '#shared/contract/contract.ts';
import type { FileAccess } from './file-access.ts';

/** `lost` while the engine is out of reach and being looked for again. */
export type ConnectionState = 'connected' | 'lost';

/** A connected engine, whichever door the page came through. */
export interface Connection {
  readonly client: EngineClient;
  readonly door: 'desktop' | 'browser';
  readonly files: FileAccess;
  /** Calls back on every change of state until unsubscribed. */
  onState(listener: (state: ConnectionState) => void): () => void;
  /** Desktop: menu commands (`new`, `open`, `close`, `palette` …) sent to the page. */
  onCommand(listener: (command: string) => void): () => void;
}
