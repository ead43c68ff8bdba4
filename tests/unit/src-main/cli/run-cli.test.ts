import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runCli } from '#main/cli/run-cli.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'city-safety-cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One command line in this process, with everything it printed. */
async function run(argv: string[], environment: NodeJS.ProcessEnv = {}) {
  let out = '';
  let err = '';
  const exitCode = await runCli({
    argv,
    environment,
    folders: {
      settings: join(folder, 'settings'),
      projects: folder,
      resources: fileURLToPath(new URL('../../../../resources/', import.meta.url)),
      temporary: join(folder, 'temporary'),
    },
    writeOut: (text) => {
      out += text;
    },
    writeErr: (text) => {
      err += text;
    },
    showsProgress: false,
  });
  return { exitCode, out, err };
}

const errorOf = (out: string): { code: string; message: string; params: Record<string, unknown> } => JSON.parse(out).error;

describe('the command line', () => {
  it('says what it can do when nothing is asked', async () => {
    const { exitCode, out } = await run([]);
    expect(exitCode).toBe(0);
    for (const verb of ['new', 'import', 'show', 'query', 'export', 'check', 'serve', 'demo']) expect(out).toContain(`\n  ${verb} `);
  });

  it('explains a verb in the language of the terminal', async () => {
    const { out } = await run(['import', '--help'], { LANG: 'es_MX.UTF-8' });
    expect(out).toContain('Opciones:');
    expect(out).not.toContain('Options:');
  });

  it('prefers the language asked for', async () => {
    expect((await run(['import', '--help', '--language', 'en'], { LANG: 'es_MX.UTF-8' })).out).toContain('Options:');
  });

  it('tells a wrong call from a refusal by the exit code', async () => {
    expect((await run(['nwe'])).exitCode).toBe(2);
    expect((await run(['show'])).exitCode).toBe(2);
    expect((await run(['show', '--colour', join(folder, 'a.citysafety')])).exitCode).toBe(2);
    expect((await run(['show', join(folder, 'missing.citysafety')])).exitCode).toBe(1);
  });

  it('names the verb that does not exist, wherever the options stand', async () => {
    expect((await run(['--language', 'es', 'nwe'])).err).toContain('«nwe»');
  });

  it.each([
    [['nwe'], 'cli/unknown-verb'],
    [['new', 'x.citysafety'], 'cli/missing-argument'],
    [['show', 'x', '--colour'], 'cli/unknown-option'],
    [['show', 'x', 'y'], 'cli/too-many-arguments'],
    [['import', 'x', 'weather', 'y'], 'cli/bad-option'],
    [['query', 'x', 'people'], 'cli/bad-option'],
    [['query', 'x', 'incidents', '--by', 'colour'], 'cli/bad-option'],
    [['new', 'x', '--city', 'C', '--country', 'Mexico'], 'cli/bad-option'],
    [['show', 'x', '--language', 'xx'], 'cli/bad-option'],
  ])('%j is a wrong call with a code: %s', async (argv, code) => {
    const { exitCode, out, err } = await run([...argv, '--json']);
    expect(exitCode).toBe(2);
    expect(err).toBe('');
    expect(errorOf(out).code).toBe(code);
    expect(errorOf(out).message).not.toContain('{{');
  });

  it('makes a project, and refuses to make it twice', async () => {
    const path = join(folder, 'durban.citysafety');
    const made = await run(['new', path, '--city', 'Durban', '--country', 'za', '--json']);
    expect(made.exitCode).toBe(0);
    expect(JSON.parse(made.out)).toMatchObject({ path, city: { name: 'Durban', country: 'ZA' } });
    const again = await run(['new', path, '--city', 'Durban', '--json']);
    expect(again.exitCode).toBe(1);
    expect(errorOf(again.out)).toMatchObject({ code: 'project/already-exists', params: { path } });
  });

  it('leaves nothing behind but the file', async () => {
    const path = join(folder, 'city.citysafety');
    await run(['new', path, '--city', 'C']);
    expect(existsSync(path)).toBe(true);
    expect(existsSync(`${path}-journal`)).toBe(false);
    expect(existsSync(join(folder, 'temporary'))).toBe(false);
    expect(existsSync(join(folder, 'settings'))).toBe(false);
  });

  it('prints help as one JSON value when JSON was asked for', async () => {
    const { exitCode, out } = await run(['show', '--help', '--json']);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out).text).toContain('FILE');
  });

  it('refuses a mapping that is not there, is not JSON, or holds what no recipe knows', async () => {
    const path = join(folder, 'city.citysafety');
    await run(['new', path, '--city', 'C']);
    const mapping = async (name: string) => errorOf((await run(['import', path, 'areas', 'areas.csv', '--mapping', join(folder, name), '--json'])).out).code;
    expect(await mapping('missing.json')).toBe('file/not-found');
    writeFileSync(join(folder, 'half.json'), '{"layer":');
    expect(await mapping('half.json')).toBe('cli/not-json');
    writeFileSync(join(folder, 'odd.json'), '{"colour":"red"}');
    expect(await mapping('odd.json')).toBe('import/bad-recipe');
  });
});
