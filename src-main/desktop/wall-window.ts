import { app, BrowserWindow, type Display, screen } from 'electron';
import { developmentUrl, pageUrl } from './app-protocol.ts';
import type { PageChannel, PageMessages } from './ipc-channels.ts';
import { firstColour, pagePreferences } from './window-pages.ts';

/** Beside the main window where there is no other screen: it can still be dragged to one. */
const windowSize = { width: 1280, height: 720 };

/** The window that the projector shows: full screen on the other screen where there is one. Its page gets the engine and nothing of this machine's files. */
export class WallWindow {
  #window: BrowserWindow | undefined;

  get window(): BrowserWindow | undefined {
    return this.#window;
  }

  /** `beside`: the window that stays with the facilitator. */
  show(beside: BrowserWindow | undefined): void {
    if (this.#window) {
      if (this.#window.isMinimized()) this.#window.restore();
      this.#window.focus();
      return;
    }
    const other = otherDisplay(beside);
    const window = new BrowserWindow({
      ...(other ? other.bounds : windowSize),
      title: app.name,
      backgroundColor: firstColour(),
      autoHideMenuBar: true,
      fullscreen: other !== undefined,
      webPreferences: pagePreferences(),
    });
    this.#window = window;
    window.on('closed', () => {
      this.#window = undefined;
    });
    window.webContents.on('before-input-event', (event, input) => {
      if (input.type !== 'keyDown' || input.isAutoRepeat) return;
      const isPlain = !input.control && !input.alt && !input.meta;
      if (isPlain && input.code === 'KeyF') {
        event.preventDefault();
        window.setFullScreen(!window.isFullScreen());
      } else if (input.key === 'Escape' && window.isFullScreen()) window.setFullScreen(false);
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && reason !== 'killed') window.webContents.reload();
    });
    void window.loadURL(`${developmentUrl(app.isPackaged) ?? pageUrl}#/wall`);
  }

  tell<Channel extends PageChannel>(channel: Channel, ...parameters: PageMessages[Channel]): void {
    this.#window?.webContents.send(channel, ...parameters);
  }

  close(): void {
    this.#window?.destroy();
  }
}

function otherDisplay(beside: BrowserWindow | undefined): Display | undefined {
  const here = beside ? screen.getDisplayMatching(beside.getBounds()) : screen.getPrimaryDisplay();
  return screen.getAllDisplays().find(({ id }) => id !== here.id);
}
