/** What of a request says where it comes from. */
export interface RequestSource {
  readonly method: string;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  readonly referer: string | undefined;
  /** `Sec-Fetch-Site`, which pages cannot forge; absent in old browsers. */
  readonly fetchSite: string | undefined;
}

export type SourceVerdict = 'own' | 'foreign-host' | 'foreign-page' | 'bad-method';

/**
 * Whether a request was meant for us and, where it changes something, made by our own page. Browsers name the origin of such a request; those of
 * ten years ago that do not (Firefox before 70) name the page it came from. One that names neither is refused.
 */
export function checkSource(request: RequestSource, hosts: readonly string[]): SourceVerdict {
  const host = request.host?.toLowerCase();
  // Of the usual port a browser says nothing.
  if (host === undefined || !hosts.some((own) => own.toLowerCase() === host || own.toLowerCase() === `${host}:80`)) return 'foreign-host';
  if (request.method === 'GET' || request.method === 'HEAD') return 'own';
  if (request.method !== 'POST') return 'bad-method';
  if (request.fetchSite !== undefined && request.fetchSite !== 'same-origin') return 'foreign-page';
  const own = `http://${host}`;
  if (request.origin !== undefined) return request.origin.toLowerCase() === own ? 'own' : 'foreign-page';
  return request.referer?.toLowerCase().startsWith(`${own}/`) ? 'own' : 'foreign-page';
}
