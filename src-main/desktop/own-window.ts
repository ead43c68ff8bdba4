import { app, BrowserWindow, screen } from 'electron';
import { developmentUrl, pageUrl } from './app-protocol.ts';
import type { PageChannel, PageMessages } from './ipc-channels.ts';
import { firstColour, pagePreferences } from './window-pages.ts';
import { placeWindow, readWindowState, smallestSize, writeWindowState } from './window-state.ts';

/** The one window. Messages to its page wait until the page listens. */
export class OwnWindow {
  readonly #statePath: string;
  readonly #onClosed: () => void;
  #window: BrowserWindow | undefined;
  #isPageReady = false;
  #waiting: (() => void)[] = [];

  constructor(options: { statePath: string; onClosed: () => void }) {
    this.#statePath = options.statePath;
    this.#onClosed = options.onClosed;
  }

  get window(): BrowserWindow | undefined {
    return this.#window;
  }

  /** Opens the window where it was left; brings it to the front where it is open. */
  show(): BrowserWindow {
    const open = this.#window;
    if (open) {
      if (open.isMinimized()) open.restore();
      open.focus();
      return open;
    }
    const saved = readWindowState(this.#statePath);
    const window = new BrowserWindow({
      ...placeWindow(
        saved,
        screen.getAllDisplays().map((display) => display.workArea),
      ),
      minWidth: smallestSize.width,
      minHeight: smallestSize.height,
      title: app.name,
      backgroundColor: firstColour(),
      webPreferences: pagePreferences(),
    });
    if (saved?.isMaximized) window.maximize();
    this.#window = window;
    window.on('close', () => this.#remember(window));
    window.on('closed', () => {
      this.#window = undefined;
      this.#isPageReady = false;
      this.#onClosed();
    });
    window.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) this.#isPageReady = false;
    });
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && reason !== 'killed') window.webContents.reload();
    });
    void window.loadURL(developmentUrl(app.isPackaged) ?? pageUrl);
    return window;
  }

  tell<Channel extends PageChannel>(channel: Channel, ...parameters: PageMessages[Channel]): void {
    this.#whenReady(() => this.#window?.webContents.send(channel, ...parameters));
  }

  pageIsReady(): void {
    this.#isPageReady = true;
    for (const send of this.#waiting.splice(0)) send();
  }

  #whenReady(send: () => void): void {
    if (this.#isPageReady) send();
    else this.#waiting.push(send);
  }

  #remember(window: BrowserWindow): void {
    try {
      writeWindowState(this.#statePath, { ...window.getNormalBounds(), isMaximized: window.isMaximized() });
    } catch (error) {
      // A place on the screen is not worth a message.
      console.error(error);
    }
  }
}
