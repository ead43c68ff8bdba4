import type { DatasetComparison } from '#shared/domain/datasets.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import { atOnce } from '../../project/in-turns.ts';
import { refuse } from '../../refuse.ts';
import type { EngineServices } from '../../services.ts';
import { checkRows } from '../check-rows.ts';
import { addDataset, newDatasetId } from '../new-dataset.ts';
import { type ImportRequest, openFile } from '../open-file.ts';
import { newProblems } from '../problems.ts';
import { requireFields } from '../recipe.ts';
import { compareSnapshots } from './compare-datasets.ts';
import { takeSnapshot } from './dataset-snapshot.ts';
import { editionToReplace, inLayerOf } from './replaced-dataset.ts';

/**
 * What a file would change if it took a dataset's place: it is written, looked at and taken back before anything is kept. Refusals: those of an
 * import; a project that is open for reading only refuses too.
 */
export async function* compareFile(
  services: EngineServices,
  request: ImportRequest & { readonly before: string },
  signal?: AbortSignal,
): AsyncGenerator<Progress, DatasetComparison> {
  const project = services.session.require();
  if (project.isReadOnly) refuse('project/read-only', { path: project.path });
  const replaced = editionToReplace(project, request.kind, request.before);
  const opened = await openFile(services, inLayerOf(request, replaced), signal);
  try {
    const { table, recipe, turns } = opened;
    requireFields(recipe, table.columns);
    const problems = newProblems(services.folders.resources);
    const checked = yield* checkRows(services, project, opened, problems, { source: replaced.source, replaces: replaced });
    yield { step: 'comparingEditions', done: 0, total: checked.usableRowCount };
    turns.check();
    const before = takeSnapshot(project.reader, request.kind, replaced.key);
    await turns.pass();
    const origin = { kind: request.kind, source: '', licence: '', publishedOn: null };
    let written = 0;
    const after = project.rehearse(
      { name: `imports.${request.kind}`, params: { file: table.fileName, count: checked.usableRowCount }, subjects: ['datasets'] },
      (write) => {
        const dataset = addDataset(write, project, {
          id: newDatasetId(project, table, request.kind, checked),
          request: origin,
          table,
          checked,
          problems,
          replaced,
        });
        const work = checked.write(write, dataset);
        if (work) atOnce(work);
        written = dataset.key;
      },
      () => takeSnapshot(project.reader, request.kind, written),
    );
    return compareSnapshots(before, after);
  } finally {
    opened.close();
  }
}
