import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median, node, report, root } from './measure.ts';

const pageFolder = join(root, 'out/renderer');

/** From starting the process to the first whole answer in the browser's hands. */
export async function benchBrowserDoor(folder: string, runs: number): Promise<void> {
  if (!existsSync(join(pageFolder, 'index.html'))) {
    console.log('\nStart of the browser door: left out, the page is not built (npm run build).');
    return;
  }
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await startDoor(folder));
  report(`Browser door (median of ${runs})`, [{ what: 'start of the process to the first page', value: median(times) / 1000, unit: 's' }]);
}

async function startDoor(folder: string): Promise<number> {
  const started = performance.now();
  const child = spawn(node, [join(root, 'src-main/cli/main.ts'), 'serve', '--port', '0', '--no-open', '--json'], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, CITY_SAFETY_SETTINGS: join(folder, 'door-settings'), CITY_SAFETY_PROJECTS: join(folder, 'door-projects') },
  });
  const line = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').once('data', resolve);
    child.once('close', () => reject(new Error('The browser door did not open.')));
  });
  const { url, port } = JSON.parse(line) as { url: string; port: number };
  const letIn = await fetch(url, { redirect: 'manual' });
  const page = await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie: letIn.headers.get('set-cookie')?.split(';')[0] ?? '' } });
  if (page.status !== 200) throw new Error(`The browser door answered ${page.status}.`);
  await page.text();
  const ms = performance.now() - started;
  const ended = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGTERM');
  await ended;
  return ms;
}

/** What a browser or a window has to load, as it lies on the disk and as it would travel. */
export function benchPageSize(): void {
  if (!existsSync(pageFolder)) {
    console.log('\nSize of the page: left out, it is not built (npm run build).');
    return;
  }
  const files = readdirSync(pageFolder, { recursive: true, encoding: 'utf8' }).map((name) => join(pageFolder, name));
  const sum = (ending: RegExp, size: (path: string) => number) =>
    files.filter((path) => statSync(path).isFile() && ending.test(path)).reduce((total, path) => total + size(path), 0) / 1024;
  const packed = (path: string) => gzipSync(readFileSync(path)).length;
  const plain = (path: string) => statSync(path).size;
  const figures = [/\.js$/, /\.css$/, /\.woff2?$/].flatMap((ending) => {
    const name = ending.source.replace(/[\\$?]/g, '');
    return [
      { what: `${name}: on disk`, value: sum(ending, plain), unit: 'KB' },
      { what: `${name}: gzip`, value: sum(ending, packed), unit: 'KB' },
    ];
  });
  report('Built page (out/renderer)', [{ what: 'all files', value: sum(/./, plain), unit: 'KB' }, ...figures]);
}
