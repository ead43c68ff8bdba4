import type { BridgeAnswer, BridgedFile, ChoiceKind } from '#shared/contract/desktop-bridge.ts';
import type { FileToken } from '#shared/domain/ids.ts';

/** What the preload may ask the main process, by channel: the one list that both sides derive from. */
export interface MainQuestions {
  'engine/connect': () => undefined;
  'wall/show': () => undefined;
  'files/choose-open': (kind: ChoiceKind) => BridgeAnswer<BridgedFile | null>;
  'files/choose-several': (kind: ChoiceKind) => BridgeAnswer<BridgedFile[]>;
  'files/choose-folder': () => BridgeAnswer<BridgedFile | null>;
  'files/choose-save': (suggestedName: string, kind: ChoiceKind) => BridgeAnswer<BridgedFile | null>;
  /** The path comes from Electron's own knowledge of the dropped file, in the preload. */
  'files/hand-dropped': (path: string) => BridgeAnswer<BridgedFile>;
  'files/show': (file: FileToken) => BridgeAnswer<null>;
  /** The page listens to commands and open requests from now on. */
  'page/ready': () => undefined;
  /** The interface language, so that the menus speak it too. */
  'page/language': (language: string) => undefined;
}
export type MainChannel = keyof MainQuestions;

/** What the wall's window may ask: it looks at the project and touches no file of this machine. */
export const wallChannels = ['engine/connect', 'page/ready', 'page/language'] as const satisfies readonly MainChannel[];

/** What the main process tells the page, by channel. A port to the engine travels with `engine/port`. */
export interface PageMessages {
  'engine/port': [];
  'engine/stopped': [];
  'page/command': [command: string];
  'page/open-request': [chosen: BridgedFile];
}
export type PageChannel = keyof PageMessages;
