import type { Selectable } from 'kysely';
import type { DataQuality } from '#shared/domain/datasets.ts';
import type { Turns } from '../imports/turns.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { DatasetTable } from '../project/schema.ts';

/** What is counted afresh from the rows of a dataset; the rest of its quality stands in its problem report. */
export type RowQuality = Pick<DataQuality, 'rowCount' | 'fields' | 'months' | 'areas' | 'heaping' | 'pointPiles'>;

/** What a quality is worked out from. */
export interface QualityWork {
  readonly project: OpenProject;
  readonly dataset: Selectable<DatasetTable>;
  readonly turns: Turns;
  /** Sum of the problems of these codes. */
  problems(...codes: string[]): number;
}
