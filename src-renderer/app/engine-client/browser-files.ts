import type { EngineClient } from '#shared/contract/contract.ts';
import { refusalSchema } from '#shared/contract/refusal.ts';
import type { ChoiceKind, ChosenFile, FileAccess, ProjectPathAsker } from './file-access.ts';
import { refusedError } from './refused-error.ts';

const acceptedEndings: Readonly<Record<ChoiceKind, string>> = {
  project: '.citysafety',
  table: '.csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.json,.gz,.geojson,.zip,.gpkg,.kml,.kmz',
  map: '.geojson,.json,.zip,.gpkg,.kml,.kmz,.csv,.tsv,.txt,.xlsx,.xlsm,.xlsb,.xls,.ods,.gz',
  'base-map': '.pmtiles',
  picture: '.jpg,.jpeg,.png',
  logo: '.png,.svg,.jpg,.jpeg',
  document: '.pdf,.docx,.odt,.txt,.md',
};

/** Files through a browser: tables and maps are uploaded to the engine's own folder, projects stay where they are and are named by path. */
export function createBrowserFiles(client: EngineClient): FileAccess {
  let askForProject: ProjectPathAsker = async ({ folder }) => window.prompt(folder, folder);
  return {
    presentsInFolder: false,
    async chooseToOpen(kind) {
      if (kind !== 'project') {
        const [file] = await pickFiles(acceptedEndings[kind], false);
        return file ? upload(file) : null;
      }
      const { path: folder, projects } = await client.files.projectFolder();
      const path = await askForProject({ folder, projects });
      return path ? client.files.fromPath({ path }) : null;
    },
    async chooseSeveral(kind) {
      const chosen: ChosenFile[] = [];
      for (const file of await pickFiles(acceptedEndings[kind], true)) chosen.push(await upload(file));
      return chosen;
    },
    async chooseToSave(suggestedName) {
      const { projects } = await client.files.projectFolder();
      return client.files.fromPath({ path: freeName(suggestedName, new Set(projects.map(({ name }) => name.toLowerCase()))) });
    },
    fromDropped: upload,
    async present({ file, fileName }) {
      const link = document.createElement('a');
      link.href = `/files/${encodeURIComponent(file)}?name=${encodeURIComponent(fileName)}`;
      link.download = fileName;
      link.click();
    },
    lendProjectPathAsker(asker) {
      const before = askForProject;
      askForProject = asker;
      return () => {
        askForProject = before;
      };
    },
  };
}

/** The person's choice in the browser's own dialog. */
function pickFiles(accept: string, isMultiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = isMultiple;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function upload(file: File): Promise<ChosenFile> {
  const answer = await fetch(`/files?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file });
  const content: unknown = await answer.json();
  if (answer.ok) return content as ChosenFile;
  const refusal = refusalSchema.safeParse(content);
  throw refusal.success ? refusedError(refusal.data) : new Error(`The door answered ${answer.status}.`);
}

/** Characters that one of the file systems a stick may have cannot hold. */
const unfitForFileNames = /[\\/:*?"<>|\p{Cc}]/gu;

/** `City.citysafety`, or `City 2.citysafety` when that name is taken. */
export function freeName(suggestedName: string, taken: ReadonlySet<string>): string {
  const name = suggestedName.replace(unfitForFileNames, '-');
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  let candidate = name;
  for (let number = 2; taken.has(candidate.toLowerCase()); number++) candidate = `${stem} ${number}${ending}`;
  return candidate;
}
