import { z } from 'zod';
import { idSchema, lineSchema } from './ids.ts';
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
  indicators: [
    ...(['indicator', 'definitionVersion', 'area', 'year', 'periodStart', 'periodEnd', 'value', 'low', 'high', 'numerator', 'denominator'] as const),
    ...(['sampleSize', 'breakdown', 'source', 'holder', 'quality', 'publishedOn', 'note'] as const),
  ],
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
