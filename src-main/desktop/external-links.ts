/** Places outside that the application itself links to. Any other address is refused: texts in a project come from many hands. */
const allowedHosts: ReadonlySet<string> = new Set([
  'creativecommons.org',
  'data.worldbank.org',
  'opendatacommons.org',
  'unhabitat.org',
  'www.unodc.org',
  'www.who.int',
]);

/** The address to hand to the person's browser, or null. Decided on the parsed address, never on its text. */
export function allowedExternalLink(address: string): URL | null {
  try {
    const url = new URL(address);
    const isPlain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
    return isPlain && allowedHosts.has(url.hostname) ? url : null;
  } catch {
    return null;
  }
}
