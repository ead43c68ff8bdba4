import type { EngineClient } from '#shared/contract/contract.ts';
import type { FileCopy } from '#shared/domain/copies.ts';
import { changeWords } from '#shared/i18n/change-words.ts';
import { refuse } from '../../engine/refuse.ts';
import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';
import { textTable } from '../text-table.ts';

export const copyTasks = ['list', 'make', 'restore'] as const;
export type CopyTask = (typeof copyTasks)[number];

/** The copies of a project: which there are and what they hold, one more, or back to one (by its file name as the list shows it). */
export function workWithCopies(context: CliContext, file: string, task: CopyTask, options: { copy?: string; folder?: string }): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, open }) => {
    await open(file);
    if (options.folder !== undefined) return inFolder(context, client, options.folder, () => perform(context, client, task, options.copy));
    return perform(context, client, task, options.copy);
  });
}

/** The folder counts for this call only: what the person chose at the screen is put back. */
async function inFolder(context: CliContext, client: EngineClient, folder: string, work: () => Promise<VerbAnswer>): Promise<VerbAnswer> {
  const before = (await client.copies.state()).settings.folder;
  const choose = async (path: string | null) => client.copies.choose({ folder: path === null ? null : (await client.files.folderFromPath({ path })).file });
  await choose(context.path(folder));
  try {
    return await work();
  } finally {
    await choose(before);
  }
}

async function perform(context: CliContext, client: EngineClient, task: CopyTask, copyName: string | undefined): Promise<VerbAnswer> {
  if (task === 'list') return listCopies(context, client);
  if (task === 'make') {
    const copy = await context.follow(await client.copies.make());
    return { value: copy, text: context.t('cli.copies.made', { path: copy.path }) };
  }
  const { copies } = await client.copies.list();
  const copy = copies.find(({ fileName }) => fileName === copyName);
  if (!copy) refuse('cli/bad-option', { option: '--copy', value: copyName ?? '', allowed: copies.map(({ fileName }) => fileName).join(', ') || '–' });
  const { state, kept } = await client.copies.restore({ copy: copy.file });
  return { value: { path: state.path, copy: copy.path, kept }, text: context.t('cli.copies.restored', { path: state.path, copy: copy.fileName, kept }) };
}

async function listCopies(context: CliContext, client: EngineClient): Promise<VerbAnswer> {
  const { t, formats } = context;
  const list = await client.copies.list();
  const lastChange = ({ contents, problem }: FileCopy) =>
    contents?.lastChange ? changeWords(t, formats, contents.lastChange) : context.word(`copies.problem.${problem ?? 'not-readable'}`);
  const table = textTable(
    [
      { title: t('cli.column.file') },
      { title: t('file.size'), isFigure: true },
      { title: t('copies.thing.stakeholders'), isFigure: true },
      { title: t('copies.thing.findings'), isFigure: true },
      { title: t('copies.thing.changes'), isFigure: true },
      { title: t('cli.copies.lastChange') },
    ],
    list.copies.map((copy) => [
      copy.fileName,
      `${formats.decimal(copy.byteCount / 1_000_000)} MB`,
      formats.count(copy.contents?.counts.stakeholders),
      formats.count(copy.contents?.counts.findings),
      formats.count(copy.contents?.counts.changes),
      lastChange(copy),
    ]),
  );
  const { folder } = await client.copies.state();
  return { value: { folder, ...list }, text: list.copies.length === 0 ? `${folder}\n${t('copies.none')}` : `${folder}\n${table}` };
}
