import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { ImportResult } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { ProjectState } from '#shared/domain/project.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { compactHistory } from '../project/history/compact.ts';
import { refuse } from '../refuse.ts';
import type { EngineServices } from '../services.ts';
import { applyAnalysis } from './apply-analysis.ts';
import { applyBallots } from './apply-ballots.ts';
import { applyEventReport } from './apply-event-report.ts';
import { applyFollowUp } from './apply-follow-up.ts';
import { applyIdentity } from './apply-identity.ts';
import { applyPlan } from './apply-plan.ts';
import { applyPolicyText } from './apply-policy-text.ts';
import { applySurroundings } from './apply-surroundings.ts';
import { applyWeighing } from './apply-weighing.ts';
import { applyWorkshops } from './apply-workshops.ts';
import { readSamplePlan, type SamplePlan, sampleCityFolder } from './plan.ts';

/** What the building of the sample city tells while it runs. */
export type SampleCityStep =
  | { readonly kind: 'created'; readonly path: string }
  | { readonly kind: 'imported'; readonly fileName: string; readonly importKind: ImportKind; readonly result: ImportResult }
  | {
      readonly kind: 'entered';
      readonly what: 'risks' | 'findings' | 'priorities' | 'ballots' | 'objectives' | 'measures' | 'observations' | 'answers';
      readonly count: number;
    };

export interface SampleCityOptions {
  /** An engine with no other project to look after: the new one stays open in it. */
  readonly services: EngineServices;
  readonly client: EngineClient;
  /** Where the project file goes; refused when something is there. */
  readonly path: string;
  readonly tell?: (step: SampleCityStep) => void;
}

/** Builds the sample city out of its raw files, through the same imports and the same contract that a person's clicks go through. */
export async function buildSampleCity({ services, client, path, tell = () => {} }: SampleCityOptions): Promise<ProjectState> {
  const plan = readSamplePlan(services.folders.resources);
  const team = plan.city.team.map((member) => ({ id: uuidv7(), ...member }));
  services.session.create(path, { ...plan.city, team }, { isSample: true });
  tell({ kind: 'created', path });
  for (const step of plan.imports) {
    const file = services.files.hand(join(sampleCityFolder(services.folders.resources), step.file));
    const recipe = step.kind === 'incidents' ? { ...step.recipe, areaDecisions: await decideAreas(client, plan) } : step.recipe;
    const result = await finish(await client.imports.run({ file, kind: step.kind, recipe, source: step.source, licence: step.licence }));
    tell({ kind: 'imported', fileName: step.file, importKind: step.kind, result });
  }
  await enterComputed(client, tell);
  await applyPlan(client, plan, (what, count) => tell({ kind: 'entered', what, count }));
  await applySurroundings(client, plan, services.folders.resources);
  await applyWorkshops(client, plan);
  await applyAnalysis(client, plan, sampleCityFolder(services.folders.resources));
  tell({ kind: 'entered', what: 'answers', count: await applyBallots(services, client, plan) });
  await applyWeighing(client, plan);
  await applyPolicyText(client, sampleCityFolder(services.folders.resources));
  await applyFollowUp(client, sampleCityFolder(services.folders.resources));
  await applyIdentity(services, client, sampleCityFolder(services.folders.resources));
  await applyEventReport(client, sampleCityFolder(services.folders.resources));
  // A person who explores the city begins with a clean history, and cannot undo its making step by step.
  compactHistory(services.session.require(), { name: 'sampleCity.built', forgets: true });
  return services.session.state() ?? refuse('project/none-open');
}

/** The newest figures that the application can compute from the imported data, as a person would accept them. */
async function enterComputed(client: EngineClient, tell: (step: SampleCityStep) => void): Promise<void> {
  const computable = await client.indicators.computable();
  for (const observation of computable) await client.indicators.add(observation);
  tell({ kind: 'entered', what: 'observations', count: computable.length });
}

async function decideAreas(client: EngineClient, plan: SamplePlan): Promise<Record<string, string | null>> {
  const layers = await client.areas.layers();
  const areas = (await Promise.all(layers.map((layer) => client.areas.list({ layerId: layer.id })))).flat();
  const decided = Object.entries(plan.areaDecisions).map(([written, name]) => [written, areas.find((area) => area.name === name)?.id ?? null] as const);
  return Object.fromEntries(decided);
}

/** Reads a stream of progress to its end. */
async function finish<Result>(stream: AsyncIterator<Progress, Result>): Promise<Result> {
  for (;;) {
    const next = await stream.next();
    if (next.done) return next.value;
  }
}
