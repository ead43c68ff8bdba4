import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { CopySettings, FileCopy, RecoveryReport } from '#shared/domain/copies.ts';
import type { FileToken } from '#shared/domain/ids.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { openProjectOf, procedures, streamed } from '../../procedures.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { ProjectKey } from '../encryption/project-key.ts';
import { describeFile } from './describe-file.ts';
import { freeBytes } from './free-space.ts';
import { sizeOf } from './make-copy.ts';
import { recoverIntoNewFile } from './recover/recover-into-new-file.ts';
import { openBeside, restoreOpen, restoreOver } from './restore-copy.ts';

const copies = procedures.copies;

export const copyProcedures = copies.router({
  state: copies.state.handler(async ({ context: { services } }) => {
    const project = openProjectOf({ services, door: { kind: 'cli', mayNamePaths: false } });
    const keeper = services.copies;
    const names = keeper.namesOf(currentOf(services));
    const folder = keeper.folderOf(names);
    const { lastCopyAt, ...state } = keeper.state;
    return {
      path: project.path,
      file: services.files.hand(project.path),
      byteCount: sizeOf(project.path),
      isReadOnly: project.isReadOnly,
      savedAt: services.session.state()?.savedAt ?? null,
      settings: keeper.settings.read(),
      folder,
      secondFolder: keeper.secondFolderOf(names),
      freeBytes: await freeBytes(folder),
      lastCopyAt: lastCopyAt?.toISOString() ?? null,
      ...state,
    };
  }),

  list: copies.list.handler(async ({ context: { services } }) => {
    const current = currentOf(services);
    const now = describeFile(current.connection);
    return { now, copies: await listCopies(services, services.copies.namesOf(current)) };
  }),

  listFor: copies.listFor.handler(({ context: { services }, input }) => {
    const { path } = services.files.get(input.file);
    const id = services.copies.settings.projectAt(path);
    return id === null ? [] : listCopies(services, { id, title: basename(path) });
  }),

  make: copies.make.handler(({ context: { services }, signal }) => streamed(makeNow(services, signal))),

  choose: copies.choose.handler(({ context: { services }, input }) => {
    const folderOf = (token: FileToken | null) => (token === null ? null : requireFolder(services.files.get(token).path));
    const chosen: Partial<CopySettings> = {
      ...(input.folder === undefined ? {} : { folder: folderOf(input.folder) }),
      ...(input.secondFolder === undefined ? {} : { secondFolder: folderOf(input.secondFolder) }),
    };
    return services.copies.choose(chosen);
  }),

  restore: copies.restore.handler(async ({ context: { services }, input }) => {
    const copy = services.files.get(input.copy).path;
    const over = input.over === undefined ? null : services.files.get(input.over).path;
    const current = services.copies.current;
    const key = keyOf(input.passphrase);
    const isOpen = over === null || over === current?.project.path;
    const { state, kept } = await (isOpen ? restoreOpen(services, copy, key ?? current?.key ?? null) : restoreOver(services, copy, over, key));
    return { state, kept, keptFile: services.files.hand(kept) };
  }),

  openBeside: copies.openBeside.handler(async ({ context: { services }, input }) => {
    await services.copies.beforeClosing();
    const into = input.into === undefined ? null : services.files.get(input.into).path;
    const key = keyOf(input.passphrase) ?? services.session.key;
    return openBeside(services, services.files.get(input.copy).path, into, key);
  }),

  recover: copies.recover.handler(({ context: { services }, input, signal }) => {
    const into = input.into === undefined ? null : services.files.get(input.into).path;
    const damaged = services.files.get(input.damaged).path;
    return streamed<Progress, RecoveryReport>(recoverIntoNewFile(services, { damaged, into, key: keyOf(input.passphrase) ?? services.session.key }, signal));
  }),
});

const keyOf = (passphrase: string | undefined) => (passphrase === undefined ? null : new ProjectKey(passphrase));

const currentOf = (services: EngineServices) => services.copies.current ?? refuse('project/none-open');

function listCopies(services: EngineServices, names: { id: string; title: string }): Promise<FileCopy[]> {
  const second = services.copies.secondFolderOf(names);
  const folders = [{ path: services.copies.folderOf(names), place: 'main' as const }, ...(second === null ? [] : [{ path: second, place: 'second' as const }])];
  return services.copyShelf.list(folders, services.copies.current?.key?.share() ?? null, services.files);
}

/** Chosen folders must be there and take files: better said when choosing than in ten minutes. */
function requireFolder(path: string): string {
  if (!existsSync(path) || !statSync(path).isDirectory()) refuse('copies/folder-not-there', { path });
  try {
    accessSync(path, constants.W_OK);
    return path;
  } catch {
    return refuse('copies/folder-not-writable', { path });
  }
}

/** Progress comes by callback; the last one waiting is enough for a bar. */
async function* makeNow(services: EngineServices, signal: AbortSignal | undefined): AsyncGenerator<Progress, FileCopy> {
  let latest: Progress | null = { step: 'copies.copying', done: 0, total: null };
  let wake = () => {};
  const making = services.copies
    .make(
      'asked',
      (done, total) => {
        latest = { step: done < total ? 'copies.copying' : 'copies.checking', done, total };
        wake();
      },
      signal,
    )
    .finally(() => {
      isDone = true;
      wake();
    });
  let isDone = false;
  // Awaited below; until then a refusal must not count as unhandled.
  making.catch(() => {});
  while (!isDone) {
    if (latest) {
      const next = latest;
      latest = null;
      yield next;
    } else
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
  }
  const made = await making;
  return {
    file: services.files.hand(made.path),
    fileName: made.name,
    path: made.path,
    place: 'main',
    reason: made.reason,
    madeAt: made.madeAt.toISOString(),
    byteCount: made.byteCount,
    contents: made.contents,
    problem: null,
    hasPassphrase: made.hasPassphrase,
  };
}
