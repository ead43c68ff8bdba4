import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type BrowserDoor, startBrowserDoor } from '#main/browser/browser-door.ts';
import { connectThroughDoor } from '../../fixtures/door-client.ts';
import { resourcesFolder } from '../../fixtures/engine.ts';

let folder: string;
let door: BrowserDoor;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'city-safety-closing-'));
  const pageFolder = join(folder, 'page');
  mkdirSync(pageFolder);
  writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><meta property="csp-nonce" nonce="CSP_NONCE"><title>page</title>');
  door = await startBrowserDoor({
    port: 0,
    pageFolder,
    folders: { settings: join(folder, 'settings'), projects: folder, temporary: join(folder, 'temporary'), resources: resourcesFolder },
  });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the door closes', () => {
  // The engine that does not end is killed after a minute.
  test('at once, however many large answers are under way', { timeout: 30_000 }, async () => {
    const { client } = await connectThroughDoor(door);
    const { file } = await client.files.fromPath({ path: join(folder, 'Grande.citysafety') });
    await client.project.create({ file, city: { name: 'Grande', country: 'MX', languages: ['es'] } });
    const answers = Array.from({ length: 400 }, () => client.indicators.catalogue({ language: 'en' }).catch(() => null));
    await Promise.race(answers);
    await door.close();
    expect(door.engineProcessId()).toBeUndefined();
  });
});
