import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { startBrowserDoor } from '#main/browser/browser-door.ts';
import { createEngine } from '#main/engine/engine.ts';
import { cityFiles } from './city-files.ts';
import { prepareProject } from './import-bench.ts';
import { median, quantile, report, root } from './measure.ts';

const pageFolder = process.env.PAGE_FOLDER ?? join(root, 'out/renderer');
const chromiumPath = [process.env.CHROMIUM, '/usr/bin/chromium'].find((path) => path && existsSync(path));
const frameSize = { width: 1366, height: 768 };

interface Panning {
  /** Milliseconds from each frame to the next. */
  readonly intervals: readonly number[];
  /** Milliseconds a frame that the page's main thread was at work. */
  readonly mainThread: number;
}

/**
 * Frames while the map of a real city's neighbourhoods is dragged about, in a real Chromium, against an empty MapLibre map of the same size:
 * without a graphics card the drawing itself is computed, so that only the ratio tells about the map. Also how long a honeycomb takes.
 */
export async function benchMaps(folder: string, options: { isSmoke: boolean }): Promise<void> {
  if (!existsSync(join(pageFolder, 'index.html')) || !chromiumPath) {
    console.log('\nMaps: left out, the page is not built (npm run build) or there is no Chromium.');
    return;
  }
  const files = await cityFiles(folder, options);
  const project = await prepareProject(files, folder);
  const folders = { settings: join(folder, 'map-settings'), projects: folder, temporary: join(folder, 'map-temporary'), resources: join(root, 'resources') };
  await benchHoneycomb(project, folders);
  const door = await startBrowserDoor({ projectFile: project, pageFolder, port: 0, folders });
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...(isRoot ? ['--no-sandbox'] : []), '--use-angle=swiftshader', '--enable-unsafe-swiftshader'],
  });
  try {
    const map = await openCityMap(browser, door.url);
    const box = await map.page.locator('canvas.maplibregl-canvas').first().boundingBox();
    const empty = await openEmptyMap(browser, { width: Math.round(box?.width ?? 800), height: Math.round(box?.height ?? 400) });
    const rounds = options.isSmoke ? 1 : 5;
    const [own, reference]: [Panning[], Panning[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      own.push(await pan(map.page));
      reference.push(await pan(empty.page));
    }
    tell(
      `Panning ${map.areas.toLocaleString('en')} areas (${Math.round(box?.width ?? 0)} × ${Math.round(box?.height ?? 0)} px, ${rounds} × 120 frames, no graphics card)`,
      own,
      reference,
    );
    empty.close();
  } finally {
    await browser.close();
    await door.close();
  }
}

function tell(title: string, own: readonly Panning[], reference: readonly Panning[]): void {
  const intervals = (runs: readonly Panning[]) => runs.flatMap((run) => run.intervals);
  const main = (runs: readonly Panning[]) => median(runs.map((run) => run.mainThread));
  const ownFrame = median(intervals(own));
  report(title, [
    { what: 'frames per second', value: 1000 / ownFrame, unit: 'fps' },
    { what: 'frame, median', value: ownFrame, unit: 'ms', aim: 16.8 },
    { what: 'frame, p95', value: quantile(intervals(own), 0.95), unit: 'ms' },
    { what: 'main thread a frame', value: main(own), unit: 'ms', aim: 8 },
    { what: 'empty MapLibre map: frames per second', value: 1000 / median(intervals(reference)), unit: 'fps' },
    { what: 'empty MapLibre map: frame, p95', value: quantile(intervals(reference), 0.95), unit: 'ms' },
    { what: 'empty MapLibre map: main thread a frame', value: main(reference), unit: 'ms' },
    { what: 'ratio of the medians', value: ownFrame / median(intervals(reference)), unit: '×' },
  ]);
}

