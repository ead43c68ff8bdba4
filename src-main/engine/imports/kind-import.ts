import type { AreaQuestion, ImportPreview } from '#shared/domain/imports.ts';
import type { Progress } from '#shared/domain/outputs.ts';
import type { Subject } from '#shared/domain/project.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import type { ForeignRow } from '../../imports/foreign-table.ts';
import type { InTurns } from '../project/in-turns.ts';
import type { ChangeWriter, OpenProject } from '../project/open-project.ts';
import type { ProblemList } from './problems.ts';
import type { RowFields } from './row-fields.ts';
import type { Turns } from './turns.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What every kind of import works with. */
export interface ImportWork {
  readonly project: OpenProject;
  readonly recipe: Recipe;
  readonly fields: RowFields;
  readonly problems: ProblemList;
  readonly vocabulary: Vocabulary;
  readonly turns: Turns;
  readonly fileName: string;
  readonly resourcesFolder: string;
  /** The engine's day, yyyymmdd. */
  readonly today: number;
  /** Source given with the request; the recipe's constant or the file's name where it is empty. */
  readonly source: string;
  /** The order of dates in an earlier file of its kind, where this one's can be read both ways. */
  readonly dateOrderBefore: Recipe['dateOrder'];
  /** The dataset whose place it takes. */
  readonly replaces: NewDataset | null;
}

/** The dataset's row in this file. Rows that come with it take ids derived from its id and their place. */
export interface NewDataset {
  readonly key: number;
  readonly id: string;
}

/** What a file turned out to hold, and how to write it. */
export interface CheckedImport {
  /** Rows of the file, filtered ones too. */
  readonly rowCount: number;
  /** Rows of the file that will be imported. */
  readonly usableRowCount: number;
  readonly incidentCount: number | null;
  readonly dateOrderIs: ImportPreview['dateOrderIs'];
  /** The dates could be read both ways and were read as in an earlier file of this kind. */
  readonly isDateOrderInherited?: boolean;
  /** With what could only be settled from all rows. */
  readonly recipe: Recipe;
  readonly areaQuestions: AreaQuestion[];
  readonly offences: ImportPreview['offences'];
  readonly categoryQuestions: ImportPreview['categoryQuestions'];
  readonly placeMatch: ImportPreview['placeMatch'];
  readonly repeatedRowCount: number;
  readonly knownIncidents: ImportPreview['knownIncidents'];
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  /** The layer that the names of areas belong to, and the share of rows whose names it has. */
  readonly usedLayer: { readonly name: string; readonly share: number } | null;
  /** Of point columns; null where they are degrees or there are none. */
  readonly coordinateSystem: ImportPreview['coordinateSystem'];
  /** What the change touches besides datasets. */
  readonly subjects: readonly Subject[];
  /** Writes everything, inside one change; much of it in turns. */
  write(write: ChangeWriter, dataset: NewDataset): InTurns<void> | void;
}

/** One kind of import: takes the rows as they are read, judges them when all are there. */
export interface KindImport {
  take(rows: readonly ForeignRow[]): void;
  finish(): AsyncGenerator<Progress, CheckedImport>;
}

/** What only some kinds find. */
export const nothingFound: Pick<
  CheckedImport,
  | 'incidentCount'
  | 'dateOrderIs'
  | 'areaQuestions'
  | 'offences'
  | 'categoryQuestions'
  | 'placeMatch'
  | 'repeatedRowCount'
  | 'knownIncidents'
  | 'firstDay'
  | 'lastDay'
  | 'firstYear'
  | 'lastYear'
  | 'usedLayer'
  | 'coordinateSystem'
> = {
  incidentCount: null,
  dateOrderIs: 'none',
  areaQuestions: [],
  offences: [],
  categoryQuestions: [],
  placeMatch: null,
  repeatedRowCount: 0,
  knownIncidents: [],
  firstDay: null,
  lastDay: null,
  firstYear: null,
  lastYear: null,
  usedLayer: null,
  coordinateSystem: null,
};
