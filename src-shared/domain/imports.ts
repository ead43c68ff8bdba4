import { z } from 'zod';
import { fileTokenSchema, idSchema, lineSchema, yearSchema } from './ids.ts';
import { offenceGroupSchema } from './incidents.ts';

export const importKinds = ['areas', 'population', 'incidents', 'stakeholders', 'indicators'] as const;
export const importKindSchema = z.enum(importKinds);
export type ImportKind = (typeof importKinds)[number];

export const dateOrders = ['ymd', 'dmy', 'mdy'] as const;

/** The fields each kind of import can fill; a recipe says which column fills which. */
export const importFields = {
  areas: ['name', 'code', 'parent', 'population', 'areaKm2', 'wkt'],
  population: ['area', 'parent', 'code', 'year', 'sex', 'ageBand', 'population'],
  incidents: ['date', 'time', 'year', 'month', 'offence', 'area', 'parentArea', 'areaCode', 'longitude', 'latitude', 'count'],
  stakeholders: ['name', 'sector', 'kind', 'mandate', 'represents', 'power', 'interest', 'note'],
  indicators: ['indicator', 'area', 'year', 'value', 'low', 'high', 'numerator', 'denominator', 'breakdown', 'source', 'quality', 'publishedOn', 'note'],
} as const satisfies Record<ImportKind, readonly string[]>;
export type ImportField = (typeof importFields)[ImportKind][number];

/**
 * How a file is read: everything that was guessed and can be changed. It is what `--mapping` takes and what an import prints,
 * so that a person can save it, edit it and use it on next year's file.
 */
export const recipeSchema = z.object({
  kind: importKindSchema,
  /** `csv` covers every delimited text; `table` a spreadsheet; the rest are maps and JSON. */
  format: z.enum(['csv', 'table', 'json', 'geojson', 'shapefile', 'geopackage']),
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
  wide: z.object({ columns: z.array(z.string()), field: z.enum(['year', 'sex', 'ageBand']) }).nullable(),
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
});
export type Recipe = z.infer<typeof recipeSchema>;
/**
 * What a person states; the rest is detected. A column '' means that the field stays empty. A whole recipe, as an import prints it,
 * is taken as it stands.
 */
export const recipePatchSchema = recipeSchema.partial();
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
  areaQuestions: z.array(areaQuestionSchema),
  offences: z.array(z.object({ name: z.string(), group: offenceGroupSchema, count: z.int() })),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  /** Fields that must be filled and that no column fills yet; while there are any, no row is judged. */
  missingFields: z.array(z.string()),
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
});
export type Dataset = z.infer<typeof datasetSchema>;
