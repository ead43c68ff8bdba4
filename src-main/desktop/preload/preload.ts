/** The bridge between the window's page and the main process: a few named questions, no Electron object, no path. */
import { contextBridge, type IpcRendererEvent, ipcRenderer, webUtils } from 'electron';
import type { BridgeAnswer, BridgedFile, DesktopBridge } from '#shared/contract/desktop-bridge.ts';
import { desktopBridgeName, enginePortMessage } from '#shared/contract/desktop-bridge.ts';
import type { MainChannel, MainQuestions, PageChannel, PageMessages } from '../ipc-channels.ts';

function ask<Channel extends MainChannel>(channel: Channel, ...parameters: Parameters<MainQuestions[Channel]>): Promise<ReturnType<MainQuestions[Channel]>> {
  return ipcRenderer.invoke(channel, ...parameters) as Promise<ReturnType<MainQuestions[Channel]>>;
}

function listen<Channel extends PageChannel>(channel: Channel, listener: (event: IpcRendererEvent, ...parameters: PageMessages[Channel]) => void): void {
  ipcRenderer.on(channel, listener as (event: IpcRendererEvent, ...parameters: unknown[]) => void);
}

let isReady = false;
/** The first listener opens what the main process kept until then; both listeners are set in one turn of the page. */
function tellReady(): void {
  if (isReady) return;
  isReady = true;
  queueMicrotask(() => void ask('page/ready'));
}

const notAFile: BridgeAnswer<BridgedFile> = { ok: false, refusal: { code: 'file/not-readable', params: { path: '', fileName: '' } } };

const bridge: DesktopBridge = {
  connect: async () => {
    await ask('engine/connect');
  },
  showWall: async () => {
    await ask('wall/show');
  },
  onEngineStopped: (listener) => listen('engine/stopped', () => listener()),
  chooseToOpen: (kind) => ask('files/choose-open', kind),
  chooseSeveral: (kind) => ask('files/choose-several', kind),
  chooseFolder: () => ask('files/choose-folder'),
  chooseToSave: (suggestedName, kind) => ask('files/choose-save', suggestedName, kind),
  handDropped: async (file) => {
    const path = file instanceof File ? webUtils.getPathForFile(file) : '';
    return path ? ask('files/hand-dropped', path) : notAFile;
  },
  showInFolder: (file) => ask('files/show', file),
  onCommand: (listener) => {
    listen('page/command', (_event, command) => listener(command));
    tellReady();
  },
  onOpenRequest: (listener) => {
    listen('page/open-request', (_event, chosen) => listener(chosen));
    tellReady();
  },
};

contextBridge.exposeInMainWorld(desktopBridgeName, bridge);

// A port cannot cross the bridge; it can be posted to the page of this very window.
listen('engine/port', (event) => window.postMessage(enginePortMessage, window.location.origin, [...event.ports]));

window.addEventListener('DOMContentLoaded', () => {
  const tellLanguage = () => void ask('page/language', document.documentElement.lang);
  new MutationObserver(tellLanguage).observe(document.documentElement, { attributeFilter: ['lang'] });
  tellLanguage();
});
