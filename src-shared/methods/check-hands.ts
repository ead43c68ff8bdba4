import type { Hands } from '../domain/ballots.ts';
import { type BallotRules, capOf, dotsOf } from './ballot-rules.ts';

export interface HandsProblem {
  /** `no-hands`: this kind cannot be counted by hands. `unknown`: counts something that is not on the ballot. `too-many`: more than these people can have raised. */
  readonly code: 'no-hands' | 'unknown' | 'too-many';
  readonly given: number;
  readonly allowed: number;
}

/** What is counted together, and the most that so many people can have raised for it. */
interface Pot {
  readonly name: string;
  readonly most: number;
}

/**
 * Whether so many people can have raised so many hands. Keys of the counts: the option's id (dots; ranking: «my first»; places), `option:level` (agreement, ratings,
 * level questions of a quiz), `option:day:level`, `option:power:level`, `option:yes`, and `option:0` for the first choice of a question.
 */
export function handsProblems(ballot: BallotRules, hands: Pick<Hands, 'people' | 'counts'>): HandsProblem[] {
  if (!canCountHands(ballot)) return [{ code: 'no-hands', given: 0, allowed: 0 }];
  const totals = new Map<string, { most: number; given: number }>();
  for (const [key, count] of Object.entries(hands.counts)) {
    const pots = potsOf(ballot, key, hands.people);
    if (!pots) return [{ code: 'unknown', given: count, allowed: 0 }];
    for (const { name, most } of pots) totals.set(name, { most, given: (totals.get(name)?.given ?? 0) + count });
  }
  return [...totals.values()].flatMap(({ given, most }) => (given > most ? [{ code: 'too-many', given, allowed: most } satisfies HandsProblem] : []));
}

/** Open words and pairs weighed on a scale of seventeen steps cannot be counted by hands. */
export function canCountHands({ kind, options }: Pick<BallotRules, 'kind' | 'options'>): boolean {
  if (kind === 'quiz') return options.some(({ quiz }) => quiz !== null && quiz.type !== 'text');
  return kind !== 'statement' && kind !== 'pairwise';
}

/** Null = not on the ballot. */
function potsOf(ballot: BallotRules, key: string, people: number): Pot[] | null {
  const [id = '', ...rest] = key.split(':');
  const option = ballot.options.find((one) => one.id === id);
  if (!option) return null;
  const once = (name: string) => [{ name, most: people }];
  const part = rest.join(':');
  switch (ballot.kind) {
    case 'dots':
      return part === ''
        ? [
            { name: id, most: people * capOf(ballot) },
            { name: 'all', most: people * dotsOf(ballot) },
          ]
        : null;
    case 'ranking':
      return part === '' ? once('all') : null;
    case 'place':
      return part === ''
        ? [
            { name: id, most: people },
            { name: 'all', most: people * ballot.settings.mostAnswers },
          ]
        : null;
    case 'agree':
      return isLevel(part) ? once(id) : null;
    case 'rating':
      return ballot.settings.times.length === 0 ? (isLevel(part) ? once(id) : null) : partOfScale(id, rest, ballot.settings.times, once);
    case 'grid':
      return partOfScale(id, rest, ballot.settings.dimensions, once);
    case 'quiz':
      return isChoice(option, part) ? once(id) : null;
    default:
      return null;
  }
}

function partOfScale(id: string, rest: readonly string[], asked: readonly string[], once: (name: string) => Pot[]): Pot[] | null {
  const [part = '', level = '', ...more] = rest;
  return asked.includes(part) && isLevel(level) && more.length === 0 ? once(`${id}:${part}`) : null;
}

function isLevel(text: string): boolean {
  return /^[1-5]$/.test(text);
}

function isChoice({ quiz }: BallotRules['options'][number], part: string): boolean {
  if (quiz?.type === 'level') return isLevel(part);
  if (quiz?.type === 'yes-no') return part === 'yes' || part === 'no';
  return quiz?.type === 'choice' && /^\d{1,2}$/.test(part) && Number(part) < quiz.choices.length;
}
