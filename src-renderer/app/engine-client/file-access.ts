import type { FileToken } from '#shared/domain/ids.ts';

/** A file that the person chose: what the page may know of it. */
export interface ChosenFile {
  readonly file: FileToken;
  readonly fileName: string;
}

/** What is being chosen, so that the dialog shows the fitting file types. */
export type ChoiceKind = 'project' | 'table' | 'map';

/** How files come in and go out through the door that the page was opened by. */
export interface FileAccess {
  /** Asks for an existing file; null when the person changes their mind. */
  chooseToOpen(kind: ChoiceKind): Promise<ChosenFile | null>;
  /** Asks where to save; null when the person changes their mind. In a browser: a name in the projects folder. */
  chooseToSave(suggestedName: string, kind: ChoiceKind): Promise<ChosenFile | null>;
  /** A file dropped on the page. */
  fromDropped(file: File): Promise<ChosenFile>;
  /** Shows a finished output in its folder (desktop) or downloads it (browser). */
  present(output: { file: FileToken; fileName: string }): Promise<void>;
  /** True where `present` opens the folder. */
  readonly presentsInFolder: boolean;
}
