/** What a form carried: field name → value, already cleaned. Names are short, because pages are. */
export type Fields = ReadonlyMap<string, string>;

/** Values that one form may carry at most: a ballot of pairs has several hundred. */
const mostFields = 1_500;
const fieldName = /^[\w:-]{1,40}$/;

/** The fields of a form as a browser encodes it. What no page of ours has is left out; of a name that comes twice the last value counts. */
export function readFields(body: string): Fields {
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(body)) {
    if (!fieldName.test(name)) continue;
    fields.set(name, cleanText(value));
    if (fields.size >= mostFields) break;
  }
  return unfoldKept(fields);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff]/g;
/** More marks on one letter than any script writes: they would run over the lines above and below. */
const towers = /(\p{M}{4})\p{M}+/gu;

/** Text of a person without what cannot be seen and turns or hides other text; line ends as one character, and no long empty stretches. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(controls, '')
    .replace(towers, '$1')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Name of the one field that carries the answers of a long ballot's other parts, and those of a page that waits. */
export const keptField = 'kept';

/** Several fields in one value: `name:value` between semicolons. */
export function foldKept(fields: Fields): string {
  return [...fields].map(([name, value]) => `${name}=${value.replace(/[\\;\n]/g, (found) => escapes[found] ?? found)}`).join(';');
}
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', ';': '\\s', '\n': '\\n' };
const meant: Readonly<Record<string, string>> = { '\\\\': '\\', '\\s': ';', '\\n': '\n' };

/** What the person sees now wins over what an earlier part kept. */
function unfoldKept(fields: Map<string, string>): Fields {
  const kept = fields.get(keptField);
  if (kept === undefined) return fields;
  fields.delete(keptField);
  const all = new Map<string, string>();
  for (const entry of kept.split(';')) {
    const at = entry.indexOf('=');
    const name = entry.slice(0, at);
    if (at > 0 && fieldName.test(name) && all.size < mostFields) {
      all.set(
        name,
        entry.slice(at + 1).replace(/\\[\\sn]/g, (found) => meant[found] ?? found),
      );
    }
  }
  for (const [name, value] of fields) all.set(name, value);
  return all;
}

/** A whole number between two bounds; null for anything else, so that a form that was tampered with is a form that was left blank. */
export function wholeNumber(value: string | undefined, least: number, most: number): number | null {
  if (value === undefined || !/^-?\d{1,3}$/.test(value)) return null;
  const number = Number(value);
  return number >= least && number <= most ? number : null;
}

/** Digits of any script and whatever stands between them, as six plain digits are typed on a phone in Arabic. */
export function plainDigits(text: string): string {
  return [...text]
    .map((character) => {
      const code = character.codePointAt(0) ?? 0;
      for (const zero of [0x30, 0x660, 0x6f0, 0x966, 0x9e6]) if (code >= zero && code <= zero + 9) return String(code - zero);
      return '';
    })
    .join('')
    .slice(0, 12);
}
