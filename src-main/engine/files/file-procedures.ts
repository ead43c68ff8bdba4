import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { basename, isAbsolute, join } from 'node:path';
import { procedures } from '../procedures.ts';
import { projectExtension } from '../project/project-file.ts';
import { refuse } from '../refuse.ts';

export const fileProcedures = procedures.files.router({
  projectFolder: procedures.files.projectFolder.handler(({ context }) => {
    if (!context.door.mayNamePaths) refuse('door/not-allowed');
    const path = context.services.folders.projects;
    mkdirSync(path, { recursive: true });
    const projects = readdirSync(path)
      .filter((name) => name.endsWith(`.${projectExtension}`))
      .map((name) => ({ name, path: join(path, name), changedAt: statSync(join(path, name)).mtime.toISOString() }))
      .sort((a, b) => b.changedAt.localeCompare(a.changedAt));
    return { path, projects };
  }),

  folderFromPath: procedures.files.folderFromPath.handler(({ context, input }) => {
    if (!context.door.mayNamePaths) refuse('door/not-allowed');
    const path = isAbsolute(input.path) ? input.path : join(context.services.folders.projects, input.path);
    if (!existsSync(path) || !statSync(path).isDirectory()) refuse('project/folder-gone', { path, folder: path });
    return { file: context.services.files.hand(path), fileName: basename(path) };
  }),

  fromPath: procedures.files.fromPath.handler(({ context, input }) => {
    if (!context.door.mayNamePaths) refuse('door/not-allowed');
    const path = isAbsolute(input.path) ? input.path : join(context.services.folders.projects, input.path);
    if (existsSync(path) && !statSync(path).isFile()) refuse('file/not-readable', { path, fileName: basename(path) });
    return { file: context.services.files.hand(path), fileName: basename(path) };
  }),
});
