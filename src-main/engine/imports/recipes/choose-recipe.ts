import type { ImportKind, RecipePatch } from '#shared/domain/recipes.ts';
import type { ForeignTable } from '../../../imports/foreign-table.ts';
import type { OpenProject } from '../../project/open-project.ts';
import { isWholeRecipe } from '../recipe.ts';
import { columnForm, type FittingRecipe, fittingRecipes, type KnownRecipe, knownRecipes, neededColumns, recipeById } from './fitting-recipes.ts';

export interface ChosenRecipe {
  readonly fits: readonly FittingRecipe[];
  readonly used: KnownRecipe | null;
  /** How the file is opened anew, where the recipe's columns stand on another sheet or below another row. */
  readonly reading: RecipePatch | null;
}

/** The recipe asked for, else the best that fits wholly; none where the request brings a whole recipe of its own. */
export function chooseRecipe(
  project: OpenProject,
  request: { readonly kind: ImportKind; readonly recipe: RecipePatch; readonly recipeId?: string | null | undefined },
  table: ForeignTable,
): ChosenRecipe {
  const { kind, recipe: stated, recipeId } = request;
  const known = knownRecipes(project, kind);
  const fits = fittingRecipes(known, table.columns, table.fileName);
  if (recipeId) {
    const used = recipeById(project, kind, recipeId);
    return { fits, used, reading: isWholeRecipe(stated) || hasColumns(used, table) ? null : readingOf(used, table) };
  }
  if (recipeId === null || isWholeRecipe(stated)) return { fits, used: null, reading: null };
  return { fits, used: fits.find(({ isWhole }) => isWhole) ?? null, reading: null };
}

function hasColumns({ recipe }: KnownRecipe, { columns }: ForeignTable): boolean {
  const there = new Set(columns.map(columnForm));
  return neededColumns(recipe).every((column) => there.has(columnForm(column)));
}

function readingOf({ recipe }: KnownRecipe, { sheets }: ForeignTable): RecipePatch | null {
  const { sheet, headerRow, headerRowCount, block } = recipe;
  if (sheet !== null && sheets.length > 0 && !sheets.includes(sheet)) return null;
  return { sheet, headerRow, headerRowCount, block };
}

/** What a person states goes before what a recipe says, field by field; a column fills one field only. */
export function joinPatches(inherited: RecipePatch, stated: RecipePatch): RecipePatch {
  const taken = new Set(Object.values(stated.columns ?? {}));
  const columns = Object.fromEntries(Object.entries(inherited.columns ?? {}).map(([field, column]) => [field, taken.has(column) ? '' : column]));
  return {
    ...inherited,
    ...stated,
    columns: { ...columns, ...stated.columns },
    constants: { ...inherited.constants, ...stated.constants },
    areaDecisions: { ...inherited.areaDecisions, ...stated.areaDecisions },
    offenceGroups: { ...inherited.offenceGroups, ...stated.offenceGroups },
    categories: { ...inherited.categories, ...stated.categories },
  };
}
