import type { Dataset } from '#shared/domain/datasets.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { findDataset } from '../datasets.ts';
import type { NewDataset } from '../kind-import.ts';
import type { ImportRequest } from '../open-file.ts';
import { datasetKey } from './compare-datasets.ts';

export type ReplacedDataset = Dataset & NewDataset;

/** The dataset whose place a file takes; refused as `object/not-found`, or as `import/bad-recipe` where it is of another kind. */
export function editionToReplace(project: OpenProject, kind: ImportKind, id: string): ReplacedDataset {
  const dataset = findDataset(project, id);
  if (dataset.kind !== kind) refuse('import/bad-recipe', { field: 'kind', value: dataset.kind });
  return { ...dataset, key: datasetKey(project, id) };
}

/** A newer edition goes where the old one went, unless the request says otherwise. */
export function inLayerOf<Request extends ImportRequest>(request: Request, { recipe }: Dataset): Request {
  if (request.recipe.layer !== undefined || recipe.layer === null) return request;
  return { ...request, recipe: { ...request.recipe, layer: recipe.layer } };
}
