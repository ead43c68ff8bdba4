import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import type { OutputKind, OutputResult, Progress } from '#shared/domain/outputs.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';

/** Reads a stream of progress to its end. */
async function finish<Result>(stream: AsyncIterator<Progress, Result>): Promise<{ steps: string[]; result: Result }> {
  const steps: string[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done) return { steps, result: next.value };
    steps.push(next.value.step);
  }
}

async function make(
  fixture: EngineFixture,
  kind: OutputKind,
  options: { language?: string; file?: string } = {},
): Promise<{ steps: string[]; result: OutputResult }> {
  return finish(await fixture.client.outputs.make({ kind, ...options }));
}

async function cityWithAPlan(): Promise<EngineFixture> {
  const fixture = await newProject({ city: { name: 'Puerto Sereno', currency: 'MXN' } });
  const { client } = fixture;
  const owner = await client.stakeholders.add({ name: '=HYPERLINK("x")', sector: 'police' });
  const finding = await client.findings.add({ sentence: 'Too dark at night.' });
  const objective = await client.policy.addObjective({ title: 'Light by 2029.', findingIds: [finding.id] });
  await client.policy.addMeasure({
    objectiveId: objective.id,
    title: 'Lamps',
    ownerId: owner.id,
    capitalCost: 1000,
    startYear: 2027,
    endYear: 2028,
    fundingOwn: 400,
  });
  return fixture;
}

describe('making an output', () => {
  it('puts it in a folder beside the project, under a name that says city, kind, day and language', async () => {
    const fixture = await cityWithAPlan();
    const { steps, result } = await make(fixture, 'policy');
    expect(steps).toEqual(['outputs.gathering', 'outputs.drawing', 'outputs.typesetting', 'outputs.writing']);
    expect(result.path).toBe(join(fixture.folder, 'city outputs', result.fileName));
    expect(result.fileName).toMatch(/^Puerto Sereno – Safety policy – \d{4}-\d\d-\d\d \(en\)\.pdf$/);
    const bytes = readFileSync(result.path);
    expect(result).toMatchObject({ byteCount: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(result.pageCount).toBeGreaterThan(3);
    const folder = await fixture.client.outputs.folder();
    expect(folder.files).toMatchObject([{ fileName: result.fileName, byteCount: result.byteCount }]);
  });

  it('gives the same bytes again, although making it is recorded as a change', async () => {
    const fixture = await cityWithAPlan();
    for (const kind of ['workbook', 'profile'] as const) {
      const [first, second] = [await make(fixture, kind), await make(fixture, kind)];
      expect(second.result.sha256).toBe(first.result.sha256);
      expect(second.result.path).toBe(first.result.path);
    }
    const [change] = await fixture.client.project.changes({ limit: 1 });
    expect(change).toMatchObject({ name: 'outputs.make', params: { kind: 'profile', language: 'en' } });
  });

  it('goes to the file chosen in a dialog, in the language chosen', async () => {
    const fixture = await cityWithAPlan();
    const path = join(fixture.folder, 'plan.xlsx');
    const { result } = await make(fixture, 'workbook', { language: 'ar', file: fixture.engine.services.files.hand(path) });
    expect(result).toMatchObject({ path, fileName: 'plan.xlsx', pageCount: null, isAccessiblePdf: null });
    expect(existsSync(path)).toBe(true);
  });

  it('stops when its reader goes away, and leaves nothing behind', async () => {
    const fixture = await cityWithAPlan();
    const stream = await fixture.client.outputs.make({ kind: 'profile' });
    expect((await stream.next()).value).toMatchObject({ step: 'outputs.gathering' });
    expect((await stream.next()).value).toMatchObject({ step: 'outputs.drawing' });
    await stream.return?.(undefined);
    expect(readdirSync(join(fixture.folder, 'city outputs'))).toEqual([]);
    expect((await fixture.client.project.changes({ limit: 1 }))[0]?.name).not.toBe('outputs.make');
  });

  it('stops on its signal', async () => {
    const fixture = await cityWithAPlan();
    const controller = new AbortController();
    const stream = await fixture.client.outputs.make({ kind: 'profile' }, { signal: controller.signal });
    await stream.next();
    await stream.next();
    controller.abort();
    await expect(finish(stream)).rejects.toThrow();
    expect(readdirSync(join(fixture.folder, 'city outputs'))).toEqual([]);
  });

  it('is refused where nothing can be written, before any work', async () => {
    const fixture = await cityWithAPlan();
    writeFileSync(join(fixture.folder, 'city outputs'), 'a file where the folder should be');
    const refusal = await refusalOf(make(fixture, 'workbook'));
    expect(refusal).toMatchObject({ code: 'output/folder-not-writable', params: { path: join(fixture.folder, 'city outputs') } });
  });

  it('is refused where the name is taken by something that cannot be replaced, and cleans up', async () => {
    const fixture = await cityWithAPlan();
    const path = join(fixture.folder, 'plan.xlsx');
    mkdirSync(join(path, 'inside'), { recursive: true });
    const refusal = await refusalOf(make(fixture, 'workbook', { file: fixture.engine.services.files.hand(path) }));
    expect(refusal.code).toBe('output/file-in-use');
    expect(readdirSync(fixture.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('needs an open project', async () => {
    const fixture = await newProject();
    await fixture.client.project.close();
    await expect(fixture.client.outputs.folder()).rejects.toThrow(ORPCError);
  });
});

describe('a preview', () => {
  it('draws the pages and writes no file', async () => {
    const fixture = await cityWithAPlan();
    const { result } = await finish(await fixture.client.outputs.preview({ kind: 'policy', language: 'es' }));
    expect(result.pages.length).toBeGreaterThan(3);
    expect(result.pages[0]).toMatch(/^<svg /);
    expect(result.pageCount).toBe(result.pages.length);
    expect(existsSync(join(fixture.folder, 'city outputs'))).toBe(false);
  });
});