async function openCityMap(browser: Browser, url: string): Promise<{ page: Page; areas: number }> {
  const page = await browser.newPage({ viewport: frameSize, locale: 'en-GB' });
  await page.goto(url);
  await page.locator('main').first().waitFor();
  await page.evaluate(() => {
    window.location.hash = '/city/areas';
  });
  await page.getByText('Neighbourhoods', { exact: true }).first().click();
  await page.locator('[data-ready] canvas.maplibregl-canvas').first().waitFor({ timeout: 60_000 });
  const areas = Number((await page.getByText('Areas', { exact: true }).first().locator('..').textContent())?.replaceAll(/\D/g, '') ?? 0);
  await page.waitForTimeout(3000);
  // Closer than the whole city, so that tiles come and go as in use.
  for (let step = 0; step < 2; step += 1) await page.getByRole('button', { name: 'Zoom in' }).first().click();
  await page.waitForTimeout(2500);
  return { page, areas };
}

async function openEmptyMap(browser: Browser, size: { width: number; height: number }): Promise<{ page: Page; close: () => void }> {
  const html = `<!doctype html><link rel="stylesheet" href="/maplibre-gl.css"><div id="map" style="width:${size.width}px;height:${size.height}px"></div>
    <script type="module">import { Map, setWorkerUrl } from '/maplibre-gl.mjs'; setWorkerUrl('/maplibre-gl-worker.mjs');
    new Map({ container: 'map', style: { version: 8, sources: {}, layers: [] }, center: [0, 0], zoom: 10, attributionControl: false });</script>`;
  const server = createServer((request, response) => {
    const name = basename(request.url ?? '/');
    const path = join(root, 'node_modules/maplibre-gl/dist', name);
    if (name === '' || !existsSync(path)) return response.setHeader('Content-Type', 'text/html').end(html);
    return response.setHeader('Content-Type', name.endsWith('.css') ? 'text/css' : 'text/javascript').end(readFileSync(path));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const page = await browser.newPage({ viewport: frameSize });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  await page.locator('canvas.maplibregl-canvas').waitFor();
  await page.waitForTimeout(1500);
  return { page, close: () => server.close() };
}

/** Drags the map round in a circle, one step a frame, and counts. */
async function pan(page: Page): Promise<Panning> {
  await page.bringToFront();
  await page.waitForTimeout(400);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const taskSeconds = async () => (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  const before = await taskSeconds();
  const intervals = await page.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const canvas = document.querySelector('canvas.maplibregl-canvas') as HTMLCanvasElement;
        const box = canvas.getBoundingClientRect();
        const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        const send = (type: string, target: EventTarget, x: number, y: number) =>
          target.dispatchEvent(
            new MouseEvent(type, { bubbles: true, cancelable: true, clientX: x, clientY: y, button: 0, buttons: type === 'mouseup' ? 0 : 1 }),
          );
        const times: number[] = [];
        send('mousedown', canvas, middle.x, middle.y);
        const step = (now: number) => {
          times.push(now);
          const angle = (times.length / 120) * Math.PI * 2;
          send('mousemove', document, middle.x + Math.sin(angle) * 160, middle.y + (1 - Math.cos(angle)) * 90);
          if (times.length <= 120) requestAnimationFrame(step);
          else {
            send('mouseup', document, middle.x, middle.y);
            resolve(times.slice(1).map((time, place) => time - (times[place] ?? time)));
          }
        };
        requestAnimationFrame(step);
      }),
  );
  const mainThread = ((await taskSeconds()) - before) * (1000 / intervals.length);
  await session.detach();
  return { intervals, mainThread };
}

/** Cutting a honeycomb from the city's areas, the first time and once it is known. */
async function benchHoneycomb(project: string, folders: Parameters<typeof createEngine>[0]['folders']): Promise<void> {
  const engine = createEngine({ folders });
  const client = engine.client({ kind: 'cli', mayNamePaths: true });
  const { file } = await client.files.fromPath({ path: project });
  await client.project.open({ file });
  const layer = (await client.areas.layers()).find(({ name }) => name === 'Neighbourhoods');
  const time = async (cellMetres: number) => {
    const started = performance.now();
    const { cells } = await client.maps.hexagons({ filters: [{}], cellMetres, ...(layer ? { layerId: layer.id } : {}) });
    return { ms: performance.now() - started, cells: cells.length };
  };
  const first = await time(500);
  const again = await time(500);
  report('Hexagons of 500 m over the neighbourhoods', [
    { what: 'cells', value: first.cells, unit: '' },
    { what: 'first time', value: first.ms, unit: 'ms' },
    { what: 'again', value: again.ms, unit: 'ms' },
  ]);
  engine.close();
}
