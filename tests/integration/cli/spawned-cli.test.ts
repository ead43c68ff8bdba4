import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cli, cliJson } from './spawn-cli.ts';

let folder: string;
let project: string;
const csv = [
  'date,hour,offence,area',
  '2024-01-01,10:00,Theft,Harbour',
  '2024-01-06,23:30,Assault,HARBOUR',
  '2024-02-30,08:00,Theft,Hill',
  '2024-03-02,,Theft,Hill',
  '2025-03-02,01:00,Assault,Nowhere',
].join('\n');

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'city-safety-cli-'));
  project = join(folder, 'city.citysafety');
  writeFileSync(join(folder, 'areas.csv'), 'name,population\nHarbour,1000\nHill,3000\n');
  writeFileSync(join(folder, 'incidents.csv'), csv);
  await cliJson(['new', project, '--city', 'Testville', '--country', 'ZA']);
  await cliJson(['import', project, 'areas', join(folder, 'areas.csv'), '--layer', 'Wards']);
  await cliJson(['import', project, 'population', join(folder, 'areas.csv')]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('one city through the command line', () => {
  it('imports and lists every problem with its row', async () => {
    const result = await cliJson(['import', project, 'incidents', join(folder, 'incidents.csv'), '--source', 'Police', '--licence', 'CC0']);
    expect(result).toMatchObject({ rows: 5, imported: 4, recipe: { kind: 'incidents', columns: { date: 'date', area: 'area', offence: 'offence' } } });
    const { problems, dataset } = result as { problems: { code: string; row: number; column: string; message: string }[]; dataset: string };
    expect(dataset).toMatch(/^[0-9a-f-]{36}$/);
    expect(problems).toContainEqual(expect.objectContaining({ code: 'impossible-date', row: 4, column: 'date' }));
    for (const problem of problems) expect(problem.message).not.toBe('');
  });

  it('refuses the same file unless told otherwise', async () => {
    const refused = await cli(['import', project, 'incidents', join(folder, 'incidents.csv'), '--json']);
    expect(refused.exitCode).toBe(1);
    expect(JSON.parse(refused.out).error.code).toBe('import/same-file');
  });

  it('counts by keys with the figures that the issue names', async () => {
    const rows = await cliJson(['query', project, 'incidents', '--by', 'area,year']);
    const harbour = (rows as Record<string, unknown>[]).find((row) => row.area === 'Harbour');
    expect(harbour).toMatchObject({ area: 'Harbour', year: 2024, count: 2 });
    expect(Object.keys(harbour ?? {})).toEqual(['area', 'areaId', 'year', 'count', 'population', 'rate', 'low', 'high']);
  });

  it('narrows the count', async () => {
    expect(await cliJson(['query', project, 'incidents', '--where', 'area=harbour,offence=theft'])).toMatchObject([{ count: 1 }]);
    expect(await cliJson(['query', project, 'incidents', '--by', 'offence', '--where', 'year=2025'])).toMatchObject([{ offence: 'Assault', count: 1 }]);
    const unknown = await cli(['query', project, 'incidents', '--where', 'area=Atlantis', '--json']);
    expect(unknown.exitCode).toBe(2);
    expect(JSON.parse(unknown.out).error.message).toContain('Harbour');
  });

  it('says what the project holds, for a program and for a person', async () => {
    expect(await cliJson(['show', project])).toMatchObject({ city: { name: 'Testville' }, layers: [{ name: 'Wards', areaCount: 2 }], incidents: { count: 4 } });
    const { out } = await cli(['show', project, '--language', 'es']);
    expect(out).toContain('Testville');
    expect(out).toContain('incidentes');
  });

  it('checks the file, the data and the policy', async () => {
    const answer = await cliJson(['check', project]);
    expect(answer).toMatchObject({ isWhole: true });
    expect((answer as { policy: { code: string }[] }).policy.map((check) => check.code)).toContain('no-vision');
    expect((answer as { data: { code: string }[] }).data.map((problem) => problem.code)).toContain('impossible-date');
  });

  it('writes nothing beside the project file', () => {
    expect(readdirSync(folder).sort()).toEqual(['areas.csv', 'city.citysafety', 'incidents.csv']);
  });

  it('takes back the recipe that an import printed', async () => {
    const again = join(folder, 'again.citysafety');
    await cliJson(['new', again, '--city', 'Testville']);
    await cliJson(['import', again, 'areas', join(folder, 'areas.csv')]);
    const first = (await cliJson(['import', again, 'incidents', join(folder, 'incidents.csv')])) as { recipe: unknown; imported: number };
    const mapping = join(folder, 'mapping.json');
    writeFileSync(mapping, JSON.stringify(first.recipe));
    const second = await cliJson(['import', again, 'incidents', join(folder, 'incidents.csv'), '--again', '--mapping', mapping]);
    expect(second).toMatchObject({ imported: first.imported, recipe: first.recipe });
    for (const path of [again, mapping]) rmSync(path);
  });
});

describe('--json', () => {
  it.each([
    [['--help'], 0],
    [['nwe'], 2],
    [['show', '/nowhere/city.citysafety'], 1],
    [['import', '/nowhere/city.citysafety', 'areas', 'x.csv'], 1],
  ])('%j prints one JSON value and nothing else', async (argv, code) => {
    const { exitCode, out, err } = await cli([...argv, '--json']);
    expect(exitCode).toBe(code);
    expect(err).toBe('');
    expect(() => JSON.parse(out)).not.toThrow();
    expect(out.trimEnd().split('\n')).toHaveLength(1);
  });

  it('keeps quiet about progress and warnings on the output', async () => {
    const { out, err } = await cli(['show', project, '--json']);
    expect(err).toBe('');
    expect(JSON.parse(out).path).toBe(project);
  });
});

describe('bad input', () => {
  const refusal = async (argv: string[]) => {
    const { exitCode, out } = await cli([...argv, '--json']);
    expect(exitCode).toBe(1);
    return JSON.parse(out).error as { code: string; params: Record<string, unknown>; message: string };
  };

  it('refuses a file that is no project, and leaves it as it was', async () => {
    const path = join(folder, 'notes.citysafety');
    writeFileSync(path, 'not a project at all, but long enough to look like a file of some kind'.repeat(20));
    const before = readFileSync(path);
    expect(await refusal(['show', path])).toMatchObject({ code: 'project/foreign', params: { path } });
    expect(readFileSync(path)).toEqual(before);
    rmSync(path);
  });

  it('refuses a project that was cut off', async () => {
    const path = join(folder, 'half.citysafety');
    const whole = readFileSync(project);
    writeFileSync(path, whole.subarray(0, Math.floor(whole.length / 2)));
    expect((await refusal(['check', path])).code).toBe('project/damaged');
    rmSync(path);
  });

  it('refuses an input that is not there, empty, or only a header, and writes nothing', async () => {
    const revision = ((await cliJson(['show', project])) as { revision: number }).revision;
    expect((await refusal(['import', project, 'incidents', join(folder, 'missing.csv')])).code).toBe('file/not-found');
    for (const [name, text, code] of [
      ['empty.csv', '', 'file/empty'],
      ['header.csv', 'date,offence,area\n', 'file/only-header'],
    ] as const) {
      writeFileSync(join(folder, name), text);
      expect((await refusal(['import', project, 'incidents', join(folder, name)])).code).toBe(code);
      rmSync(join(folder, name));
    }
    expect(await cliJson(['show', project])).toMatchObject({ revision });
  });

  it.skipIf(process.getuid?.() === 0)('refuses a folder that cannot be written to', async () => {
    chmodSync(folder, 0o500);
    try {
      expect((await refusal(['new', join(folder, 'new.citysafety'), '--city', 'C'])).code).toBe('project/folder-not-writable');
    } finally {
      chmodSync(folder, 0o700);
    }
  });
});

describe('paths', () => {
  it('are meant from where the person stands, also through npm', async () => {
    const { exitCode, out } = await cli(['show', 'city.citysafety', '--json'], { environment: { npm_lifecycle_event: 'city-safety', INIT_CWD: folder } });
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).path).toBe(project);
  });
});

const page = fileURLToPath(new URL('../../../out/renderer/index.html', import.meta.url));
describe('serve', () => {
  it.skipIf(!existsSync(page))('prints its address, lets a browser in, and ends when told', async () => {
    const root = fileURLToPath(new URL('../../../', import.meta.url));
    const child = spawn(`${root}node_modules/.bin/node`, [`${root}src-main/cli/main.ts`, 'serve', project, '--port', '0', '--no-open', '--json'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, CITY_SAFETY_SETTINGS: join(folder, 'settings') },
    });
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').once('data', resolve);
      child.once('close', () => reject(new Error('ended before it began')));
    });
    const { url, port } = JSON.parse(line) as { url: string; port: number };
    expect(url).toContain(`127.0.0.1:${port}/?token=`);
    const letIn = await fetch(url, { redirect: 'manual' });
    const cookie = letIn.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await fetch(`http://127.0.0.1:${port}/`, { headers: { cookie } })).status).toBe(200);
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(401);
    const ended = new Promise((resolve) => child.once('close', resolve));
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    rmSync(join(folder, 'settings'), { recursive: true, force: true });
  });
});
