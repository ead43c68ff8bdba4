import { fileURLToPath } from 'node:url';
import { app, type BrowserWindow, type IpcMainInvokeEvent, nativeTheme, type WebPreferences } from 'electron';
import { isOwnPage } from './app-protocol.ts';

/** What every window's page may do: nothing but what the preload hands it. */
export function pagePreferences(): WebPreferences {
  return {
    preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    // Its dictionaries come from the network.
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

/** What a window shows before its page is drawn: the page's own paper and night (`tokens.css`), so that nothing flashes. */
export function firstColour(): string {
  return nativeTheme.shouldUseDarkColors ? '#10181a' : '#f6f4ef';
}

/** Whether a message came from the page of this window, and not from a frame, another window or a page that got in there. */
export function isPageOf(window: BrowserWindow | undefined, event: IpcMainInvokeEvent): boolean {
  const frame = event.senderFrame;
  return window !== undefined && frame !== null && frame === window.webContents.mainFrame && isOwnPage(frame.url, app.isPackaged);
}
