import { connectBrowser } from './connect-browser.ts';
import { connectDesktop, findDesktopBridge } from './connect-desktop.ts';
import type { Connection } from './connection.ts';

/** Finds the engine through the door this page was opened by. Rejects when it cannot be reached at all. */
export function connectEngine(): Promise<Connection> {
  const bridge = findDesktopBridge();
  return bridge ? connectDesktop(bridge) : connectBrowser();
}
