import { openProjectOf, procedures, streamed } from '../procedures.ts';
import { datasetQuality } from '../quality/dataset-quality.ts';
import { listDatasets, removeDataset, updateDataset } from './datasets.ts';
import { compareDatasets } from './editions/compare-datasets.ts';
import { compareFile } from './editions/compare-file.ts';
import { inspectFile, runImport } from './import-file.ts';
import { listRecipes, removeRecipe, renameRecipe, saveRecipe } from './recipes/saved-recipes.ts';
import { recogniseFile } from './recognise/recognise-file.ts';

const imports = procedures.imports;

export const importProcedures = imports.router({
  inspect: imports.inspect.handler(({ context, input, signal }) => streamed(inspectFile(context.services, input, signal))),

  run: imports.run.handler(({ context, input, signal }) => streamed(runImport(context.services, input, signal))),

  datasets: imports.datasets.handler(({ context }) => listDatasets(openProjectOf(context))),

  updateDataset: imports.updateDataset.handler(({ context, input: { id, ...patch } }) => updateDataset(openProjectOf(context), id, patch)),

  recognise: imports.recognise.handler(({ context, input, signal }) => recogniseFile(context.services, input.file, signal)),

  quality: imports.quality.handler(({ context, input, signal }) => datasetQuality(context.services, input.id, signal)),

  compare: imports.compare.handler(({ context, input }) => compareDatasets(openProjectOf(context), input.before, input.after)),

  compareFile: imports.compareFile.handler(({ context, input, signal }) => streamed(compareFile(context.services, input, signal))),

  recipes: imports.recipes.handler(({ context }) => listRecipes(openProjectOf(context))),

  saveRecipe: imports.saveRecipe.handler(({ context, input }) => saveRecipe(openProjectOf(context), input)),

  renameRecipe: imports.renameRecipe.handler(({ context, input }) => renameRecipe(openProjectOf(context), input.id, input.name)),

  removeRecipe: imports.removeRecipe.handler(({ context, input }) => removeRecipe(openProjectOf(context), input.id)),

  removeDataset: imports.removeDataset.handler(({ context, input, signal }) => removeDataset(openProjectOf(context), input.id, signal)),
});
