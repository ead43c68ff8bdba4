import { fileURLToPath } from 'node:url';
import { app, BrowserWindow, type IpcMainInvokeEvent, nativeTheme, screen } from 'electron';
import { developmentUrl, isOwnPage, pageUrl } from './app-protocol.ts';
import type { PageChannel, PageMessages } from './ipc-channels.ts';
import { placeWindow, readWindowState, smallestSize, writeWindowState } from './window-state.ts';

/** What the window shows before the page is drawn: the page's own paper and night (`tokens.css`), so that nothing flashes. */
const paper = '#f6f4ef';
const night = '#10181a';

/** The one window. Messages to its page wait until the page listens. */
export class OwnWindow {
  readonly #statePath: string;
  #window: BrowserWindow | undefined;
  #isPageReady = false;
  #waiting: (() => void)[] = [];

  constructor(options: { statePath: string }) {
    this.#statePath = options.statePath;
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
      backgroundColor: nativeTheme.shouldUseDarkColors ? night : paper,
      webPreferences: {
        preload: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        // Its dictionaries come from the network.
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    if (saved?.isMaximized) window.maximize();
    this.#window = window;
    window.on('close', () => this.#remember(window));
    window.on('closed', () => {
      this.#window = undefined;
      this.#isPageReady = false;
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

  /** Whether a message came from the page of this window, and not from a frame, another window or a page that got in there. */
  isSender(event: IpcMainInvokeEvent): boolean {
    const frame = event.senderFrame;
    return this.#window !== undefined && frame !== null && frame === this.#window.webContents.mainFrame && isOwnPage(frame.url, app.isPackaged);
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
