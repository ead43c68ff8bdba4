/** What of a request says where it comes from. */
export interface RequestOrigin {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which pages cannot forge; absent in old browsers. */
  readonly fetchSite: string | undefined;
}

/** Names a browser on this machine may have typed; any other name that leads here is a stranger's (DNS rebinding). */
export function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

export function hasOwnHost(request: RequestOrigin, port: number): boolean {
  return request.host !== undefined && ownHosts(port).includes(request.host.toLowerCase());
}

/**
 * Whether a request that changes something, or opens a line to the engine, was made by our own page. Browsers always name the origin of such
 * requests, so that one without it is refused too.
 */
export function comesFromOwnPage(request: RequestOrigin, port: number): boolean {
  return hasOwnHost(request, port) && request.origin === `http://${request.host?.toLowerCase()}` && isSameSite(request);
}

/** Whether a request that only reads was made by our own page, or by the person (address bar, bookmark, download). */
export function mayRead(request: RequestOrigin, port: number): boolean {
  return hasOwnHost(request, port) && (request.origin === undefined || comesFromOwnPage(request, port)) && isSameSite(request);
}

function isSameSite(request: RequestOrigin): boolean {
  return request.fetchSite === undefined || request.fetchSite === 'same-origin' || request.fetchSite === 'none';
}
