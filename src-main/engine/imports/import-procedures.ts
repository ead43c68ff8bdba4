import { openProjectOf, procedures, streamed } from '../procedures.ts';
import { sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { findDataset, listDatasets, removeDataset } from './datasets.ts';
import { inspectFile, runImport } from './import-file.ts';

const imports = procedures.imports;

export const importProcedures = imports.router({
  inspect: imports.inspect.handler(({ context, input, signal }) => streamed(inspectFile(context.services, input, signal))),

  run: imports.run.handler(({ context, input, signal }) => streamed(runImport(context.services, input, signal))),

  datasets: imports.datasets.handler(({ context }) => listDatasets(openProjectOf(context))),

  updateDataset: imports.updateDataset.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findDataset(project, input.id);
    const { source = before.source, licence = before.licence, publishedOn = before.publishedOn } = input;
    project.change({ name: 'imports.updateDataset', params: { file: before.fileName }, subjects: ['datasets', 'indicators'] }, (write) => {
      write.run(sql.updateTable('dataset').set({ source, licence, published_on: publishedOn }).where('id', '=', input.id));
    });
    return findDataset(project, input.id);
  }),

  recognise: imports.recognise.handler(() => refuse('import/cancelled')),
  quality: imports.quality.handler(() => refuse('import/cancelled')),
  compare: imports.compare.handler(() => refuse('import/cancelled')),
  compareFile: imports.compareFile.handler(() => refuse('import/cancelled')),
  recipes: imports.recipes.handler(() => []),
  saveRecipe: imports.saveRecipe.handler(() => refuse('import/cancelled')),
  renameRecipe: imports.renameRecipe.handler(() => refuse('import/cancelled')),
  removeRecipe: imports.removeRecipe.handler(() => refuse('import/cancelled')),

  removeDataset: imports.removeDataset.handler(({ context, input }) => removeDataset(openProjectOf(context), input.id)),
});
