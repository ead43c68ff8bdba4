import type { FileToken } from '../domain/ids.ts';
import type { Refusal } from './refusal.ts';

/** A file that a person chose: what a page may know of it. */
export interface BridgedFile {
  readonly file: FileToken;
  readonly fileName: string;
}

/** Answers cross the border between preload and page as values: an error would lose everything but its message. */
export type BridgeAnswer<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export const choiceKinds = ['project', 'table', 'map', 'base-map', 'picture', 'logo', 'document'] as const;
/** What is being chosen, so that a dialog shows the fitting file types. */
export type ChoiceKind = (typeof choiceKinds)[number];

/** Everything a page in the desktop's window can ask of it, as `window.citySafetyDesktop`. The contract itself runs over a MessagePort. */
export interface DesktopBridge {
  /** Starts the engine where it does not run; a port to it then arrives as a window message of kind `enginePortMessage`. */
  connect(): Promise<void>;
  onEngineStopped(listener: () => void): void;
  /** The wall in a window of its own, full screen on the other screen where there is one. */
  showWall(): Promise<void>;
  chooseToOpen(kind: ChoiceKind): Promise<BridgeAnswer<BridgedFile | null>>;
  /** Any number of files; none when the person changes their mind. */
  chooseSeveral(kind: ChoiceKind): Promise<BridgeAnswer<BridgedFile[]>>;
  /** An existing folder. */
  chooseFolder(): Promise<BridgeAnswer<BridgedFile | null>>;
  chooseToSave(suggestedName: string, kind: ChoiceKind): Promise<BridgeAnswer<BridgedFile | null>>;
  /** `file` is the DOM's File of a drop or paste; one that a script made has no place on disk and is refused. */
  handDropped(file: unknown): Promise<BridgeAnswer<BridgedFile>>;
  showInFolder(file: FileToken): Promise<BridgeAnswer<null>>;
  /** Commands of the menus. What came before the first listener is kept for it. */
  onCommand(listener: (command: string) => void): void;
  /** Projects opened from outside: double click, recent files of the system, a second start. Kept for the first listener too. */
  onOpenRequest(listener: (chosen: BridgedFile) => void): void;
}

export const desktopBridgeName = 'citySafetyDesktop';
export const enginePortMessage = 'city-safety-engine-port';
