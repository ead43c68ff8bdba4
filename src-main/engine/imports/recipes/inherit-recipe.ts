import { importFields, type Recipe, type RecipePatch } from '#shared/domain/recipes.ts';
import type { ForeignTable } from '../../../imports/foreign-table.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { yearOfColumn } from '../wide-detection.ts';
import { columnForm } from './fitting-recipes.ts';

/** What a known recipe says about another file, and what it would only say where the file itself does not tell. */
export interface Inherited {
  readonly patch: RecipePatch;
  readonly fallback: Pick<Recipe, 'dateOrder' | 'decimalMark'>;
}

/**
 * A recipe brought over to another file of its kind. Columns are found again by their names, with the years of this file; what belongs to one file
 * only (encoding, rows of the header, a year that was read off its name) is judged anew; decisions about areas that are gone are left out.
 */
export function inheritRecipe(project: OpenProject, recipe: Recipe, table: ForeignTable): Inherited {
  const byForm = new Map(table.columns.map((column) => [columnForm(column), column]));
  const columnOf = (name: string) => (table.columns.includes(name) ? name : byForm.get(columnForm(name)));
  const columns = Object.fromEntries(
    importFields[recipe.kind].map((field) => {
      const column = recipe.columns[field];
      return [field, (column !== undefined && columnOf(column)) || ''];
    }),
  );
  const rename = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
    Object.fromEntries(
      Object.entries(record).flatMap(([name, value]) => {
        const column = columnOf(name);
        return column === undefined ? [] : [[column, value]];
      }),
    );
  const { year: _year, ...constants } = recipe.constants;
  const areaIds = new Set(project.all(sql.selectFrom('area').select('id')).map(({ id }) => id));
  const layers = project.all(sql.selectFrom('area_layer').select(['id', 'name']));
  const hasLayer = recipe.kind === 'areas' || layers.some(({ id, name }) => id === recipe.layer || name === recipe.layer);
  const hasOwnSystem = table.coordinateSystem?.from === 'file';
  return {
    patch: {
      columns,
      wide: inheritWide(recipe, table.columns, new Set(Object.values(columns))),
      keep: rename(recipe.keep),
      constants: recipe.wide === null && !hasYearIn(recipe, table) ? recipe.constants : constants,
      ...(hasLayer ? { layer: recipe.layer } : {}),
      areaDecisions: Object.fromEntries(Object.entries(recipe.areaDecisions).filter(([, id]) => id === null || areaIds.has(id))),
      offenceGroups: recipe.offenceGroups,
      onlyKnownAreas: recipe.onlyKnownAreas,
      ...(hasOwnSystem ? {} : { coordinateSystem: recipe.coordinateSystem }),
      categories: recipe.categories,
      repeatedRows: recipe.repeatedRows,
      knownIncidents: recipe.knownIncidents,
      onDisagreement: recipe.onDisagreement,
      questions: rename(recipe.questions),
      furtherBreakdowns: recipe.furtherBreakdowns.flatMap((name) => columnOf(name) ?? []),
    },
    fallback: { dateOrder: recipe.dateOrder, decimalMark: recipe.decimalMark },
  };
}

/** A year of the figures that the new file's name tells by itself. */
function hasYearIn(recipe: Recipe, { fileName, columns }: ForeignTable): boolean {
  return recipe.constants.year !== undefined && [fileName, ...columns].some((name) => /(?<!\d)(?:19|20)\d{2}(?!\d)/.test(name));
}

/** The same columns side by side; of years also those that have come since. */
function inheritWide({ wide }: Recipe, columns: readonly string[], taken: ReadonlySet<string>): Recipe['wide'] {
  if (wide === null) return null;
  const forms = new Set(wide.columns.map(columnForm));
  const arePeriods = wide.columns.every((name) => yearOfColumn(name) !== null);
  const names = columns.filter((name) => !taken.has(name) && (arePeriods ? yearOfColumn(name) !== null : forms.has(columnForm(name))));
  return names.length === 0 ? null : { ...wide, columns: names };
}
