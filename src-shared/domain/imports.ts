import { z } from 'zod';
import { fileTokenSchema, idSchema, lineSchema, yearSchema } from './ids.ts';
import { offenceGroupSchema } from './incidents.ts';

export const importKinds = ['areas', 'population', 'incidents', 'figures', 'survey', 'stakeholders', 'indicators', 'ties'] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = (typeof importKinds)[number];

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;

/** The fields each kind of import can fill; a recipe says which column fills which. */
export const importFields = {
  areas: ['name', 'code', 'parent', 'population', 'areaKm2', 'wkt'],
  population: ['area', 'parent', 'code', 'year', 'sex', 'ageBand', 'population'],
  incidents: ['date', 'time', 'year', 'month', 'offence', 'area', 'parentArea', 'areaCode', 'longitude', 'latitude', 'count'],
  /** A table of statistics: any figure by area, period and up to three breakdowns. */
  figures: ['area', 'parentArea', 'areaCode', 'year', 'month', 'series', 'breakdown', 'breakdown2', 'breakdown3', 'value', 'low', 'high', 'unit'],
  /** Answers of people, one person a row; every other column kept is a question (`questions` of the recipe). */
  survey: ['weight', 'stratum', 'cluster', 'area', 'parentArea', 'areaCode', 'year'],
  stakeholders: [
    ...(['name', 'sector', 'kind', 'level', 'mandate', 'areasServed', 'represents'] as const),
    ...(['power', 'interest', 'legitimacy', 'urgency', 'stance', 'note'] as const),
  ],
  indicators: ['indicator', 'area', 'year', 'value', 'low', 'high', 'numerator', 'denominator', 'breakdown', 'source', 'quality', 'publishedOn', 'note'],
  /** Who funds, commands, informs or blocks whom. */
  ties: ['from', 'to', 'kind', 'informant', 'note'],
} as const satisfies Record<ImportKind, readonly string[]>;
export type ImportField = (typeof importFields)[ImportKind][number];

/** A question of a survey: its wording and what each code that occurs means. `numeric` answers are amounts, not codes. */
export const surveyQuestionSchema = z.object({
  wording: z.string().max(2000),
  isNumeric: z.boolean(),
  options: z.array(z.object({ code: z.string().max(200), label: z.string().max(500), isMissing: z.boolean() })).max(500),
});
export type SurveyQuestionRecipe = z.infer<typeof surveyQuestionSchema>;

/**
 * How a file is read: everything that was guessed and can be changed. It is what `--mapping` takes and what an import prints,
 * so that a person can save it, edit it and use it on next year's file.
 */
