/** What an unreadable character becomes when a file was damaged on its way; it stands for exactly one letter. */
export const lostLetter = '\uFFFD';

const marks = /\p{M}+/gu;
const lostInsideWord = /(?<=\p{L})[?\uFFFD](?=\p{L})/gu;
const notWord = /[^\p{L}\p{N}\uFFFD]+/gu;
const plainAscii = /^[a-z0-9]+(?: [a-z0-9]+)*$/;
const arabicForms: ReadonlyMap<string, string> = new Map([
  ['أ', 'ا'],
  ['إ', 'ا'],
  ['آ', 'ا'],
  ['ٱ', 'ا'],
  ['ى', 'ي'],
  ['ة', 'ه'],
  ['ؤ', 'و'],
  ['ئ', 'ي'],
  ['ـ', ''],
]);
const anyArabicForm = /[أإآٱىةؤئـ]/g;
const otherDigits = /[\u0660-\u0669\u06F0-\u06F9]/g;

/**
 * Text as it is compared: lower case, without accents and punctuation, words parted by one space. Arabic letters lose their
 * vowel marks and take one form, eastern digits become western ones. A letter that the file lost stays as U+FFFD.
 */
export function plainWords(text: string): string {
  const lower = text.toLowerCase();
  if (plainAscii.test(lower)) return lower;
  return (
    lower
      .replace(anyArabicForm, (letter) => arabicForms.get(letter) ?? letter)
      .normalize('NFD')
      .replace(marks, '')
      // After the marks are gone: a letter written as two characters stands beside its lost neighbour too.
      .replace(lostInsideWord, lostLetter)
      .replace(otherDigits, (digit) => String((digit.charCodeAt(0) & 0xf) % 10))
      .replace(/ß/g, 'ss')
      .replace(notWord, ' ')
      .trim()
  );
}

/** A column's name as words: `fechaHecho`, `FECHA_HECHO` and `Fecha  hecho` are all `fecha hecho`. */
export function plainColumnName(name: string): string {
  return plainWords(name.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2'));
}
