import { given } from '#shared/domain/given.ts';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { Recipe, RecipePatch } from '#shared/domain/recipes.ts';

/** The preview's recipe with what the person answered since. */
export function recipeOf({ recipe }: ImportPreview, patch: RecipePatch): Recipe {
  return {
    ...recipe,
    areaDecisions: patch.areaDecisions ?? recipe.areaDecisions,
    categories: patch.categories ?? recipe.categories,
    questions: patch.questions ?? recipe.questions,
    repeatedRows: patch.repeatedRows ?? recipe.repeatedRows,
    knownIncidents: patch.knownIncidents ?? recipe.knownIncidents,
    onDisagreement: patch.onDisagreement ?? recipe.onDisagreement,
    offenceGroups: { ...recipe.offenceGroups, ...patch.offenceGroups },
  };
}

/**
 * The preview as the person has set it so far: a setting shows at once, and the next one builds on it, while the file is still being
 * read again.
 */
export function withAnswers(preview: ImportPreview, patch: RecipePatch): ImportPreview {
  const recipe = { ...preview.recipe, ...given(patch) };
  const fieldOf = new Map(Object.entries(recipe.columns).map(([field, column]) => [column, field]));
  return { ...preview, recipe, columns: preview.columns.map((column) => ({ ...column, field: fieldOf.get(column.name) ?? null })) };
}
