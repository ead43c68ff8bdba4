import { type CliContext, type VerbAnswer, withCliEngine } from '../cli-context.ts';

/** A copy of a project for each group in a folder. */
export function handOutCopies(context: CliContext, file: string, folder: string, names: readonly string[]): Promise<VerbAnswer> {
  return withCliEngine(context, async ({ client, open }) => {
    await open(file);
    const into = await client.files.folderFromPath({ path: context.path(folder) });
    const made = await client.merging.handOut({ folder: into.file, names: [...names] });
    const copies = made.map(({ id, name, path, handedOutAt }) => ({ id, name, path, handedOutAt }));
    const lines = [context.t('groupCopies.handOut.ready', { count: copies.length }), ...copies.map(({ path }) => path)];
    return { value: { copies }, text: lines.join('\n') };
  });
}
