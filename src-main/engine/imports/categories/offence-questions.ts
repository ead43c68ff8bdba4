import type { CategoryQuestion } from '#shared/domain/imports.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { isSafelySame, nameLikeness } from '../../areas/area-names.ts';
import { CategoryQuestions, suggestNames } from './category-questions.ts';

interface SeenOffence {
  readonly name: string;
  readonly count: number;
  /** The project has an offence of this name already. */
  readonly isKnown: boolean;
}

/** As like as names of one offence in two years' files are; «con violencia» and «sin violencia» are less so. */
const alike = 0.86;
const muchRarer = 5;
/** More names than these are free text, not names of offences: nobody answers questions about them, and comparing all with all would take minutes. */
const mostNames = 3_000;

/**
 * Names of offences that may be another name of one that is there: alike one that the project knows, or a slip of the pen against one that the file
 * holds far more often. Names whose words differ only in «con» and «sin», or in a number, are never asked about.
 */
export function offenceQuestions(offences: readonly SeenOffence[], known: readonly string[], column: string): CategoryQuestion[] {
  if (offences.length > mostNames) return [];
  const questions = new CategoryQuestions();
  const suggestions = new Map<string, CategoryQuestion['suggestions']>();
  const inFile = new Set(offences.map(({ name }) => plainWords(name)));
  const others = known.filter((name) => !inFile.has(plainWords(name)));
  for (const offence of offences) {
    if (offence.isKnown || offence.count === 0) continue;
    const frequent = offences.filter(({ name, count }) => count >= offence.count * muchRarer && isSlip(offence.name, name)).map(({ name }) => name);
    const candidates = [...others.filter((name) => isAlike(offence.name, name)), ...frequent];
    if (candidates.length === 0) continue;
    questions.add('offence', column, offence.name, offence.count);
    suggestions.set(
      offence.name,
      suggestNames(
        offence.name,
        candidates.map((name) => [name, name]),
      ),
    );
  }
  return questions.list((_field, value) => suggestions.get(value) ?? []);
}

function isSlip(one: string, other: string): boolean {
  const [plain, plainOther] = [plainWords(one), plainWords(other)];
  return plain !== plainOther && isSafelySame(plain, plainOther);
}

function isAlike(one: string, other: string): boolean {
  const [plain, plainOther] = [plainWords(one), plainWords(other)];
  return isSlip(one, other) || (nameLikeness(plain, plainOther) >= alike && !differsInTelling(plain, plainOther));
}

const telling = new Set(['con', 'sin', 'with', 'without', 'avec', 'sans', 'com', 'sem', 'no', 'not', 'non', 'mas', 'menos', 'more', 'less', 'بدون', 'مع']);

/** Words that turn the meaning round, or numbers, stand in one name only. */
function differsInTelling(one: string, other: string): boolean {
  const words = (text: string) => text.split(' ').filter((word) => telling.has(word) || /\d/.test(word));
  return words(one).sort().join(' ') !== words(other).sort().join(' ');
}
