import { type IpcMainInvokeEvent, ipcMain, shell, type WebContents } from 'electron';
import { z } from 'zod';
import { type BridgeAnswer, type BridgedFile, choiceKinds } from '#shared/contract/desktop-bridge.ts';
import { fileTokenSchema } from '#shared/domain/ids.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { RefusalError } from '../engine/refuse.ts';
import type { EngineFolders } from '../engine/services.ts';
import type { DesktopEngine } from './desktop-engine.ts';
import { askForFolder, askForSeveral, askWhatToOpen, askWhereToSave } from './file-dialogs.ts';
import { type MainChannel, type MainQuestions, wallChannels } from './ipc-channels.ts';
import type { OwnWindow } from './own-window.ts';
import type { WallWindow } from './wall-window.ts';
import { isPageOf } from './window-pages.ts';

interface QuestionSetup {
  readonly own: OwnWindow;
  readonly wall: WallWindow;
  readonly engine: DesktopEngine;
  readonly folders: EngineFolders;
  translate(): Translate;
  setLanguage(language: string): void;
}

const choiceKindSchema = z.enum(choiceKinds);
const nameSchema = z.string().min(1).max(255);
const pathSchema = z.string().min(1).max(4096);
const languageSchema = z.string().max(35);

/** Answers the preload. Every question is checked for its sender and its parameters; a refused sender gets an error, not silence. */
export function answerPageQuestions(setup: QuestionSetup): void {
  const { own, wall, engine, folders } = setup;
  const dialogSetup = () => ({ window: own.show(), t: setup.translate(), folders });
  const handed = async (path: string | null): Promise<BridgedFile | null> => (path ? engine.ask('hand', { path }) : null);

  answerWithAsker(setup, 'engine/connect', async (asker) => {
    const port = await engine.connect();
    if (!asker.isDestroyed()) asker.postMessage('engine/port', null, [port]);
    return undefined;
  });
  answer(setup, 'wall/show', async () => {
    wall.show(own.window);
    return undefined;
  });
  answer(setup, 'files/choose-open', (kind) => refusalsAsValues(async () => handed(await askWhatToOpen(dialogSetup(), choiceKindSchema.parse(kind)))));
  answer(setup, 'files/choose-several', (kind) =>
    refusalsAsValues(async () => {
      const paths = await askForSeveral(dialogSetup(), choiceKindSchema.parse(kind));
      return Promise.all(paths.map((path) => engine.ask('hand', { path })));
    }),
  );
  answer(setup, 'files/choose-folder', () => refusalsAsValues(async () => handed(await askForFolder(dialogSetup()))));
  answer(setup, 'files/choose-save', (suggestedName, kind) =>
    refusalsAsValues(async () => handed(await askWhereToSave(dialogSetup(), nameSchema.parse(suggestedName), choiceKindSchema.parse(kind)))),
  );
  answer(setup, 'files/hand-dropped', (path) => refusalsAsValues(() => engine.ask('hand', { path: pathSchema.parse(path) })));
  answer(setup, 'files/show', (file) =>
    refusalsAsValues(async () => {
      const { path } = await engine.ask('locate', { file: fileTokenSchema.parse(file) });
      shell.showItemInFolder(path);
      return null;
    }),
  );
  // The wall has neither menu nor commands.
  answerWithAsker(setup, 'page/ready', async (asker) => {
    if (asker === own.window?.webContents) own.pageIsReady();
    return undefined;
  });
  answerWithAsker(setup, 'page/language', async (asker, language) => {
    if (asker === own.window?.webContents) setup.setLanguage(languageSchema.parse(language));
    return undefined;
  });
}

function answer<Channel extends MainChannel>(
  setup: QuestionSetup,
  channel: Channel,
  handler: (...parameters: Parameters<MainQuestions[Channel]>) => Promise<ReturnType<MainQuestions[Channel]>>,
): void {
  answerWithAsker(setup, channel, (_asker, ...parameters) => handler(...parameters));
}

function answerWithAsker<Channel extends MainChannel>(
  { own, wall }: QuestionSetup,
  channel: Channel,
  handler: (asker: WebContents, ...parameters: Parameters<MainQuestions[Channel]>) => Promise<ReturnType<MainQuestions[Channel]>>,
): void {
  const mayWallAsk = (wallChannels as readonly MainChannel[]).includes(channel);
  ipcMain.handle(channel, (event: IpcMainInvokeEvent, ...parameters: unknown[]) => {
    if (!isPageOf(own.window, event) && !(mayWallAsk && isPageOf(wall.window, event)))
      throw new Error(`${channel} was refused: it was not asked by the application's own page.`);
    // Each handler checks what it was given before it uses it.
    return handler(event.sender, ...(parameters as Parameters<MainQuestions[Channel]>));
  });
}

async function refusalsAsValues<Value>(work: () => Promise<Value>): Promise<BridgeAnswer<Value>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}
