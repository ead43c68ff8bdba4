import { onlyReads } from '#main/engine/only-reads.ts';
import { contract } from '#shared/contract/contract.ts';
import type { EngineAtHand } from '../project-file/engine-at-hand.ts';
import { ended } from './deeds.ts';

/** One procedure that only reads, asked the first time and again. */
export interface ReadingTime {
  readonly name: string;
  readonly first: number;
  readonly again: number;
  readonly problem: string | null;
}

type Ask = (input?: unknown) => Promise<unknown>;

/** Every reading procedure of the contract, once with whatever the project holds; those that need what it does not hold are told as such. */
export async function readingTimes(engine: EngineAtHand, tell: (time: ReadingTime) => void, only?: readonly string[]): Promise<ReadingTime[]> {
  const inputs = await inputsOf(engine);
  const told: ReadingTime[] = [];
  for (const path of readingProcedures()) {
    const name = path.join('.');
    if (only ? !only.includes(name) : leftOut.has(name)) continue;
    const ask = path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], engine.client) as Ask;
    for (const [about, input] of Object.entries(inputs[name] ?? { '': undefined })) {
      const time = await timed(about === '' ? name : `${name} (${about})`, () => ask(input));
      tell(time);
      told.push(time);
    }
  }
  return told;
}

/** Streams of no end, what ends work or the session, and what looks at other files than the project. */
const leftOut = new Set([
  'project.watch',
  'project.work',
  'project.stopWork',
  'project.close',
  'project.fileOfRecent',
  'files.folderFromPath',
  'files.fromPath',
  'imports.inspect',
  'imports.recognise',
]);

function readingProcedures(): string[][] {
  return Object.entries(contract).flatMap(([subject, procedures]) =>
    Object.keys(procedures)
      .map((name) => [subject, name])
      .filter(onlyReads),
  );
}

async function timed(name: string, ask: () => Promise<unknown>): Promise<ReadingTime> {
  const once = async (): Promise<number> => {
    const start = performance.now();
    await ended(ask());
    return performance.now() - start;
  };
  try {
    const first = await once();
    return { name, first, again: await once(), problem: null };
  } catch (error) {
    return { name, first: Number.NaN, again: Number.NaN, problem: error instanceof Error ? error.message : String(error) };
  }
}

type Inputs = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

async function inputsOf({ client }: EngineAtHand): Promise<Inputs> {
  const layers = (await client.areas.layers()).toSorted((a, b) => b.areaCount - a.areaCount);
  const layerId = layers[0]?.id ?? '';
  const [finding, measure, objective, stakeholder] = [
    (await client.findings.list())[0],
    (await client.policy.measures())[0],
    (await client.policy.objectives())[0],
    (await client.stakeholders.list())[0],
  ];
  const datasets = await client.imports.datasets();
  const incidents = datasets.filter(({ kind }) => kind === 'incidents');
  const [draft] = await client.policyText.drafts();
  const section = draft?.sections[0];
  const changes = await client.project.changes({ limit: 1 });
  const revision = changes[0]?.revision ?? 0;
  const one = (input: unknown) => ({ '': input });
  return {
    'areas.list': { all: {}, layer: { layerId } },
    'areas.boundaries': one({ layerId }),
    'areas.checkBoundaries': one({ layerId }),
    'areas.populations': one({ layerId }),
    'areas.alternatives': one({}),
    'stakeholders.ratings': one({ id: stakeholder?.id }),
    'stakeholders.ratingsBy': one({}),
    'stakeholders.standings': one({}),
    'network.measures': one({ kinds: [] }),
    'imports.quality': one({ id: incidents[0]?.id }),
    'imports.compare': one({ before: incidents[0]?.id, after: incidents[1]?.id }),
    'incidents.query': { 'by area': { by: ['area'], where: {}, layerId }, 'by area and offence': { by: ['area', 'offence'], where: {}, layerId } },
    'indicators.catalogue': one({}),
    'indicators.own': one({ id: '' }),
    'patterns.hotSpots': { cells: { filter: {}, unit: 'cells', layerId }, areas: { filter: {}, unit: 'areas', layerId } },
    'patterns.concentration': one({ filter: {}, layerId }),
    'patterns.special': one({ filter: {}, layerId }),
    'patterns.change': one({ filter: {}, layerId }),
    'patterns.week': one({ filter: {}, layerId }),
    'patterns.areaTypes': one({ filter: {}, layerId }),
    'patterns.harm': one({ filter: {}, layerId }),
    'library.list': one({ language: 'en' }),
    'trace.of': {
      finding: { kind: 'finding', id: finding?.id },
      measure: { kind: 'measure', id: measure?.id },
      objective: { kind: 'objective', id: objective?.id },
      dataset: { kind: 'dataset', id: incidents[0]?.id },
    },
    'policyText.templates': one({ language: 'en' }),
    'policyText.text': one({ sectionId: section?.id, vector: null }),
    'policyText.nodes': one({ sectionId: section?.id }),
    'policyText.comments': one({ draftId: draft?.id }),
    'policyText.suggestions': one({ draftId: draft?.id }),
    'policyLive.read': one({
      language: 'en',
      blocks: ['findings', 'priorities', 'objectives', 'measures', 'budget', 'indicators'].map((block) => ({ block, of: '' })),
    }),
    'outputs.preview': Object.fromEntries(['profile', 'workbook', 'policy', 'follow-up'].map((kind) => [kind, { kind, language: 'en' }])),
    'releases.protect': one({ by: ['area', 'group'], where: {}, layerId }),
    'project.changes': one({}),
    'history.list': { '': { limit: 100 }, 'one person': { limit: 100, person: 'Ana' }, 'one subject': { limit: 100, subject: 'policy' } },
    'history.details': one({ revision }),
    'history.object': one({ type: 'finding', id: finding?.id }),
    'history.compare': { 'first to now': { from: 10, to: null }, 'last 100': { from: revision - 100, to: null } },
    'maps.hexagons': one({ filters: [{}], cellMetres: 500, layerId }),
    'maps.symbols': one({ filters: [{}], layerId }),
    'workshops.agendas': one({ language: 'en' }),
    'workshops.evaluation': one({ language: 'en' }),
  };
}
