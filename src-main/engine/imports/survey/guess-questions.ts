import { plainColumnName } from '#shared/domain/plain-words.ts';
import type { SurveyQuestionRecipe } from '#shared/domain/recipes.ts';
import type { AnswerColumn } from './answer-column.ts';
import { missingCodes, saysNoAnswer } from './missing-codes.ts';

/** More different codes than this make a question nobody can read as shares. */
const mostShares = 60;
/** From here on different numbers are amounts rather than codes. */
const leastAmounts = 21;
const longestCode = 60;
const shortCode = 3;

const ownWords =
  /(?:^| )(?:esp|especifique|specify|specified|otro|otra|other|autre|text|texto|comment|comments|comentario|observaciones|nombre|name|nom|telefono|tel|phone|email|mail|correo|direccion|address|curp|rfc|dni|cedula|birthday|nacimiento|folio|fol|id|uuid|gps|lat|lon|اسم|هاتف|عنوان)(?: |$)|esp$/;

/**
 * Whether a column is a question that is kept unasked: few different answers that many people share, or amounts. Words of people and what names
 * one of them are left out, because they cannot be published and are nearly as dangerous to keep.
 */
export function isQuestion(column: AnswerColumn): boolean {
  const { values, answered, isTooMany, isNumeric, name } = column;
  if (isTooMany || answered === 0 || values.length < 2) return false;
  const areShort = values.every((value) => value.length <= shortCode);
  if (!areShort && ownWords.test(plainColumnName(name))) return false;
  if (values.some((value) => value.length > longestCode || value.includes('@'))) return false;
  if (isNumeric && values.length >= leastAmounts) return values.length <= answered * 0.2 && !lookLikeNumbersOfPeople(values);
  if (values.length > mostShares) return false;
  if (areShort) return values.length <= 5 || values.length <= answered / 2;
  return answered >= values.length * 3 || (values.length <= 5 && answered > values.length);
}

/** All of one length and long: numbers that name households or persons rather than amounts. */
function lookLikeNumbersOfPeople(values: readonly string[]): boolean {
  const [first = ''] = values;
  return first.length >= 4 && values.every((value) => value.length === first.length && !/[.,]/.test(value));
}

/** The codes that occur, in order, each called what it is until somebody says otherwise. */
export function guessQuestion(column: AnswerColumn): SurveyQuestionRecipe {
  const codes = sortCodes(column.values);
  const isNumeric = column.isNumeric && column.values.length >= leastAmounts;
  const missing = missingCodes(codes);
  const options = (isNumeric ? codes.filter((code) => missing.has(code)) : codes).map((code) => ({
    code: code.slice(0, 200),
    label: code,
    isMissing: missing.has(code) || saysNoAnswer(code),
  }));
  return { wording: column.name, isNumeric, options };
}

/** Numbers by size, words by letters. */
function sortCodes(codes: readonly string[]): string[] {
  return codes.toSorted((a, b) => {
    const [x, y] = [Number(a), Number(b)];
    if (Number.isFinite(x) && Number.isFinite(y) && x !== y) return x - y;
    return a < b ? -1 : 1;
  });
}

/** A question that a person stated, with the codes that occur besides. Longer words than a code has are no answer of it. */
export function completeQuestion(stated: SurveyQuestionRecipe, column: AnswerColumn): SurveyQuestionRecipe {
  if (stated.isNumeric) return stated;
  const known = new Set(stated.options.map(({ code }) => code));
  const further = sortCodes(column.values.filter((code) => !known.has(code) && code.length <= longestCode));
  const options = [...stated.options, ...further.map((code) => ({ code, label: code, isMissing: saysNoAnswer(code) }))];
  return { ...stated, options: options.slice(0, 500) };
}
