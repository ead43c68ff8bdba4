import type { Answer } from '../domain/ballots.ts';
import type { BallotRules } from './ballot-rules.ts';

/**
 * An answer as it is kept: nothing that anybody chose is changed. Texts lose characters that nobody sees (control characters, overrides of the writing
 * direction) and blanks around them; dots that are zero, empty texts and reasons where none are asked for are left out.
 */
export function cleanAnswer(ballot: Pick<BallotRules, 'settings'>, answer: Answer): Answer {
  switch (answer.kind) {
    case 'dots':
      return { ...answer, dots: keep(answer.dots, (dots) => (dots === 0 ? undefined : dots)) };
    case 'rating':
      return { ...answer, levels: keep(answer.levels, withoutNothing) };
    case 'grid':
      return { ...answer, scores: keep(answer.scores, withoutNothing) };
    case 'agree':
      return { ...answer, reasons: ballot.settings.hasReasons ? keep(answer.reasons, cleanOrNothing) : {} };
    case 'statement':
      return { ...answer, text: cleanText(answer.text) };
    case 'place':
      return { ...answer, note: cleanText(answer.note) };
    case 'quiz':
      return { ...answer, answers: keep(answer.answers, cleanOrNothing) };
    case 'ranking':
    case 'pairwise':
      return answer;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unseen = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;

/** Words as somebody meant them: one form of each character (NFC), at most one empty line, nothing that hides or turns what stands after it. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(unseen, '')
    .normalize('NFC')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function cleanOrNothing(text: string): string | undefined {
  return cleanText(text) || undefined;
}

function withoutNothing<Parts extends object>(parts: Parts): Parts | undefined {
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  return given.length === 0 ? undefined : (Object.fromEntries(given) as Parts);
}

function keep<Value>(values: Readonly<Record<string, Value>>, clean: (value: Value) => Value | undefined): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(values).flatMap(([id, value]): [string, Value][] => {
      const cleaned = clean(value);
      return cleaned === undefined ? [] : [[id, cleaned]];
    }),
  );
}
