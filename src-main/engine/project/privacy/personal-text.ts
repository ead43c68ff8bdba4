/** Words that tell who a person is. */
export interface PersonalText {
  readonly kind: 'name' | 'email' | 'phone';
  readonly text: string;
}

/** Stands where a person's words stood. */
export const blank = '…';

/** Fewer digits than this are an extension or a house number, not a phone. */
const fewestDigits = 6;
const fewestLetters = 2;

/**
 * Finds a person's name, phone and e-mail address in other texts and blanks them. A name counts as whole words in any case and with any
 * space between; a phone by its digits, however they are grouped.
 */
export class PersonalTexts {
  readonly #finders: readonly { of: PersonalText; hint: string; pattern: RegExp }[];

  constructor(texts: readonly PersonalText[]) {
    this.#finders = distinct(texts)
      // The longest first: «Ana Ruiz Paz» before «Ana Ruiz».
      .toSorted((a, b) => b.text.length - a.text.length)
      .flatMap((of) => {
        const finder = finderOf(of);
        return finder ? [{ of, ...finder }] : [];
      });
  }

  get isEmpty(): boolean {
    return this.#finders.length === 0;
  }

  /** Which of them stand in a text. */
  foundIn(value: string): PersonalText[] {
    const text = spokenText(value);
    const lower = text.toLowerCase();
    return this.#finders.filter(({ hint, pattern }) => lower.includes(hint) && test(pattern, text)).map(({ of }) => of);
  }

  /** The text with each of them blanked. Text that is JSON stays JSON. */
  blankIn(value: string): string {
    const text = spokenText(value);
    const lower = text.toLowerCase();
    if (!this.#finders.some(({ hint, pattern }) => lower.includes(hint) && test(pattern, text))) return value;
    const json = parsedJson(value);
    if (json !== undefined) return JSON.stringify(mapStrings(json, (text) => this.#replace(text)));
    return this.#replace(value);
  }

  /** Where they stand in a text, in UTF-16 units; places that touch are one. */
  placesIn(value: string): { start: number; end: number }[] {
    const found = this.#finders
      .flatMap(({ pattern }) => [...value.matchAll(pattern)].map((match) => ({ start: match.index, end: match.index + match[0].length })))
      .sort((a, b) => a.start - b.start);
    const places: { start: number; end: number }[] = [];
    for (const place of found) {
      const last = places.at(-1);
      if (last && place.start <= last.end) last.end = Math.max(last.end, place.end);
      else places.push({ ...place });
    }
    return places;
  }

  /** Whether the text is one of the names and nothing else. */
  isName(value: string): boolean {
    const wanted = normal(value);
    return wanted !== '' && this.#finders.some(({ of }) => of.kind === 'name' && normal(of.text) === wanted);
  }

  #replace(value: string): string {
    let text = value;
    for (const { pattern } of this.#finders) text = text.replace(pattern, blank);
    return text;
  }
}

/** Strings anywhere inside a value out of JSON, and numbers written as strings where they had to be changed. */
export function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (typeof value === 'number') {
    const changed = change(String(value));
    return changed === String(value) ? value : changed;
  }
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [change(name), mapStrings(item, change)]));
}

export const normal = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ').toLowerCase();

function distinct(texts: readonly PersonalText[]): PersonalText[] {
  return [...new Map(texts.map((text) => [`${text.kind} ${normal(text.text)}`, text])).values()];
}

/** `hint` is in every text that the pattern finds, and is quick to look for. */
function finderOf({ kind, text }: PersonalText): { hint: string; pattern: RegExp } | null {
  if (kind === 'phone') {
    const digits = [...text].filter((letter) => /\p{Nd}/u.test(letter));
    if (digits.length < fewestDigits) return null;
    return {
      hint: digits[0] ?? '',
      pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:\\+|\\()?${digits.join('[\\s().\\-/\\u2010-\\u2015\\u00a0]{0,3}')}(?![\\p{L}\\p{N}])`, 'gu'),
    };
  }
  const words = text.normalize('NFC').trim().split(/\s+/u);
  if (words.join('').length < fewestLetters) return null;
  const pattern = new RegExp(`${wordStart(text)}${words.map(spellings).join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
  const first = words[0] ?? '';
  return { hint: first === first.normalize('NFD') ? first.toLowerCase() : '', pattern };
}

/** In Arabic «and», «for», «by» are one letter that is written together with the name. */
const wordStart = (text: string): string =>
  /\p{Script=Arabic}/u.test(text) ? '(?<=(?<![\\p{L}\\p{N}])[\u0648\u0641\u0628\u0644\u0643]?)' : '(?<![\\p{L}\\p{N}])';

/** An accented letter is one sign or two, depending on the keyboard. */
function spellings(word: string): string {
  const parts = word.normalize('NFD');
  return parts === word ? escaped(word) : `(?:${escaped(word)}|${escaped(parts)})`;
}

const escaped = (word: string): string => word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

function test(pattern: RegExp, value: string): boolean {
  pattern.lastIndex = 0;
  return pattern.test(value);
}

/** What a text says: JSON with signs that it writes otherwise (a name with quotation marks) is read first. */
function spokenText(value: string): string {
  const json = value.includes('\\') ? parsedJson(value) : undefined;
  if (json === undefined) return value;
  const texts: string[] = [];
  mapStrings(json, (text) => {
    texts.push(text);
    return text;
  });
  return texts.join('\n');
}

function parsedJson(value: string): unknown {
  if (!/^\s*[[{]/.test(value)) return undefined;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
