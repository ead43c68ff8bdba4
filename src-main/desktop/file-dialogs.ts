import { extname } from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { ChoiceKind } from '#shared/contract/desktop-bridge.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import type { EngineFolders } from '../engine/services.ts';
import { fileEndings, projectEnding } from './file-endings.ts';

interface DialogSetup {
  readonly window: BrowserWindow;
  readonly t: Translate;
  readonly folders: EngineFolders;
}

/** The system's own dialog; the chosen path, or null. */
export async function askWhatToOpen({ window, t }: DialogSetup, kind: ChoiceKind): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile'], filters: filtersOf(t, kind) });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The same for any number of files. */
export async function askForSeveral({ window, t }: DialogSetup, kind: ChoiceKind): Promise<string[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openFile', 'multiSelections'], filters: filtersOf(t, kind) });
  return canceled ? [] : filePaths;
}

function filtersOf(t: Translate, kind: ChoiceKind): FileFilter[] {
  const filters: FileFilter[] = [{ name: t(`desktop.files.${kind}`), extensions: [...fileEndings[kind]] }];
  if (kind !== 'project') filters.push({ name: t('desktop.files.all'), extensions: ['*'] });
  return filters;
}

/** An existing folder, or one made in the dialog. */
export async function askForFolder({ window, folders }: DialogSetup): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory', 'createDirectory'], defaultPath: folders.projects });
  return canceled ? null : (filePaths[0] ?? null);
}

/** The suggested name is a page's wish: only its last part counts, in the folder for projects. */
export async function askWhereToSave({ window, t, folders }: DialogSetup, suggestedName: string, kind: ChoiceKind): Promise<string | null> {
  const ending = extname(suggestedName).slice(1) || (fileEndings[kind][0] ?? '');
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    defaultPath: `${folders.projects}/${suggestedName.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')}`,
    filters: [{ name: ending === projectEnding ? t('desktop.files.project') : ending.toUpperCase(), extensions: [ending] }],
    properties: ['createDirectory', 'showOverwriteConfirmation'],
  });
  if (canceled || !filePath) return null;
  // Linux dialogs do not add the ending by themselves.
  return extname(filePath) || !ending ? filePath : `${filePath}.${ending}`;
}
