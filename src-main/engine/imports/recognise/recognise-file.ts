import type { FileToken } from '#shared/domain/ids.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import type { Cell } from '../../../imports/foreign-table.ts';
import { openForeignTable } from '../../../imports/open-foreign-table.ts';
import { listLanguages } from '../../i18n/load-texts.ts';
import { listIndicators } from '../../indicators/indicator-catalogue.ts';
import type { EngineServices } from '../../services.ts';
import { saveMemory } from '../frugal-memory.ts';
import { firstRows, foreign } from '../open-file.ts';
import { loadVocabulary } from '../vocabulary.ts';
import { kindScores } from './kind-scores.ts';

/** What kinds a file may be, best first, by its columns and first rows. Refusals: `file/…`, `import/cancelled`. */
export async function recogniseFile(services: EngineServices, file: FileToken, signal?: AbortSignal): Promise<{ kind: ImportKind; score: number }[]> {
  const { path, fileName } = services.files.get(file);
  const { resources } = services.folders;
  const restoreMemory = saveMemory();
  try {
    const table = await foreign(() => openForeignTable({ path, fileName, patch: {}, ...(signal ? { signal } : {}) }), signal);
    try {
      const sample = await firstRows(table, signal);
      return kindScores({
        fileName,
        columns: table.columns,
        sample,
        vocabulary: loadVocabulary(resources),
        hasSeveralSheets: table.sheets.length > 1,
        isIndicator: indicatorTest(services),
      });
    } finally {
      table.close();
    }
  } finally {
    restoreMemory();
  }
}

function indicatorTest({ session, folders }: EngineServices): (cell: Cell) => boolean {
  const project = session.current;
  if (!project) return () => false;
  const known = new Set<string>();
  for (const language of listLanguages(folders.resources)) {
    for (const { code, name } of listIndicators(folders.resources, project, language)) known.add(plainWords(code)).add(plainWords(name));
  }
  return (cell) => known.has(plainWords(String(cell)));
}
