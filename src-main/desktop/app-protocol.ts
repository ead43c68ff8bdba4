import { protocol } from 'electron';
import { createPageFiles } from '../pages/page-files.ts';
import { pageFolder } from './page-folder.ts';

const scheme = 'app';
const host = 'studio';

/** The address of the one page, and the origin that only it has. */
export const pageOrigin = `${scheme}://${host}`;
export const pageUrl = `${pageOrigin}/`;

/** `electron-vite dev` serves the page itself; never in a packaged application. */
export const developmentUrl = (isPackaged: boolean) => (isPackaged ? undefined : process.env.ELECTRON_RENDERER_URL);

/** Before the application is ready: a scheme of its own gives the page an origin, so that policies and storage work as on the web. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }]);
}

/** After it is ready: answers the page's requests for its own files, and nothing else. */
export function serveAppProtocol(): void {
  const answerFile = createPageFiles({ folder: pageFolder });
  protocol.handle(scheme, async (request) => {
    const url = new URL(request.url);
    if (url.host !== host || (request.method !== 'GET' && request.method !== 'HEAD')) return new Response('Refused', { status: 403 });
    const answer = await answerFile(url.pathname);
    return new Response(answer.body, { status: answer.status, headers: { ...answer.headers } });
  });
}

/** Whether an address is our own page: by its parsed origin, never by how it begins. */
export function isOwnPage(address: string, isPackaged: boolean): boolean {
  const own = developmentUrl(isPackaged);
  try {
    const url = new URL(address);
    // Node gives addresses of unregistered schemes no origin.
    if (url.protocol === `${scheme}:` && url.host === host) return true;
    return own !== undefined && url.origin === new URL(own).origin;
  } catch {
    return false;
  }
}
