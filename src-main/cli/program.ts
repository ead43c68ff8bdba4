import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, Option } from 'commander';
import { incidentKeys } from '#shared/domain/incidents.ts';
import { outputFormats, outputKinds } from '#shared/domain/outputs.ts';
import { importKinds } from '#shared/domain/recipes.ts';
import { listLanguages } from '../engine/i18n/load-texts.ts';
import type { CliContext, VerbAnswer } from './cli-context.ts';
import { oneOf } from './cli-error.ts';
import { checkProject } from './verbs/check.ts';
import { copyTasks, workWithCopies } from './verbs/copies.ts';
import { buildDemo } from './verbs/demo.ts';
import { exportOutput } from './verbs/export.ts';
import { handOutCopies } from './verbs/hand-out.ts';
import { importFile } from './verbs/import.ts';
import { mergeCopies } from './verbs/merge.ts';
import { newProject } from './verbs/new.ts';
import { queryIncidents } from './verbs/query.ts';
import { recoverProject } from './verbs/recover.ts';
import { shareProject } from './verbs/share.ts';
import { showProject } from './verbs/show.ts';

/** The verbs with their arguments and options. Each one does its work, then hands its answer to `print`; help goes to `writeHelp` in pieces. */
export function createProgram(context: CliContext, print: (answer: VerbAnswer) => void, writeHelp: (text: string) => void): Command {
  const { t } = context;
  const program = dressed(new Command('city-safety'), context, writeHelp)
    .description(t('cli.about'))
    .version(packageVersion(context), '-V, --version', t('cli.option.version'))
    .helpCommand(false)
    .addHelpText('after', `\n${t('cli.exit-codes')}`);
  program.action(() => program.help());
  const verb = (name: string, about: string, languageAbout?: string) => dressed(program.command(name), context, writeHelp, languageAbout).description(about);
  const file = t('cli.argument.file');

  verb('new', t('cli.new.about'))
    .argument('<FILE>', file)
    .requiredOption('--city <NAME>', t('cli.new.city'))
    .option('--country <CC>', t('cli.new.country'))
    .action(async (path, options) => print(await newProject(context, path, options)));

  verb('import', t('cli.import.about'))
    .argument('<FILE>', file)
    .argument('<KIND>', t('cli.import.kind', { kinds: importKinds.join(', ') }))
    .argument('<INPUT>', t('cli.import.input'))
    .option('--mapping <M.json>', t('cli.import.mapping'))
    .option('--recipe <NAME>', t('cli.import.useRecipe'))
    .option('--save-recipe <NAME>', t('cli.import.saveRecipe'))
    .option('--replaces <DATASET>', t('cli.import.replaces'))
    .option('--layer <NAME>', t('cli.import.layer'))
    .option('--source <TEXT>', t('cli.import.source'))
    .option('--licence <TEXT>', t('cli.import.licence'))
    .option('--published <DAY>', t('cli.import.published'))
    .option('--again', t('cli.import.again'))
    .action(async (path, kind, input, options) => print(await importFile(context, path, oneOf('KIND', kind, importKinds), input, options)));

  verb('show', t('cli.show.about'))
    .argument('<FILE>', file)
    .action(async (path) => print(await showProject(context, path)));

  verb('query', t('cli.query.about'))
    .argument('<FILE>', file)
    .argument('<WHAT>', t('cli.query.subject'))
    .option('--by <KEYS>', t('cli.query.by', { keys: incidentKeys.join(', ') }))
    .addOption(new Option('--where <CONDITIONS>', t('cli.query.where')).argParser((value: string, before: string[] | undefined) => [...(before ?? []), value]))
    .option('--layer <NAME>', t('cli.query.layer'))
    .action(async (path, what, options) => {
      oneOf('WHAT', what, ['incidents']);
      print(await queryIncidents(context, path, options));
    });

  verb('export', t('cli.export.about'), t('cli.export.language'))
    .argument('<FILE>', file)
    .argument('<KIND>', t('cli.export.kind', { kinds: outputKinds.join(', ') }))
    .argument('<OUT>', t('cli.export.out'))
    .option('--format <FORMAT>', t('cli.export.format', { formats: outputFormats.join(', ') }))
    .option('--about <NAME>', t('cli.export.aboutWhat'))
    .option('--profile <NAME>', t('cli.export.profile'))
    .action(async (path, kind, out, options) => print(await exportOutput(context, path, oneOf('KIND', kind, outputKinds), out, options)));

  verb('check', t('cli.check.about'))
    .argument('<FILE>', file)
    .action(async (path) => print(await checkProject(context, path)));

  verb('share', t('cli.share.about'))
    .argument('<FILE>', file)
    .argument('<NEW>', t('cli.share.new'))
    .option('--keep-restricted', t('cli.share.keepRestricted'))
    .action(async (path, copy, options) => print(await shareProject(context, path, copy, options)));

  verb('hand-out', t('cli.handOut.about'))
    .argument('<FILE>', file)
    .argument('<DIR>', t('cli.handOut.folder'))
    .argument('<NAME...>', t('cli.handOut.names'))
    .action(async (path, folder, names) => print(await handOutCopies(context, path, folder, names)));

  verb('merge', t('cli.merge.about'))
    .argument('<FILE>', file)
    .argument('<COPY...>', t('cli.merge.copies'))
    .option('--preview', t('cli.merge.preview'))
    .action(async (path, copies, options) => print(await mergeCopies(context, path, copies, { isPreview: options.preview === true })));

  verb('copies', t('cli.copies.about'))
    .argument('<FILE>', file)
    .argument('[TASK]', t('cli.copies.task', { tasks: copyTasks.join(', ') }), 'list')
    .option('--copy <NAME>', t('cli.copies.copy'))
    .option('--folder <DIR>', t('cli.copies.folder'))
    .action(async (path, task, options) => print(await workWithCopies(context, path, oneOf('TASK', task, copyTasks), options)));

  verb('recover', t('cli.recover.about'))
    .argument('<DAMAGED>', t('cli.recover.damaged'))
    .argument('<NEW>', t('cli.recover.new'))
    .action(async (damaged, into) => print(await recoverProject(context, damaged, into)));

  verb('serve', t('cli.serve.about'))
    .argument('[FILE]', file)
    .option('--port <NUMBER>', t('cli.serve.port'))
    .option('--no-open', t('cli.serve.no-open'))
    .action(async (path: string | undefined, options) => {
      // Only this verb needs a web server.
      const { serveProject } = await import('./verbs/serve.ts');
      await serveProject(context, path, options, print);
    });

  verb('demo', t('cli.demo.about'))
    .argument('[DIR]', t('cli.demo.folder'), 'demo-output')
    .action(async (folder) => print(await buildDemo(context, folder)));

  return program;
}

/** The options that every verb has, words in the person's language, and errors thrown instead of printed. */
function dressed(command: Command, context: CliContext, writeHelp: (text: string) => void, languageAbout = context.t('cli.option.language')): Command {
  const { t, world } = context;
  const titles: Readonly<Record<string, string>> = {
    'Usage:': t('cli.usage'),
    'Options:': t('cli.options'),
    'Commands:': t('cli.verbs'),
    'Arguments:': t('cli.arguments'),
  };
  return command
    .option('--json', t('cli.option.json'))
    .addOption(new Option('--language <xx>', languageAbout).argParser((value) => oneOf('--language', value, listLanguages(world.folders.resources))))
    .helpOption('-h, --help', t('cli.option.help'))
    .configureHelp({ styleTitle: (title) => titles[title] ?? title, sortSubcommands: false })
    .configureOutput({ writeOut: writeHelp, writeErr: () => {} })
    .exitOverride();
}

function packageVersion(context: CliContext): string {
  const manifest: unknown = JSON.parse(readFileSync(join(context.world.folders.resources, '..', 'package.json'), 'utf8'));
  return typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
}
