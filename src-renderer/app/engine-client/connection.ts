import type { EngineClient } from '#shared/contract/contract.ts';
import type { ChosenFile, FileAccess } from './file-access.ts';

/** `lost` while the engine is out of reach: being looked for again, or stopped until the page is loaded again. */
export type ConnectionState = 'connected' | 'lost';

/** A connected engine, whichever door the page came through. */
export interface Connection {
  readonly client: EngineClient;
  readonly door: 'desktop' | 'browser';
  readonly files: FileAccess;
  /** Calls back on every change of state until unsubscribed. */
  onState(listener: (state: ConnectionState) => void): () => void;
  /** Starts an engine that stopped and takes up the line again, without loading the page anew; nothing while it is being looked for already. */
  reach(): Promise<void>;
  /** Opens what the projector shows in a window of its own, or brings it to the front. */
  showWall(): Promise<void>;
  /** Desktop: menu commands (`new`, `open`, `close`, `palette` …) sent to the page. */
  onCommand(listener: (command: string) => void): () => void;
  /** Desktop: a project that the person opened from outside (double click, a second start). */
  onOpenRequest(listener: (chosen: ChosenFile) => void): () => void;
}
