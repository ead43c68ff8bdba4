import type { Recipe } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from '../import.module.css';

/** How a file is read, in plain words: one line for each thing that was decided. */
export function RecipeWords({ recipe }: { recipe: Recipe }) {
  const { t, formats } = useTexts();
  const quote = (text: string) => `\u2068${text}\u2069`;
  const lines: [label: string, words: string][] = [];
  const add = (label: string, words: string | null | undefined) => {
    if (words) lines.push([label, words]);
  };
  const count = (record: object) => {
    const { length } = Object.keys(record);
    return length > 0 ? formats.count(length) : null;
  };
  const table = [t(`workbench.format.${recipe.format}`), recipe.sheet ? t('workbench.words.sheet', { sheet: quote(recipe.sheet) }) : ''];
  if (recipe.encoding) table.push(recipe.encoding.toUpperCase());
  if (recipe.headerRow) table.push(t('workbench.words.header', { row: formats.count(recipe.headerRow) }));
  add(t('workbench.step.table'), table.filter(Boolean).join(' · '));
  add(
    t('workbench.step.columns'),
    Object.entries(recipe.columns)
      .filter(([, column]) => column !== '')
      .map(([field, column]) => `${t(`field.${field}` as TextKey)} = “${quote(column)}”`)
      .join(' · '),
  );
  if (recipe.wide) {
    add(t('import.wide'), t('workbench.words.wide', { number: formats.count(recipe.wide.columns.length), field: t(`field.${recipe.wide.field}` as TextKey) }));
  }
  add(
    t('import.constant'),
    Object.entries(recipe.constants)
      .filter(([, value]) => value !== '')
      .map(([field, value]) => `${t(`field.${field}` as TextKey)} = ${quote(value)}`)
      .join(' · '),
  );
  add(
    t('import.keep'),
    Object.entries(recipe.keep)
      .map(([column, values]) => `${quote(column)} = ${values.map(quote).join(', ')}`)
      .join(' · '),
  );
  if (recipe.dateOrder) add(t('import.read.dateOrder'), t(`import.dateOrder.${recipe.dateOrder}`));
  if (recipe.decimalMark) add(t('import.read.decimalMark'), t(recipe.decimalMark === '.' ? 'import.decimal.point' : 'import.decimal.comma'));
  add(t('workbench.crs.label'), recipe.coordinateSystem);
  add(t(recipe.kind === 'areas' ? 'import.read.newLayer' : 'import.read.layer'), recipe.layer ? quote(recipe.layer) : null);
  add(t('workbench.words.decisions'), count(recipe.areaDecisions));
  add(t('workbench.words.categories'), count(Object.assign({}, ...Object.values(recipe.categories))));
  add(t('workbench.questions.title'), count(recipe.questions));
  if (recipe.onDisagreement === 'point') add(t('workbench.places.title'), t('workbench.places.pointWins'));
  if (recipe.repeatedRows === 'skip') add(t('workbench.repeats.title'), t('workbench.repeats.skip'));
  if (recipe.onlyKnownAreas) add(t('import.onlyKnownAreas'), t('workbench.words.yes'));
  return (
    <dl className={classes.recipe}>
      {lines.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
