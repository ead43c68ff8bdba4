import type { DataQuality } from '#shared/domain/datasets.ts';
import { problemCountSchema, problemSchema } from '#shared/domain/imports.ts';
import { Turns } from '../imports/turns.ts';
import { sql } from '../project/open-project.ts';
import type { EngineServices } from '../services.ts';
import { incidentQuality } from './incident-quality.ts';
import { otherQuality } from './other-quality.ts';
import type { QualityWork } from './quality-work.ts';

/** How good a dataset is, counted afresh. Refused as `object/not-found`. */
export async function datasetQuality(services: EngineServices, id: string, signal?: AbortSignal): Promise<DataQuality> {
  const project = services.session.require();
  const dataset = project.found(sql.selectFrom('dataset').selectAll().where('id', '=', id));
  const problemCounts = problemCountSchema.array().parse(JSON.parse(dataset.problem_counts));
  const problems = (...codes: string[]) => problemCounts.reduce((sum, { code, count }) => sum + (codes.includes(code) ? count : 0), 0);
  const work: QualityWork = { project, dataset, problems, turns: new Turns(signal, () => services.session.current !== project) };
  const rows = dataset.kind === 'incidents' ? await incidentQuality(work) : otherQuality(work);
  return {
    datasetId: id,
    ...rows,
    repeatedRowCount: problems('duplicate-row', 'repeated-row'),
    problemCounts,
    problems: problemSchema.array().parse(JSON.parse(dataset.problems)),
  };
}
