export const systems = ['windows', 'macos', 'linux'] as const;
export type System = (typeof systems)[number];

/** The system whose advice stands first: that of the machine this page is looked at on. */
export function systemOf(platform: string): System {
  if (/^win/i.test(platform)) return 'windows';
  return /^mac/i.test(platform) ? 'macos' : 'linux';
}
