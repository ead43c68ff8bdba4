import { plainWords } from '#shared/domain/plain-words.ts';

/** Phrases by which a survey says that somebody did not answer, as plain words. */
const phrases = [
  ...['no sabe', 'no responde', 'no contesta', 'ns nr', 'ns nc', 'nsnr', 'no especificado', 'no especificada', 'sin respuesta', 'rehusa', 'se niega'],
  ...[
    'don t know',
    'dont know',
    'do not know',
    'does not know',
    'not sure',
    'doesn t know',
    'no answer',
    'not stated',
    'refused',
    'refusal',
    'prefer not to say',
    'dk',
    'dk na',
    'not asked',
  ],
  ...['ne sait pas', 'sans reponse', 'non reponse', 'refus', 'nsp', 'nao sabe', 'nao respondeu', 'sem resposta'],
  ...['لا اعرف', 'لا يعرف', 'لا تعرف', 'رفض', 'لا جواب', 'بدون اجابه', 'لم يجب'],
];

/** Whether the label of an answer says that there is none. */
export function saysNoAnswer(label: string): boolean {
  const plain = ` ${plainWords(label)} `;
  return phrases.some((phrase) => plain.includes(` ${phrase} `));
}

/**
 * Codes that seem to mean «no answer» by the habit of questionnaires: negative ones, and 9, 99, 999 (with 8, 98, 998 beside them) where they
 * stand apart from all others.
 */
export function missingCodes(codes: readonly string[]): ReadonlySet<string> {
  const numbers = codes.map(Number);
  if (codes.length < 2 || !numbers.every(Number.isInteger)) return new Set();
  const found = new Set(codes.filter((code) => Number(code) < 0));
  const rest = numbers.filter((number) => number >= 0).sort((a, b) => a - b);
  for (const nines of [9999, 999, 99, 9]) {
    if (rest.at(-1) !== nines) continue;
    const special = rest.filter((number) => number >= nines - 2);
    const highest = rest.filter((number) => number < nines - 2).at(-1) ?? Number.NEGATIVE_INFINITY;
    const [lowest = nines] = special;
    // 1 2 3 9 stands apart; 1 2 … 8 9 is a scale.
    const isApart = nines === 9 ? lowest - highest >= 3 : highest < nines - Math.floor(nines / 10);
    if (isApart && rest.length > special.length) for (const code of codes) if (special.includes(Number(code))) found.add(code);
    break;
  }
  return found;
}
