import type { FileToken } from '#shared/domain/ids.ts';
import type { ReadBackPreview, ReadBackProblem } from '#shared/domain/read-back.ts';
import { createExportContext } from '../../../exports/export-context.ts';
import { currentRows } from '../../../exports/workbook/read-back/current-rows.ts';
import { chooseLanguage, loadTexts } from '../../i18n/load-texts.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { readAppVersion } from '../app-version.ts';
import { gatherProfile } from '../gather-profile.ts';
import { type Compared, compareEdited } from './compare-edited.ts';
import { readEdited, readMade } from './read-edited.ts';

interface ReadBack extends Omit<ReadBackPreview, 'changes'> {
  readonly changes: Compared['changes'];
}

/**
 * Reads an edited workbook and compares it with what it said when it was made and with the project as it is now. Every reading goes through the
 * guard and the killable process of imports. Writes nothing. Refused as `file/…`, `read-back/not-a-workbook`, `read-back/other-project`.
 */
export async function readBack(services: EngineServices, project: OpenProject, file: FileToken, signal?: AbortSignal): Promise<ReadBack> {
  const { path, fileName } = services.files.get(file);
  const asked = { path, fileName, signal };
  const made = await readMade(asked);
  const resourcesFolder = services.folders.resources;
  const language = chooseLanguage(resourcesFolder, made.language);
  const options = { resourcesFolder, language, appVersion: readAppVersion(resourcesFolder), withoutIncidents: true };
  const data = gatherProfile(project, options);
  if (made.projectId !== data.projectId) refuse('read-back/other-project');
  const { sheets, writer } = currentRows(data, createExportContext({ language, texts: loadTexts(resourcesFolder), resourcesFolder }));
  const problems: ReadBackProblem[] = [];
  const changes: Compared['changes'][number][] = [];
  let rows = 0;
  // Each sheet is read by a process of its own.
  const read = await Promise.all(sheets.map(async (current) => ({ current, edited: await readEdited(asked, current.sheetName) })));
  for (const { current, edited } of read) {
    if (edited === null || edited.columns.length === 0) {
      const hadRows = (made.base.get(current.kind)?.size ?? 0) > 0;
      if (hadRows) problems.push({ code: 'sheet-missing', sheet: current.sheetName, row: null, column: '', value: '' });
      continue;
    }
    const compared = compareEdited({ kind: current.kind, writer, base: made.base.get(current.kind) ?? new Map(), current, edited });
    changes.push(...compared.changes);
    problems.push(...compared.problems);
    rows += compared.rows;
  }
  return { fileName, language, isOlder: data.revision > made.revision, changes, problems, rows };
}
