import type { Answer, AnswerProblem } from '../domain/ballots.ts';
import { type BallotRules, capOf, dotsOf } from './ballot-rules.ts';

type Code = AnswerProblem['code'];

/** The most characters of one text in an answer. */
export const mostTextCharacters = 1_000;

/**
 * Whether an answer counts as it stands. What breaks the rules of the ballot is listed and never trimmed; a blank answer breaks none, it counts as taking
 * part (methods, section 11). An answer to a ballot of another kind has the one problem `other-kind`.
 */
export function checkAnswer(ballot: BallotRules, answer: Answer): AnswerProblem[] {
  if (answer.kind !== ballot.kind) return [problem('other-kind')];
  switch (answer.kind) {
    case 'dots':
      return checkDots(ballot, answer.dots);
    case 'ranking':
      return checkPlaces(ballot, answer.places);
    case 'rating':
      return checkRatings(ballot, answer.levels);
    case 'grid':
      return checkGrid(ballot, answer.scores);
    case 'agree':
      return [
        ...unknownOptions(ballot, [...Object.keys(answer.levels), ...Object.keys(answer.reasons)]),
        ...Object.entries(answer.levels).flatMap(([id, level]) => badLevel(id, level)),
        ...Object.entries(answer.reasons).flatMap(([id, reason]) => tooLong(id, reason)),
      ];
    case 'statement':
      return tooLong(null, answer.text);
    case 'place':
      return [...checkAreas(ballot, answer.areaIds), ...tooLong(null, answer.note)];
    case 'quiz':
      return checkQuiz(ballot, answer.answers);
    case 'pairwise':
      return checkRatios(ballot, answer.ratios);
  }
}

function checkDots(ballot: BallotRules, dots: Readonly<Record<string, number>>): AnswerProblem[] {
  const entries = Object.entries(dots);
  const cap = capOf(ballot);
  const allowed = dotsOf(ballot);
  const given = entries.reduce((sum, [, count]) => sum + count, 0);
  return [
    ...unknownOptions(ballot, Object.keys(dots)),
    ...(entries.some(([, count]) => !Number.isInteger(count) || count < 0) ? [problem('bad-level')] : []),
    ...(given > allowed ? [problem('too-many-dots', null, given, allowed)] : []),
    ...entries.flatMap(([id, count]) => (count > cap ? [problem('over-cap', id, count, cap)] : [])),
  ];
}

function checkPlaces(ballot: BallotRules, places: Readonly<Record<string, number>>): AnswerProblem[] {
  const last = ballot.options.length;
  const entries = Object.entries(places);
  const seen = new Set<number>();
  const twice = entries.flatMap(([id, place]) => {
    if (!seen.has(place)) {
      seen.add(place);
      return [];
    }
    return ballot.settings.allowsTies ? [] : [problem('place-twice', id, place)];
  });
  return [
    ...unknownOptions(ballot, Object.keys(places)),
    ...entries.flatMap(([id, place]) => (Number.isInteger(place) && place >= 1 && place <= last ? [] : [problem('bad-level', id, place, last)])),
    ...twice,
  ];
}

/** Either one level for each option, or one for each of the times that the ballot asks about. */
function checkRatings(ballot: BallotRules, levels: Readonly<Record<string, Readonly<Partial<Record<'level' | 'day' | 'night', number>>>>>): AnswerProblem[] {
  const asked: readonly string[] = ballot.settings.times.length === 0 ? ['level'] : ballot.settings.times;
  return [...unknownOptions(ballot, Object.keys(levels)), ...Object.entries(levels).flatMap(([id, given]) => checkParts(id, given, asked))];
}

function checkGrid(ballot: BallotRules, scores: Readonly<Record<string, Readonly<Record<string, number | undefined>>>>): AnswerProblem[] {
  return [
    ...unknownOptions(ballot, Object.keys(scores)),
    ...Object.entries(scores).flatMap(([id, given]) => checkParts(id, given, ballot.settings.dimensions)),
  ];
}

function checkParts(id: string, given: Readonly<Record<string, number | undefined>>, asked: readonly string[]): AnswerProblem[] {
  return Object.entries(given).flatMap(([part, level]) => {
    if (level === undefined) return [];
    return asked.includes(part) ? badLevel(id, level) : [problem('bad-level', id, level)];
  });
}

