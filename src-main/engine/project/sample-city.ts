import { constants, copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProjectState } from '#shared/domain/project.ts';
import { buildSampleCity } from '../sample-city/build-sample-city.ts';
import type { EngineServices } from '../services.ts';
import { projectExtension } from './project-file.ts';

const fileName = 'Puerto Sereno';

/** Opens a fresh copy of the sample city in the person's own project folder, under a name that is still free. */
export async function openSampleCity(services: EngineServices): Promise<ProjectState> {
  const aside = services.startAside();
  try {
    const built = join(aside.services.folders.temporary, `${fileName}.${projectExtension}`);
    await buildSampleCity({ services: aside.services, client: aside.client, path: built });
    aside.services.session.close();
    mkdirSync(services.folders.projects, { recursive: true });
    const path = freePath(services.folders.projects);
    copyFileSync(built, path, constants.COPYFILE_EXCL);
    return services.session.open(path);
  } finally {
    aside.close();
  }
}

function freePath(folder: string): string {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${fileName}${number === 1 ? '' : ` ${number}`}.${projectExtension}`);
    if (!existsSync(path)) return path;
  }
}