export const recipeSchema = z.object({
  kind: importKindSchema,
  /** `csv` covers every delimited text; `table` a spreadsheet; the rest are maps and JSON. */
  format: z.enum(['csv', 'table', 'json', 'geojson', 'shapefile', 'geopackage', 'kml']),
  encoding: z.string().nullable(),
  delimiter: z.string().max(3).nullable(),
  decimalMark: z.enum(['.', ',']).nullable(),
  sheet: z.string().nullable(),
  /** 1-based row of the header in the file; 0 = no header, columns are then called `column 1`, `column 2` … */
  headerRow: z.int().min(0).nullable(),
  dateOrder: z.enum(dateOrders).nullable(),
  /** Field → name of the column that fills it. */
  columns: z.record(z.string(), z.string()),
  /** Wide tables: these columns are periods (or other values) turned into rows; the column's name fills `field`. */
  wide: z
    .object({
      columns: z.array(z.string()),
      field: z.enum(['year', 'month', 'sex', 'ageBand', 'offence', 'area', 'series', 'breakdown', 'breakdown2', 'breakdown3']),
    })
    .nullable(),
  /** Keep only rows whose column has one of these values (compared without case and accents). */
  keep: z.record(z.string(), z.array(z.string())),
  /** Values for fields that no column fills: `year`, `source`, `area`, `indicator`, `offence` … */
  constants: z.record(z.string(), z.string()),
  /** The layer that areas go to, or that names are looked up in. Created by name where it does not exist (areas only). */
  layer: lineSchema.nullable(),
  /**
   * A name as written in the file, or as an area question writes it («Centro (Cuauhtémoc)») → the area's id decided for it; null = leave
   * without an area. Case and accents do not matter. Written by a person.
   */
  areaDecisions: z.record(z.string(), idSchema.nullable()),
  /** Offence name → group, chosen by a person. */
  offenceGroups: z.record(z.string(), offenceGroupSchema),
  /** Leave out rows that lie in no area of the project: for a national table of which only one city is wanted (incidents only). */
  onlyKnownAreas: z.boolean(),
  /** How many rows the header takes, merged ones joined; null = detected. */
  headerRowCount: z.int().min(1).max(10).nullable().default(null),
  /** Of several blocks stacked on one sheet the 0-based one that is read; null = all that have the same columns. */
  block: z.int().min(0).nullable().default(null),
  /** Coordinate system of the map or the point columns: `EPSG:32614` or a proj4 text; null = the file's own, else detected. */
  coordinateSystem: z.string().max(4000).nullable().default(null),
  /** Field → value as written → value meant (an offence, a sex, an age band, a label of a code). Written by a person. */
  categories: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Rows that repeat another row of the file in every column, and incidents that an earlier dataset holds already. */
  repeatedRows: z.enum(['keep', 'skip']).default('keep'),
  knownIncidents: z.enum(['keep', 'skip']).default('keep'),
  /** Which of them places an incident whose named area does not hold its point. */
  onDisagreement: z.enum(['name', 'point']).default('name'),
  /** Surveys: column → question. Columns that are not here are not kept. */
  questions: z.record(z.string(), surveyQuestionSchema).default({}),
  /** Figures: further columns of words that tell rows apart, joined into the third breakdown as «column: value». */
  furtherBreakdowns: z.array(z.string()).default([]),
});
export type Recipe = z.infer<typeof recipeSchema>;
/**
 * What a person states; the rest is detected. A column '' means that the field stays empty. A whole recipe, as an import prints it,
 * is taken as it stands.
 */
export const recipePatchSchema = recipeSchema
  // What is not stated stays unstated: a default would pass for a person's wish.
  .extend({
    headerRowCount: recipeSchema.shape.headerRowCount.unwrap(),
    block: recipeSchema.shape.block.unwrap(),
    coordinateSystem: recipeSchema.shape.coordinateSystem.unwrap(),
    categories: recipeSchema.shape.categories.unwrap(),
    repeatedRows: recipeSchema.shape.repeatedRows.unwrap(),
    knownIncidents: recipeSchema.shape.knownIncidents.unwrap(),
    onDisagreement: recipeSchema.shape.onDisagreement.unwrap(),
    questions: recipeSchema.shape.questions.unwrap(),
    furtherBreakdowns: recipeSchema.shape.furtherBreakdowns.unwrap(),
  })
  .partial();
export type RecipePatch = z.infer<typeof recipePatchSchema>;

