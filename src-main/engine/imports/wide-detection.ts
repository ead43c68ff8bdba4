import type { ImportKind, Recipe } from '#shared/domain/imports.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { parseNumber } from '../../imports/detect/numbers.ts';
import type { SampledColumn } from './field-detection.ts';
import { meaningOf, type Vocabulary } from './vocabulary.ts';

const yearName = /^(?:[a-z]{1,12}[ _-]?)?((?:19|20)\d{2})$/i;
const ageName = /^(?:de )?\d{1,3}\s*(?:-|–|to|a|à)\s*\d{1,3}|^\d{1,3}\s*(?:\+|and over|and older|y más|y mas|et plus|ou mais|anos e mais)/i;

/** The year that a column's name stands for (`2012`, `pop_2012`), or null. */
export function yearOfColumn(name: string): number | null {
  const match = yearName.exec(name.trim());
  return match ? Number(match[1]) : null;
}

/** Columns that are years, sexes or age bands side by side, to be turned into rows; null where the table is long already. */
export function detectWide(kind: ImportKind, columns: readonly SampledColumn[], vocabulary: Vocabulary): Recipe['wide'] {
  const numeric = columns.filter(
    ({ values }) => values.length === 0 || values.some((cell) => parseNumber(cell, '.') !== null || parseNumber(cell, ',') !== null),
  );
  const years = numeric.filter(({ name }) => yearOfColumn(name) !== null);
  if (kind !== 'areas' && kind !== 'stakeholders' && years.length >= 2) return { columns: years.map(({ name }) => name), field: 'year' };
  if (kind !== 'population') return null;
  const ages = numeric.filter(({ name }) => ageName.test(name.trim()));
  if (ages.length >= 3) return { columns: ages.map(({ name }) => name), field: 'ageBand' };
  const sexes = numeric.flatMap(({ name }) => {
    const sex = sexOfColumn(name, vocabulary);
    return sex === null ? [] : [{ name, sex }];
  });
  const hasBoth = sexes.some(({ sex }) => sex === 'female') && sexes.some(({ sex }) => sex === 'male');
  return hasBoth ? { columns: sexes.map(({ name }) => name), field: 'sex' } : null;
}

/** The sex that a population column stands for: «Mujeres», «pob. masculina», «total», «population». */
export function sexOfColumn(name: string, vocabulary: Vocabulary): 'female' | 'male' | 'all' | null {
  const meaning = meaningOf(name, vocabulary.sexes);
  if (meaning !== null) return meaning;
  const total = vocabulary.columns.population.population;
  return total?.names.includes(plainWords(name)) ? 'all' : null;
}
