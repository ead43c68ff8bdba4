import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { AskedAside } from '#main/aside/ask-aside.ts';
import { asideEntry } from '#main/aside/start-aside.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aside-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A program that stands beside `starter.js`, and the address of that. */
function programOf(code: string): { name: string; from: string } {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'some-child.js'), code);
  return { name: 'some-child', from: pathToFileURL(join(folder, 'starter.js')).href };
}

async function allOf<Told>(asked: AskedAside<Told>): Promise<Told[]> {
  const told: Told[] = [];
  for await (const message of asked.tells()) told.push(message);
  return told;
}

describe('the code of a process of its own', () => {
  test('lies beside the source that starts it', () => {
    expect(asideEntry('copy-child', 'file:///somewhere/src/copy-process.ts').pathname).toMatch(/copy-child\.ts$/);
  });

  test('lies beside or above the chunk of a bundle', () => {
    writeFileSync(join(folder, 'some-child.js'), '');
    expect(asideEntry('some-child', pathToFileURL(join(folder, 'engine.js')).href).pathname).toBe(pathToFileURL(join(folder, 'some-child.js')).pathname);
    expect(asideEntry('some-child', pathToFileURL(join(folder, 'chunks', 'engine.js')).href).pathname).toBe(
      pathToFileURL(join(folder, 'some-child.js')).pathname,
    );
  });
});

describe('a question to a process of its own', () => {
  test('is answered by all that the process tells, in order', async () => {
    const program = programOf("process.on('message', (ask) => { for (const n of ask) process.send(n * 2); process.disconnect(); });");
    expect(await allOf(new AskedAside<number>(program, [1, 2, 3]))).toEqual([2, 4, 6]);
  });

  test('ends with what the process complained about when it dies', async () => {
    const asked = new AskedAside(programOf("process.on('message', () => { throw new Error('no room left'); });"), 'go');
    expect(await allOf(asked)).toEqual([]);
    expect(asked.complaint).toContain('no room left');
  });

  test('ends when it is stopped, and the process with it', async () => {
    const stop = new AbortController();
    const asked = new AskedAside<number>(programOf("process.on('message', () => process.send(process.pid)); setInterval(() => {}, 1000);"), 'go', stop.signal);
    const tells = asked.tells();
    const { value: pid } = await tells.next();
    stop.abort();
    expect((await tells.next()).done).toBe(true);
    await expect.poll(() => isAlive(Number(pid))).toBe(false);
  });

  test('kills the process when nobody listens any more', async () => {
    const asked = new AskedAside<number>(programOf("process.on('message', () => process.send(process.pid)); setInterval(() => {}, 1000);"), 'go');
    let pid = 0;
    for await (const told of asked.tells()) {
      pid = told;
      break;
    }
    await expect.poll(() => isAlive(pid)).toBe(false);
  });
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