/** A row that could not be used as it stands. `code` is a text key (`problem.<code>`); `row` is the 1-based row in the file. */
export const problemSchema = z.object({
  code: z.string(),
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string(),
  /** True when the row is left out; false when it is kept without the value. */
  dropsRow: z.boolean(),
  /** Plain English for logs and `--json`; the interface uses the code. */
  message: z.string(),
  /** Fills further blanks of the code's text. */
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type Problem = z.infer<typeof problemSchema>;
export const problemCountSchema = z.object({ code: z.string(), count: z.int(), dropsRow: z.boolean() });

/** A name in the file that matches no area surely. */
export const areaQuestionSchema = z.object({
  name: z.string(),
  rows: z.int(),
  suggestions: z.array(z.object({ areaId: idSchema, name: z.string(), score: z.number() })),
});

/** A value of a column with few values that stands for nothing known surely. */
export const categoryQuestionSchema = z.object({
  field: z.string(),
  column: z.string(),
  value: z.string(),
  rows: z.int(),
  suggestions: z.array(z.object({ value: z.string(), score: z.number() })),
});
export type CategoryQuestion = z.infer<typeof categoryQuestionSchema>;

/** How names of places were matched, in rows: the same letters, the same but for case and accents, alike, decided by a person, by the point, not at all. */
export const placeMatchSchema = z.object({
  exact: z.int(),
  normalised: z.int(),
  fuzzy: z.int(),
  decided: z.int(),
  point: z.int(),
  none: z.int(),
  /** Named area and point disagree. */
  disagreements: z.int(),
  /** Each fuzzy match, to be looked at: as written, the area taken, how alike (0–1). */
  fuzzyMatches: z.array(z.object({ name: z.string(), areaId: idSchema, areaName: z.string(), score: z.number(), rows: z.int() })),
});
export type PlaceMatch = z.infer<typeof placeMatchSchema>;

/** Something that was guessed about a file, and why (`guess.<code>`). `setting` is the part of the recipe that changes it. */
export const guessSchema = z.object({
  setting: z.string(),
  value: z.string(),
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  isSure: z.boolean(),
});
export type Guess = z.infer<typeof guessSchema>;

/** A way of reading that was kept under a name, for the next file of the same kind. */
export const savedRecipeSchema = z.object({
  id: idSchema,
  name: lineSchema,
  recipe: recipeSchema,
  /** Columns of the file it was made on. */
  columns: z.array(z.string()),
  usedAt: z.string(),
});
export type SavedRecipe = z.infer<typeof savedRecipeSchema>;
export type AreaQuestion = z.infer<typeof areaQuestionSchema>;

export const importPreviewSchema = z.object({
  file: fileTokenSchema,
  fileName: z.string(),
  byteCount: z.int(),
  sha256: z.string(),
  /** When this very file was imported before. */
  importedBefore: z.string().nullable(),
  recipe: recipeSchema,
  sheets: z.array(z.string()),
  columns: z.array(z.object({ name: z.string(), sample: z.array(z.string()), field: z.string().nullable() })),
  /** First rows as text, after the header. */
  rows: z.array(z.array(z.string())),
  rowCount: z.int(),
  usableRowCount: z.int(),
  /** Sum of the counts (equals usable rows unless a count column is mapped). */
  incidentCount: z.int().nullable(),
  problems: z.array(problemSchema),
  problemCounts: z.array(problemCountSchema),
  /** How sure the date order is: `ambiguous` when every date also reads the other way. */
  dateOrderIs: z.enum(['certain', 'ambiguous', 'none']),
  /** A few of the file's own dates, each with the day (`YYYY-MM-DD`) that it would be in every order; null where it would be none. */
  dateExamples: z.array(z.object({ text: z.string(), days: z.record(z.enum(dateOrders), z.string().nullable()) })).default([]),
  areaQuestions: z.array(areaQuestionSchema),
  offences: z.array(z.object({ name: z.string(), group: offenceGroupSchema, count: z.int() })),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** Fields that must be filled and that no column fills yet; while there are any, no row is judged. */
  missingFields: z.array(z.string()),
  guesses: z.array(guessSchema).default([]),
  /** Blocks of the same table stacked on the sheet: the row each begins in and the title above it. */
  blocks: z.array(z.object({ row: z.int(), title: z.string(), rowCount: z.int() })).default([]),
  /** Sheets that the file hides. */
  hiddenSheets: z.array(z.string()).default([]),
  /** Title rows above and notes below the table, as text. */
  notes: z.array(z.string()).default([]),
  /**
   * The first rows as they stand in the sheet or the text, from the file's row 1, titles and header included, about 25 of them: for a
   * picture in which the header is marked. Left out where a file has no such rows (maps, JSON).
   */
  firstRows: z.array(z.array(z.string())).optional(),
  /** Of a map or of point columns; `from` says who told. Null where there are no coordinates. */
  coordinateSystem: z
    .object({ code: z.string(), name: z.string(), from: z.enum(['file', 'chosen', 'values']) })
    .nullable()
    .default(null),
  categoryQuestions: z.array(categoryQuestionSchema).default([]),
  placeMatch: placeMatchSchema.nullable().default(null),
  repeatedRowCount: z.int().default(0),
  /** Incidents of the file that earlier datasets hold already. */
  knownIncidents: z.array(z.object({ datasetId: idSchema, fileName: z.string(), count: z.int() })).default([]),
  /** Saved recipes and earlier datasets whose columns fit this file, best first; `usedRecipeId` was applied unasked because it fits wholly. */
  fittingRecipes: z.array(z.object({ id: idSchema, name: z.string(), share: z.number() })).default([]),
  usedRecipeId: idSchema.nullable().default(null),
  /** Datasets that this file looks like a newer edition of. */
  earlierEditions: z.array(z.object({ datasetId: idSchema, fileName: z.string(), importedAt: z.string() })).default([]),
});
export type ImportPreview = z.infer<typeof importPreviewSchema>;

export const importResultSchema = z.object({
  dataset: idSchema,
  kind: importKindSchema,
  rows: z.int(),
  imported: z.int(),
  problems: z.array(problemSchema),
  problemCounts: z.array(problemCountSchema),
  unmatchedAreas: z.array(areaQuestionSchema),
  recipe: recipeSchema,
});
export type ImportResult = z.infer<typeof importResultSchema>;

/** An imported table, and where every one of its figures came from. */
export const datasetSchema = z.object({
  id: idSchema,
  kind: importKindSchema,
  fileName: z.string(),
  sha256: z.string(),
  importedAt: z.string(),
  rows: z.int(),
  imported: z.int(),
  source: lineSchema,
  licence: lineSchema,
  publishedOn: z.string().nullable(),
  firstYear: yearSchema.nullable(),
  lastYear: yearSchema.nullable(),
  problemCounts: z.array(problemCountSchema),
  recipe: recipeSchema,
  /** A title of a person's own; the file's name where it is empty. */
  title: lineSchema.default(''),
  note: z.string().max(20_000).default(''),
  /** First and last day of what it tells, where it tells days. */
  firstDay: z.string().nullable().default(null),
  lastDay: z.string().nullable().default(null),
  /** The edition that it took the place of. */
  replaced: z.object({ fileName: z.string(), sha256: z.string(), importedAt: z.string(), rows: z.int() }).nullable().default(null),
});
export type Dataset = z.infer<typeof datasetSchema>;

/** What changed between two datasets of one kind, or between a dataset and the file that would take its place. */
export const datasetComparisonSchema = z.object({
  rows: z.object({ before: z.int(), after: z.int(), same: z.int(), onlyBefore: z.int(), onlyAfter: z.int() }),
  /** Counts by year and by category (offence, series, question, area), where they differ most first. */
  byYear: z.array(z.object({ year: yearSchema.nullable(), before: z.number().nullable(), after: z.number().nullable() })),
  byCategory: z.array(z.object({ category: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
});
export type DatasetComparison = z.infer<typeof datasetComparisonSchema>;

/** How good a dataset is (`src-main/engine/quality`). Shares are 0–1; null where a thing does not apply to this kind. */
export const dataQualitySchema = z.object({
  datasetId: idSchema,
  rowCount: z.int(),
  /** How full each field is, and how many of its values are impossible or say «not known». */
  fields: z.array(z.object({ field: z.string(), filled: z.int(), missing: z.int(), impossible: z.int() })),
  /** Rows by month (`YYYY-MM`); a month that stands out as too empty says so. */
  months: z.array(z.object({ month: z.string(), count: z.int(), isGap: z.boolean() })),
  /** Rows and how many of them have a day, an hour and a point, by area of the layer that the city counts by. */
  areas: z.array(
    z.object({ areaId: idSchema.nullable(), name: z.string().nullable(), rows: z.int(), withDay: z.int(), withHour: z.int(), withPoint: z.int() }),
  ),
  /** Share of hours that fall on midnight, noon and the full hour against what would be expected; null without hours. */
  heaping: z
    .object({
      hours: z.array(z.int()),
      midnightShare: z.number(),
      noonShare: z.number(),
      expectedShare: z.number(),
      firstOfMonthShare: z.number().nullable(),
      isHeaped: z.boolean(),
    })
    .nullable(),
  /** Points that bear many rows: a police station, the middle of the city. Counts only. */
  pointPiles: z.object({ rows: z.int(), places: z.int(), largest: z.int() }).nullable(),
  repeatedRowCount: z.int(),
  problemCounts: z.array(problemCountSchema),
  problems: z.array(problemSchema),
});
export type DataQuality = z.infer<typeof dataQualitySchema>;
