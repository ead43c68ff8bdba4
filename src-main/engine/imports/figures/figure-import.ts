import { type ImportWork, type KindImport, nothingFound } from '../kind-import.ts';

export function createFigureImport(work: ImportWork): KindImport {
  let rowCount = 0;
  return {
    take: (rows) => {
      rowCount += rows.length;
    },
    // biome-ignore lint/correctness/useYield: to be written.
    finish: async function* () {
      return { ...nothingFound, rowCount, usableRowCount: 0, recipe: work.recipe, subjects: [], write: () => {} };
    },
  };
}
