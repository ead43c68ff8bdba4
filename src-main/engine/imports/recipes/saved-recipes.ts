import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type Recipe, recipeSchema, type SavedRecipe, savedRecipeSchema } from '#shared/domain/recipes.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import type { SavedRecipeTable } from '../../project/schema.ts';

/** All ways of reading that were kept under a name, by name. */
export function listRecipes(project: OpenProject): SavedRecipe[] {
  return project.all(sql.selectFrom('saved_recipe').selectAll().orderBy('name').orderBy('id')).map(readRecipe);
}

function findRecipe(project: OpenProject, id: string): SavedRecipe {
  return readRecipe(project.found(sql.selectFrom('saved_recipe').selectAll().where('id', '=', id)));
}

function readRecipe(row: Selectable<SavedRecipeTable>): SavedRecipe {
  return savedRecipeSchema.parse({ id: row.id, name: row.name, recipe: JSON.parse(row.recipe), columns: JSON.parse(row.columns), usedAt: row.used_at });
}

/** Keeps a recipe with the columns of the file it was made on. One of the same name is taken the place of. */
export function saveRecipe(project: OpenProject, input: { name: string; recipe: Recipe; columns: readonly string[] }): SavedRecipe {
  const { name } = input;
  const known = project.first(sql.selectFrom('saved_recipe').select('id').where('name', '=', name));
  const id = known?.id ?? uuidv7();
  const values = { recipe: JSON.stringify(recipeSchema.parse(input.recipe)), columns: JSON.stringify(input.columns), used_at: project.nowText() };
  project.change({ name: 'imports.saveRecipe', params: { name }, subjects: ['datasets'] }, (write) => {
    if (known) write.run(sql.updateTable('saved_recipe').set(values).where('id', '=', id));
    else write.run(sql.insertInto('saved_recipe').values({ id, name, ...values }));
  });
  return findRecipe(project, id);
}

export function renameRecipe(project: OpenProject, id: string, name: string): SavedRecipe {
  const before = findRecipe(project, id);
  project.change({ name: 'imports.renameRecipe', params: { before: before.name, name }, subjects: ['datasets'] }, (write) => {
    write.run(sql.updateTable('saved_recipe').set({ name }).where('id', '=', id));
  });
  return findRecipe(project, id);
}

export function removeRecipe(project: OpenProject, id: string): void {
  const { name } = findRecipe(project, id);
  project.change({ name: 'imports.removeRecipe', params: { name }, subjects: ['datasets'] }, (write) => {
    write.run(sql.deleteFrom('saved_recipe').where('id', '=', id));
  });
}
