import { spawn } from 'node:child_process';

/** Asks the desktop to show an address; says nothing when there is no desktop: the address is printed anyway. */
export function openInBrowser(url: string): void {
  const [command, ...parameters] = commandFor(url);
  if (!command) return;
  const child = spawn(command, parameters, { stdio: 'ignore', detached: true });
  child.once('error', () => {});
  child.unref();
}

function commandFor(url: string): string[] {
  if (process.platform === 'darwin') return ['open', url];
  if (process.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return hasDisplay() ? ['xdg-open', url] : [];
}

/** Whether windows can be shown here at all. */
export function hasDisplay(environment: NodeJS.ProcessEnv = process.env): boolean {
  return process.platform !== 'linux' || Boolean(environment.DISPLAY || environment.WAYLAND_DISPLAY);
}
