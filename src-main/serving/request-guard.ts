/** What of a request says where it comes from. */
export interface RequestOrigin {
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`, which pages cannot forge; absent in old browsers. */
  readonly fetchSite: string | undefined;
}

export function originOf(header: (name: string) => string | undefined): RequestOrigin {
  return { host: header('host'), origin: header('origin'), fetchSite: header('sec-fetch-site') };
}

/** Whether the request names one of the hosts (`name:port`) served here; any other name that leads here is a stranger's (DNS rebinding). */
function hasOwnHost(request: RequestOrigin, hosts: readonly string[]): boolean {
  return request.host !== undefined && hosts.includes(request.host.toLowerCase());
}

/**
 * Whether a request that changes something, or opens a line to the engine, was made by our own page. Browsers always name the origin of such
 * requests, so that one without it is refused too.
 */
export function comesFromOwnPage(request: RequestOrigin, hosts: readonly string[]): boolean {
  return hasOwnHost(request, hosts) && request.origin === `http://${request.host?.toLowerCase()}` && isSameSite(request);
}

/** Whether a request that only reads was made by our own page, or by the person (address bar, bookmark, download). */
export function mayRead(request: RequestOrigin, hosts: readonly string[]): boolean {
  return hasOwnHost(request, hosts) && (request.origin === undefined || comesFromOwnPage(request, hosts)) && isSameSite(request);
}

function isSameSite(request: RequestOrigin): boolean {
  return request.fetchSite === undefined || request.fetchSite === 'same-origin' || request.fetchSite === 'none';
}
