import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerOf, type EngineAtHand } from '../project-file/engine-at-hand.ts';

/** What a deed needs besides the project: the table of incidents, copies to bring in, a folder. */
export interface DeedFiles {
  readonly incidents: string;
  readonly copies: readonly string[];
  readonly folder: string;
}

type Deed = (engine: EngineAtHand, files: DeedFiles) => Promise<unknown>;

const passphrase = 'cuatro caballos azules duermen';

const handed = async ({ client }: EngineAtHand, path: string) => (await client.files.fromPath({ path })).file;

/** A call that is answered at once, or a stream that is read to its end: both are awaited the same way. */
export async function ended(call: Promise<unknown>): Promise<unknown> {
  const answer = await call;
  return isStream(answer) ? answerOf(Promise.resolve(answer)) : answer;
}

const isStream = (answer: unknown): answer is AsyncIterator<unknown, unknown> =>
  typeof answer === 'object' && answer !== null && Symbol.asyncIterator in answer;

async function importRequest(engine: EngineAtHand, { incidents }: DeedFiles) {
  const layers = await engine.client.areas.layers();
  const recipe = { layer: layers[0]?.name ?? null };
  return { file: await handed(engine, incidents), kind: 'incidents', recipe, again: true, source: '', licence: '' } as const;
}

/** Long deeds by name; those of one list follow each other in one process. */
export const deeds: Readonly<Record<string, Deed>> = {
  'recognise a table': async (engine, { incidents }) => engine.client.imports.recognise({ file: await handed(engine, incidents) }),
  'inspect a table': async (engine, files) => {
    const { file, kind, recipe } = await importRequest(engine, files);
    return answerOf(engine.client.imports.inspect({ file, kind, recipe }));
  },
  'import incidents': async (engine, files) => answerOf(engine.client.imports.run(await importRequest(engine, files))),
  undo: ({ client }) => ended(client.history.undo()),
  redo: ({ client }) => ended(client.history.redo()),
  'remove a dataset': async ({ client }) => {
    const dataset = (await client.imports.datasets()).find(({ kind }) => kind === 'incidents');
    return ended(client.imports.removeDataset({ id: dataset?.id ?? '' }));
  },
  'preview of a merge': async (engine, { copies }) =>
    answerOf(engine.client.merging.preview({ files: await Promise.all(copies.map((path) => handed(engine, path))) })),
  'bring copies together': async (engine, { copies }) =>
    answerOf(engine.client.merging.bringTogether({ files: await Promise.all(copies.map((path) => handed(engine, path))) })),
  'list of differences': ({ client }) => client.merging.reviews(),
  'hand out a copy': async ({ client }, { folder }) =>
    client.merging.handOut({ folder: (await client.files.folderFromPath({ path: folder })).file, names: ['Group'] }),
  'fold the history': ({ client }) => ended(client.history.compact({})),
  'set a passphrase': ({ client }) => ended(client.project.setPassphrase({ passphrase })),
  'change the passphrase': ({ client }) => ended(client.project.setPassphrase({ passphrase: `${passphrase} aquí`, current: passphrase })),
  'remove the passphrase': ({ client }) => ended(client.project.removePassphrase({ current: `${passphrase} aquí` })),
  'back to the first state': ({ client }) => ended(client.history.restoreProject({ revision: 10 })),
  'a copy of the project': ({ client }) => answerOf(client.copies.make()),
  'copy without personal data': async ({ engine, client }, { folder }) =>
    answerOf(client.privacy.share({ file: engine.services.files.hand(join(folder, 'shared.citysafety')) })),
  'close and open': async ({ engine, client, project }) => {
    const file = engine.services.files.hand(project.path);
    await client.project.close();
    return client.project.open({ file });
  },
};

/** Largest resident memory of this process so far, in MB. */
export function peakMegabytes(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? Number.NaN) / 1000;
  } catch {
    return process.resourceUsage().maxRSS / 1000;
  }
}
