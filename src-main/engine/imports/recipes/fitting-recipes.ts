import type { ImportPreview } from '#shared/domain/imports.ts';
import { plainColumnName } from '#shared/domain/plain-words.ts';
import type { ImportKind, Recipe } from '#shared/domain/recipes.ts';
import { recipeSchema } from '#shared/domain/recipes.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { fileStem } from '../file-stem.ts';
import { listRecipes } from './saved-recipes.ts';

/** A way of reading that is there already: kept under a name, or that of an earlier dataset. */
export interface KnownRecipe {
  readonly id: string;
  readonly name: string;
  readonly recipe: Recipe;
  /** Columns of the file it was made on; empty where they are not known. */
  readonly columns: readonly string[];
  readonly isSaved: boolean;
}

export interface FittingRecipe extends KnownRecipe {
  /** 1 = every column that it needs is there, and the file has no other ones; less by each that is missing or new. */
  readonly share: number;
  /** May be used without asking. */
  readonly isWhole: boolean;
}

const leastShare = 0.6;
const mostListed = 8;

/** Saved recipes first, then the datasets of this kind, newest first. */
export function knownRecipes(project: OpenProject, kind: ImportKind): KnownRecipe[] {
  const saved = listRecipes(project)
    .filter(({ recipe }) => recipe.kind === kind)
    .map(({ id, name, recipe, columns }) => ({ id, name, recipe, columns, isSaved: true }));
  const earlier = project
    .all(sql.selectFrom('dataset').select(['id', 'file_name', 'title', 'recipe', 'columns']).where('kind', '=', kind).orderBy('key', 'desc'))
    .map((row) => ({
      id: row.id,
      name: row.title || row.file_name,
      recipe: recipeSchema.parse(JSON.parse(row.recipe)),
      columns: JSON.parse(row.columns) as string[],
      isSaved: false,
    }));
  return [...saved, ...earlier];
}

/** The recipe or dataset asked for by its id; refused as `object/not-found`. */
export function recipeById(project: OpenProject, kind: ImportKind, id: string): KnownRecipe {
  return knownRecipes(project, kind).find((known) => known.id === id) ?? refuse('object/not-found');
}

/** Which known recipes fit a file with these columns, best first; of equally good ones a saved one, then the newest. */
export function fittingRecipes(known: readonly KnownRecipe[], columns: readonly string[], fileName: string): FittingRecipe[] {
  return known
    .map((recipe) => ({ ...recipe, ...fitOf(recipe, columns, fileName) }))
    .filter(({ share }) => share >= leastShare)
    .sort((a, b) => Number(b.isWhole) - Number(a.isWhole) || b.share - a.share);
}

export function listedFits(fits: readonly FittingRecipe[]): ImportPreview['fittingRecipes'] {
  return fits.slice(0, mostListed).map(({ id, name, share }) => ({ id, name, share: Math.round(share * 100) / 100 }));
}

function fitOf({ recipe, columns: own, isSaved, name }: KnownRecipe, columns: readonly string[], fileName: string): Pick<FittingRecipe, 'share' | 'isWhole'> {
  const there = new Set(columns.map(columnForm));
  const needed = neededColumns(recipe).map(columnForm);
  const found = needed.filter((column) => there.has(column)).length;
  const before = new Set(own.map(columnForm));
  const all = new Set([...before, ...there]);
  const common = [...there].filter((column) => before.has(column)).length;
  const ofNeeded = needed.length === 0 ? 0 : found / needed.length;
  const ofAll = before.size === 0 ? ofNeeded : common / all.size;
  const hasAll = needed.length > 0 && found === needed.length;
  // Nearly every list of places has the columns `name` and `code`: only a file of the same name tells the same layer.
  const isTelling = isSaved || recipe.kind !== 'areas' || fileStem(fileName) === fileStem(name);
  return { share: hasAll ? 0.5 + ofAll / 2 : (ofNeeded + ofAll) / 2, isWhole: hasAll && isTelling && before.size > 0 && ofAll === 1 };
}

/** Columns without which the recipe cannot be used. */
export function neededColumns(recipe: Recipe): string[] {
  const wide = recipe.wide?.columns ?? [];
  return [
    ...new Set([...Object.values(recipe.columns), ...Object.keys(recipe.keep), ...wide, ...Object.keys(recipe.questions), ...recipe.furtherBreakdowns]),
  ].filter((column) => column !== '');
}

/** A column's name as it is compared: years stand for each other, so that next year's columns are this year's. */
export function columnForm(name: string): string {
  return plainColumnName(name).replace(/(?<!\d)(?:19|20)\d{2}(?!\d)/g, '#');
}
