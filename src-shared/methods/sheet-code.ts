/**
 * Codes of paper sheets, such as `B47-0042-K`: a letter and two digits that stand for the ballot, the sheet's running number, and a
 * check letter over all seven. Weights 1-8 modulo the prime 23, which is larger than any value and has as many letters, catch every
 * single wrong character and every swap of two characters (the construction of ISO 7064 and ISBN-10).
 */
export interface SheetCode {
  /** Letter and two digits that stand for the ballot. */
  readonly mark: string;
  /** 1-9999. */
  readonly number: number;
}

/** The alphabet without I, O and Q, which a hand writes like 1 and 0. */
const letters = 'ABCDEFGHJKLMNPRSTUVWXYZ';
const prime = letters.length;
/** Of the check letter's weight 8: 8 · 3 = 24 = 1 modulo 23. */
const inverseOfCheckWeight = 3;

/** The mark of a ballot, from nothing but its id: printed again after any change, the same sheets belong to it. Two of a workshop's ballots may, once in two thousand, share one. */
export function ballotMark(ballotId: string): string {
  // FNV-1a with the closing mix of MurmurHash3, 32 bits.
  let hash = 0x811c9dc5;
  for (const character of ballotId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  const place = ((hash ^ (hash >>> 16)) >>> 0) % (prime * 90);
  return `${letters[place % prime]}${10 + Math.floor(place / prime)}`;
}

export function sheetCode(mark: string, number: number): string {
  const digits = String(number).padStart(4, '0');
  return `${mark}-${digits}-${checkLetter(`${mark}${digits}`)}`;
}

export type ReadSheetCode =
  | { readonly ok: true; readonly code: string; readonly sheet: SheetCode }
  | { readonly ok: false; readonly problem: 'form' | 'check' };

/**
 * Reads what was typed: any case, with or without dashes and spaces, digits of any script. Where `mark` is known, the running number and
 * the check letter are enough (`42K`); they are checked together with it. `form`: not a code at all; `check`: a character is wrong or swapped.
 */
export function readSheetCode(typed: string, mark?: string): ReadSheetCode {
  const plain = plainCharacters(typed);
  const short = /^(\d{1,4})([A-Z])$/.exec(plain);
  const whole = /^([A-Z]\d\d)(\d{4})([A-Z])$/.exec(plain);
  const known = whole ? whole[1] : mark;
  const [digits, check] = whole ? [whole[2], whole[3]] : [short?.[1], short?.[2]];
  if (known === undefined || digits === undefined || check === undefined) return { ok: false, problem: 'form' };
  const number = Number(digits);
  const right = sheetCode(known, number);
  if (number < 1 || !letters.includes(known.charAt(0)) || !right.endsWith(check)) return { ok: false, problem: 'check' };
  return { ok: true, code: right, sheet: { mark: known, number } };
}

/** The letter that makes the weighted sum of all eight characters divisible by the prime. */
function checkLetter(body: string): string {
  const sum = [...body].reduce((total, character, place) => total + (place + 1) * worthOf(character), 0);
  return letters.charAt((((prime - (sum % prime)) % prime) * inverseOfCheckWeight) % prime);
}

function worthOf(character: string): number {
  return /\d/.test(character) ? Number(character) : letters.indexOf(character);
}

/** First digits of the scripts whose keyboards are met: Arabic-Indic, Persian, Devanagari, Bengali, Khmer. */
const zeros = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x17e0];

function plainCharacters(typed: string): string {
  return [...typed.toUpperCase()]
    .filter((character) => !/[\s\-–—_.‎‏]/.test(character))
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      const zero = zeros.find((first) => point >= first && point < first + 10);
      return zero === undefined ? character : String(point - zero);
    })
    .join('');
}