/** Areas among those on the ballot, each once, and no more than may be tapped. */
function checkAreas(ballot: BallotRules, areaIds: readonly string[]): AnswerProblem[] {
  const known = new Set(ballot.options.map(({ refId }) => refId));
  const most = ballot.settings.mostAnswers;
  return [
    ...areaIds.flatMap((id) => (known.has(id) ? [] : [problem('unknown-option', id)])),
    ...areaIds.flatMap((id, place) => (areaIds.indexOf(id) < place ? [problem('place-twice', id)] : [])),
    ...(areaIds.length > most ? [problem('too-many-places', null, areaIds.length, most)] : []),
  ];
}

function checkQuiz(ballot: BallotRules, answers: Readonly<Record<string, string>>): AnswerProblem[] {
  const questions = new Map(ballot.options.map((option) => [option.id, option.quiz]));
  return [
    ...unknownOptions(ballot, Object.keys(answers)),
    ...Object.entries(answers).flatMap(([id, text]) => {
      const question = questions.get(id);
      if (text === '' || question === undefined) return [];
      if (!question || question.type === 'text') return tooLong(id, text);
      const choices = question.type === 'level' ? ['1', '2', '3', '4', '5'] : question.type === 'yes-no' ? ['yes', 'no'] : question.choices;
      return choices.includes(text) ? [] : [problem('bad-level', id)];
    }),
  ];
}

/** Each pair in the order of the ballot, on Saaty's scale: a whole number from 1 to 9, or one divided by it. */
function checkRatios(ballot: BallotRules, ratios: Readonly<Record<string, number>>): AnswerProblem[] {
  const placeOf = new Map(ballot.options.map(({ id }, place) => [id, place]));
  return Object.entries(ratios).flatMap(([pair, ratio]) => {
    const [first = '', second = '', ...more] = pair.split(':');
    const [one, other] = [placeOf.get(first), placeOf.get(second)];
    if (one === undefined || other === undefined || more.length > 0 || one >= other) return [problem('unknown-option')];
    return isOnSaatysScale(ratio) ? [] : [problem('bad-level', first, ratio)];
  });
}

function isOnSaatysScale(ratio: number): boolean {
  const strength = ratio < 1 ? 1 / ratio : ratio;
  const whole = Math.round(strength);
  // Thirds and sevenths arrive as they were rounded by whoever divided.
  return whole >= 1 && whole <= 9 && Math.abs(strength - whole) < 1e-6;
}

function unknownOptions(ballot: BallotRules, ids: readonly string[]): AnswerProblem[] {
  const known = new Set(ballot.options.map(({ id }) => id));
  return [...new Set(ids)].flatMap((id) => (known.has(id) ? [] : [problem('unknown-option', id)]));
}

function badLevel(id: string, level: number): AnswerProblem[] {
  return Number.isInteger(level) && level >= 1 && level <= 5 ? [] : [problem('bad-level', id, level, 5)];
}

function tooLong(id: string | null, text: string): AnswerProblem[] {
  return text.length > mostTextCharacters ? [problem('too-long', id, text.length, mostTextCharacters)] : [];
}

function problem(code: Code, optionId: string | null = null, given: number | null = null, allowed: number | null = null): AnswerProblem {
  return { code, optionId, given, allowed };
}

/** Whether two answers say the same: what was left out and what was given as nothing are one. */
export function sameAnswer(one: Answer, other: Answer): boolean {
  return canonical(one) === canonical(other);
}

function canonical(answer: Answer): string {
  return JSON.stringify(answer.kind === 'place' ? { ...sorted(answer), areaIds: answer.areaIds.toSorted() } : sorted(answer));
}

/** Keys in order; zeros of a dot vote, empty texts and empty parts left out. */
function sorted(value: object): Record<string, unknown> {
  const entries = Object.entries(value).flatMap(([key, part]): [string, unknown][] => {
    if (part === undefined || part === 0 || (typeof part === 'string' && part.trim() === '')) return [];
    if (typeof part === 'string') return [[key, part.trim()]];
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return [[key, part]];
    const inner = sorted(part);
    return Object.keys(inner).length === 0 ? [] : [[key, inner]];
  });
  return Object.fromEntries(entries.sort(([first], [second]) => (first < second ? -1 : 1)));
}
