import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { projectExtension } from '../../engine/project/project-file.ts';
import { buildSampleCity, type SampleCityStep } from '../../engine/sample-city/build-sample-city.ts';
import { type CliContext, type CliEngine, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { outputText, outputValue } from './export.ts';

const languages = ['en', 'es', 'ar'] as const;

/** Builds the sample city from its raw files and writes its workbook, profile and policy; what an earlier demo wrote there is replaced. */
export function buildDemo(context: CliContext, folder: string): Promise<VerbAnswer> {
  const started = performance.now();
  return withCliEngine(context, async (cli) => {
    const target = context.path(folder);
    mkdirSync(target, { recursive: true });
    const path = join(target, `puerto-sereno.${projectExtension}`);
    rmSync(path, { force: true });
    context.say(context.t('cli.demo.made-up'));
    const steps: SampleCityStep[] = [];
    const tell = (step: SampleCityStep) => {
      steps.push(step);
      context.say(stepText(context, step));
    };
    const state = await buildSampleCity({ services: cli.engine.services, client: cli.client, path, tell });
    const outputs = await writeOutputs(context, cli, target);
    const seconds = Math.round((performance.now() - started) / 100) / 10;
    return {
      value: { path: state.path, imports: steps.flatMap(importCounts), outputs, seconds },
      text: context.t('cli.demo.done', { seconds: context.formats.decimal(seconds) }),
    };
  });
}

async function writeOutputs(context: CliContext, { client, hand }: CliEngine, target: string) {
  const outputs = [];
  for (const language of languages) {
    for (const [kind, name] of [
      ['workbook', 'data-workbook.xlsx'],
      ['profile', 'city-safety-profile.pdf'],
    ] as const) {
      const [stem, ending] = name.split('.');
      const file = await hand(join(target, `${stem}-${language}.${ending}`));
      const result = await context.follow(await client.outputs.make({ kind, language, file }));
      context.say(outputText(context, result));
      outputs.push(outputValue(result, language));
    }
  }
  return outputs;
}

function stepText(context: CliContext, step: SampleCityStep): string {
  const { t, formats, word } = context;
  if (step.kind === 'created') return t('cli.new.done', { path: step.path, city: 'Puerto Sereno' });
  if (step.kind === 'entered') return `${word(`cli.entered.${step.what}`)}: ${formats.count(step.count)}`;
  const problems = step.result.problemCounts.reduce((sum, { count }) => sum + count, 0);
  return t('cli.demo.imported', {
    fileName: step.fileName,
    kind: word(`cli.kind.${step.importKind}`),
    rows: formats.count(step.result.rows),
    imported: formats.count(step.result.imported),
    problems: formats.count(problems),
  });
}

const importCounts = (step: SampleCityStep) =>
  step.kind === 'imported'
    ? [{ fileName: step.fileName, kind: step.importKind, rows: step.result.rows, imported: step.result.imported, problemCounts: step.result.problemCounts }]
    : [];
