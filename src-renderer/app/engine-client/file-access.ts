import type { BridgedFile } from '#shared/contract/desktop-bridge.ts';
import type { FileToken } from '#shared/domain/ids.ts';

export type { ChoiceKind } from '#shared/contract/desktop-bridge.ts';

import type { ChoiceKind } from '#shared/contract/desktop-bridge.ts';

/** A file that the person chose: what the page may know of it. */
export type ChosenFile = BridgedFile;

/** Asks for the path of a project in a dialog of the page's own; null when the person changes their mind. */
export type ProjectPathAsker = (projects: { folder: string; projects: readonly { name: string; path: string; changedAt: string }[] }) => Promise<string | null>;

/** How files come in and go out through the door that the page was opened by. */
export interface FileAccess {
  /** Asks for an existing file; null when the person changes their mind. */
  chooseToOpen(kind: ChoiceKind): Promise<ChosenFile | null>;
  /** Asks for any number of existing files, in a browser uploaded from wherever they are; none when the person changes their mind. */
  chooseSeveral(kind: ChoiceKind): Promise<ChosenFile[]>;
  /** Asks where to save; null when the person changes their mind. In a browser: a name in the projects folder. */
  chooseToSave(suggestedName: string, kind: ChoiceKind): Promise<ChosenFile | null>;
  /** Asks for a folder in the system's dialog; undefined where the door has none and the page asks for a path (`files.folderFromPath`). */
  readonly chooseFolder?: () => Promise<ChosenFile | null>;
  /** A file dropped on the page. */
  fromDropped(file: File): Promise<ChosenFile>;
  /** Shows a finished output in its folder (desktop) or downloads it (browser). */
  present(output: { file: FileToken; fileName: string }): Promise<void>;
  /** True where `present` opens the folder. */
  readonly presentsInFolder: boolean;
  /** A browser has no dialog that names files of this machine: the page lends one. Without it the browser's plain prompt is used. */
  lendProjectPathAsker(asker: ProjectPathAsker): () => void;
}
