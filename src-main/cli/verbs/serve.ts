import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { builtPageFolder, startBrowserDoor } from '../../browser/browser-door.ts';
import { refuse } from '../../engine/refuse.ts';
import type { CliContext, VerbAnswer } from '../cli-context.ts';

/** Serves the application until the process is told to end. The address is printed as soon as it is known. */
export async function serveProject(
  context: CliContext,
  file: string | undefined,
  options: { port?: string; open: boolean },
  print: (answer: VerbAnswer) => void,
): Promise<void> {
  const port = options.port === undefined ? undefined : Number(options.port);
  if (port !== undefined && !(Number.isInteger(port) && port >= 0 && port < 65_536)) {
    refuse('cli/bad-option', { option: '--port', value: options.port ?? '', allowed: '0 … 65535' });
  }
  const pageFolder = builtPageFolder();
  if (!existsSync(join(pageFolder, 'index.html'))) refuse('cli/no-built-page', { path: pageFolder });
  const door = await startBrowserDoor({
    open: options.open && !context.isJson,
    folders: context.world.folders,
    ...(file === undefined ? {} : { projectFile: context.path(file) }),
    ...(port === undefined ? {} : { port }),
  });
  print({ value: { url: door.url, port: door.port }, text: context.t('cli.serve.at', { url: door.url }) });
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await door.close();
}
