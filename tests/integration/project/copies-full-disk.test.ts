import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { makeCopy } from '#main/engine/project/backup/make-copy.ts';
import { RefusalError } from '#main/engine/refuse.ts';
import { newProject, refusalOf, temporaryFolder } from '../../fixtures/engine.ts';

const disk = temporaryFolder();
const hasDisk = mountSmallDisk(disk);
afterAll(() => {
  if (hasDisk) execFileSync('umount', [disk]);
  rmSync(disk, { recursive: true, force: true });
});

/** A real disk of four megabytes in memory; only root may make one. */
function mountSmallDisk(folder: string): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

async function filledProject() {
  const fixture = await newProject();
  for (let i = 0; i < 260; i++) await fixture.client.stakeholders.add({ name: `Body ${i}`, note: 'x'.repeat(20_000) });
  return fixture;
}

const drain = async (stream: AsyncIterator<unknown>) => {
  while (!(await stream.next()).done);
};

it.skipIf(!hasDisk)('a copy that would not fit is not begun: how much is needed and how much is free, in words', async () => {
  const { client, engine } = await filledProject();
  await client.copies.choose({ folder: engine.services.files.hand(disk) });
  const refusal = await refusalOf(client.copies.make().then(drain));
  expect(refusal).toMatchObject({ code: 'copies/no-space', params: { freeMegabytes: 5 } });
  expect(Number(refusal.params.neededMegabytes)).toBeGreaterThan(5);
  expect((await client.copies.state()).problem?.code).toBe('copies/no-space');
  expect(readdirSync(disk, { recursive: true }).filter((name) => String(name).includes('citysafety'))).toEqual([]);
});

it.skipIf(!hasDisk)('a disk that fills up while a copy is made: no half copy, the project whole, and the next one works', async () => {
  const { client, project, path } = await newProject();
  for (let i = 0; i < 60; i++) await client.stakeholders.add({ name: `Body ${i}`, note: 'x'.repeat(20_000) });
  const connection = new Database(path, { readonly: true });
  const order = { folder: join(disk, 'Copies'), title: 'City', reason: 'timer' as const, madeAt: new Date(2026, 10, 21) };
  let isFull = false;
  const fill = () => {
    if (isFull) return;
    isFull = true;
    // Somebody else takes the room that was there when the copy began.
    for (let i = 0; i < 400; i++) {
      try {
        writeFileSync(join(disk, `film-${i}`), Buffer.alloc(16_384));
      } catch {
        return;
      }
    }
  };
  const making = makeCopy({ path, connection, passphrase: null }, order, fill);
  const refusal = await making.then(
    () => null,
    (error: unknown) => (error instanceof RefusalError ? error.refusal : error),
  );
  expect(refusal).toMatchObject({ code: 'copies/disk-full', params: { path: order.folder } });
  expect(readdirSync(order.folder)).toEqual([]);
  expect(project().reader.prepare('PRAGMA integrity_check').pluck().get()).toBe('ok');
  await client.stakeholders.add({ name: 'Work goes on' });

  for (const name of readdirSync(disk)) if (name.startsWith('film')) rmSync(join(disk, name));
  const copy = await makeCopy({ path, connection, passphrase: null }, order);
  expect(readdirSync(order.folder)).toEqual([copy.name]);
  connection.close();
});
