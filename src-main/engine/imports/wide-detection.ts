import { plainColumnName, plainWords } from '#shared/domain/plain-words.ts';
import type { ImportKind, Recipe } from '#shared/domain/recipes.ts';
import { monthOfName } from '../../imports/detect/month-names.ts';
import { parseNumber } from '../../imports/detect/numbers.ts';
import type { SampledColumn } from './field-detection.ts';
import { meaningOf, offenceGroupOf, type Vocabulary } from './vocabulary.ts';

const yearName = /^(?:[a-z]{1,12}[ _-]?)?((?:19|20)\d{2})$/i;
const ageName = /^\d{1,3}\s*(?:-|–|to|a|à)\s*\d{1,3}|^\d{1,3}\s*(?:\+|and over|and older|y más|y mas|et plus|ou mais|anos e mais)/i;
const ageInside = /(?:^|\s)(\d{1,3}\s*(?:-|–|to|a|à)\s*\d{1,3}(?!\d)|\d{1,3}\s*(?:\+|and over|y más|y mas|et plus|ou mais))(?:\s|$)/i;

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
  if (kind !== 'areas' && kind !== 'stakeholders' && kind !== 'ties' && years.length >= 2) return { columns: years.map(({ name }) => name), field: 'year' };
  const months = numeric.filter(({ name }) => monthOfName(name.trim()) !== null);
  if (kind === 'incidents' && months.length >= 6) return { columns: months.map(({ name }) => name), field: 'month' };
  if (kind !== 'population') return null;
  const ages = numeric.filter(({ name }) => ageBandIn(name) !== null);
  if (ages.length >= 3) return { columns: ages.map(({ name }) => name), field: 'ageBand' };
  const sexes = numeric.flatMap(({ name }) => {
    const sex = sexOfColumn(name, vocabulary);
    return sex === null ? [] : [{ name, sex }];
  });
  const hasBoth = sexes.some(({ sex }) => sex === 'female') && sexes.some(({ sex }) => sex === 'male');
  return hasBoth ? { columns: sexes.map(({ name }) => name), field: 'sex' } : null;
}

/** Offences side by side, each with the count of a day, month or year: for a table that has no column of offences. */
export function wideOffences(columns: readonly SampledColumn[], vocabulary: Vocabulary): Recipe['wide'] {
  const isCount = (cell: string | number) => Number.isInteger(parseNumber(cell, '.') ?? 0.5);
  const counts = columns.filter(({ values }) => values.length > 0 && values.every(isCount));
  const offences = counts.filter(({ name }) => offenceGroupOf(plainColumnName(name), vocabulary) !== 'other');
  return offences.length >= 2 ? { columns: offences.map(({ name }) => name), field: 'offence' } : null;
}

/** The ages that a column's name speaks of («15-29», «Mujeres de 65 y más»), as written; null where it speaks of none. */
export function ageBandIn(name: string): string | null {
  const text = name.trim().replace(/^(?:de|from|edad|age|ages|anos)[ _]/i, '');
  return ageName.exec(text)?.[0].trim() ?? (/[a-z]/i.test(text) ? (ageInside.exec(text.replace(/_/g, ' '))?.[1]?.trim() ?? null) : null);
}

/** The sex that a population column stands for: «Mujeres», «pob. masculina», «total», «population». */
export function sexOfColumn(name: string, vocabulary: Vocabulary): 'female' | 'male' | 'all' | null {
  const meaning = meaningOf(name, vocabulary.sexes);
  if (meaning !== null) return meaning;
  const total = vocabulary.columns.population.population;
  return total?.names.includes(plainWords(name)) ? 'all' : null;
}
