import { CommanderError } from 'commander';
import { fallbackLanguage } from '#shared/i18n/languages.ts';
import { chooseLanguage } from '../engine/i18n/load-texts.ts';
import { type CliContext, type CliWorld, createCliContext, type VerbAnswer } from './cli-context.ts';
import { describeFailure, exitCodes } from './cli-error.ts';
import { createProgram } from './program.ts';

/** Runs one command line from its words to its exit code. */
export async function runCli(world: CliWorld): Promise<number> {
  const context = createCliContext(world, { isJson: world.argv.includes('--json'), language: languageOf(world) });
  let help = '';
  const writeHelp = (text: string) => {
    help += text;
  };
  try {
    await createProgram(context, (answer) => print(context, answer), writeHelp).parseAsync([...world.argv], { from: 'user' });
    return exitCodes.done;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) {
      // Help or version: for Commander too a way to stop.
      print(context, { value: { text: help.trimEnd() }, text: help.trimEnd() });
      return exitCodes.done;
    }
    const { exitCode, ...failure } = describeFailure(error, context);
    if (context.isJson) world.writeOut(`${JSON.stringify({ error: failure })}\n`);
    else world.writeErr(`${failure.message}\n`);
    if (exitCode === exitCodes.fault && error instanceof Error) world.writeErr(`${error.stack ?? ''}\n`);
    return exitCode;
  }
}

function print(context: CliContext, answer: VerbAnswer): void {
  context.world.writeOut(context.isJson ? `${JSON.stringify(answer.value)}\n` : `${answer.text}\n`);
}

/** `--language xx`, else the language that the terminal is set to. */
function languageOf({ argv, environment, folders }: CliWorld): string {
  const place = argv.findIndex((word) => word === '--language' || word.startsWith('--language='));
  const typed = place < 0 ? undefined : (argv[place]?.split('=')[1] ?? argv[place + 1]);
  const wished = typed ?? environment.LC_ALL ?? environment.LC_MESSAGES ?? environment.LANG ?? fallbackLanguage;
  return chooseLanguage(folders.resources, (wished.split('.')[0] ?? '').replace('_', '-'));
}
