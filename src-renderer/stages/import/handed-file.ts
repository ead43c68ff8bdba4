import type { ChosenFile } from '../../app/engine-client/file-access.ts';

let handed: Promise<ChosenFile | null> | null = null;
let edition: string | null = null;

/** A file dropped on another screen, on its way to the workbench. */
export function handFile(file: Promise<ChosenFile | null>): void {
  handed = file;
}

/** Takes what was handed over, once. */
export function takeHandedFile(): Promise<ChosenFile | null> | null {
  const file = handed;
  handed = null;
  return file;
}

/** The dataset whose place the next file is to take. */
export function handEdition(datasetId: string): void {
  edition = datasetId;
}

/** Takes what was handed over, once. */
export function takeHandedEdition(): string | null {
  const id = edition;
  edition = null;
  return id;
}
