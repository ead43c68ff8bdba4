import type { Guess } from '#shared/domain/imports.ts';
import type { Recipe } from '#shared/domain/recipes.ts';
import type { CheckedImport } from '../kind-import.ts';
import type { OpenedFile } from '../open-file.ts';
import type { ProblemList } from '../problems.ts';

type Guessed = Pick<OpenedFile, 'table' | 'detected' | 'used' | 'stated' | 'recipe'>;

/** Everything that was settled without being asked about, besides the reading: a person sees why, and which part of the recipe changes it. */
export function gatherGuesses(opened: Guessed, checked: CheckedImport, problems: ProblemList): Guess[] {
  const { recipe } = checked;
  return [
    ...usedRecipe(opened),
    ...columnGuesses(opened, recipe),
    ...wideGuess(opened, recipe),
    ...constantGuesses(opened, recipe),
    ...numberGuess(opened, recipe),
    ...dateGuess(opened, checked),
    ...layerGuess(opened, checked),
    ...pointGuess(recipe, problems),
    ...systemGuess(checked, problems),
    ...offenceGuess(opened, checked),
  ];
}

function guess(setting: string, value: string, code: string, params: Guess['params'], isSure: boolean): Guess {
  return { setting, value, code, params, isSure };
}

function usedRecipe({ used }: Guessed): Guess[] {
  return used ? [guess('recipeId', used.name, used.isSaved ? 'saved-recipe' : 'earlier-recipe', { name: used.name }, true)] : [];
}

function columnGuesses({ detected }: Guessed, { columns }: Recipe): Guess[] {
  return [...detected].flatMap(([field, { column, isSure }]) =>
    columns[field] === column ? [guess(`columns.${field}`, column, isSure ? 'column-name' : 'column-likely', { column, field }, isSure)] : [],
  );
}

const wideCodes: Readonly<Record<string, string>> = {
  year: 'wide-periods',
  month: 'wide-periods',
  sex: 'wide-sexes',
  ageBand: 'wide-ages',
  offence: 'wide-offences',
};

function wideGuess({ stated }: Guessed, { wide }: Recipe): Guess[] {
  if (wide === null || stated.wide !== undefined) return [];
  const { columns, field } = wide;
  return [
    guess(
      'wide',
      columns.join(', '),
      wideCodes[field] ?? 'wide-other',
      { columns: columns.length, first: columns[0] ?? '', last: columns.at(-1) ?? '' },
      field === 'year',
    ),
  ];
}

function constantGuesses({ stated, used, table }: Guessed, { constants }: Recipe): Guess[] {
  return Object.entries(constants)
    .filter(([field]) => stated.constants?.[field] === undefined && used?.recipe.constants[field] === undefined)
    .map(([field, value]) => guess(`constants.${field}`, value, 'constant', { field, value, fileName: table.fileName }, false));
}

function numberGuess({ stated }: Guessed, { decimalMark }: Recipe): Guess[] {
  if (decimalMark === null || stated.decimalMark) return [];
  return [guess('decimalMark', decimalMark, decimalMark === ',' ? 'decimal-comma' : 'decimal-point', {}, true)];
}

function dateGuess({ stated, recipe: drafted }: Guessed, { recipe, dateOrderIs, isDateOrderInherited }: CheckedImport): Guess[] {
  if (recipe.dateOrder === null || stated.dateOrder || drafted.dateOrder || dateOrderIs === 'none') return [];
  if (isDateOrderInherited) return [guess('dateOrder', recipe.dateOrder, 'date-order-before', {}, true)];
  return [guess('dateOrder', recipe.dateOrder, `date-order-${recipe.dateOrder}`, {}, dateOrderIs === 'certain')];
}

function layerGuess({ stated, used }: Guessed, { recipe, usedLayer }: CheckedImport): Guess[] {
  if (stated.layer || (used?.recipe.layer ?? null) !== null) return [];
  if (recipe.kind === 'areas') return recipe.layer === null ? [] : [guess('layer', recipe.layer, 'layer-name', { layer: recipe.layer }, false)];
  return usedLayer
    ? [guess('layer', usedLayer.name, 'layer-of-names', { layer: usedLayer.name, share: Math.round(usedLayer.share * 100) }, usedLayer.share > 0.5)]
    : [];
}

function pointGuess({ columns }: Recipe, problems: ProblemList): Guess[] {
  const count = problems.countOf('swapped-back');
  return count === 0 ? [] : [guess('columns.longitude', columns.longitude ?? '', 'points-swapped', { rows: count }, true)];
}

function systemGuess({ coordinateSystem }: CheckedImport, problems: ProblemList): Guess[] {
  if (coordinateSystem?.from === 'values') {
    const { code, name } = coordinateSystem;
    return [guess('coordinateSystem', code, 'points-in-metres', { name, code }, false)];
  }
  const rows = problems.countOf('projected-coordinates');
  return rows === 0 ? [] : [guess('coordinateSystem', '', 'points-in-unknown-metres', { rows }, false)];
}

function offenceGuess({ stated }: Guessed, { offences }: CheckedImport): Guess[] {
  const guessed = offences.filter(({ name }) => stated.offenceGroups?.[name] === undefined);
  if (guessed.length === 0) return [];
  const other = guessed.filter(({ group }) => group === 'other').length;
  return [guess('offenceGroups', String(guessed.length), 'offence-groups', { offences: guessed.length, other }, other === 0)];
}
