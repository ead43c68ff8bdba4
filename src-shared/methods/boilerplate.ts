import { sentencesOf } from './reading-level.ts';

/** Shorter sentences are said twice in any text. */
const fewestWords = 7;
/** Sentences whose runs of three words overlap this much (Jaccard) say the same in nearly the same words. */
const nearlyTheSame = 0.7;
const runLength = 3;

/** A part of a text that sentences are looked for in. */
export interface TextPart {
  readonly id: string;
  readonly text: string;
}

/** A sentence that is said more than once, as it stands where it comes first. */
export interface RepeatedSentence {
  readonly sentence: string;
  /** The same words everywhere, but for figures and punctuation. */
  readonly isExact: boolean;
  /** Parts that say it, each once, in the order of the text; a part that says it twice by itself is named once. */
  readonly partIds: readonly string[];
}

/** A sentence as it is compared: without case, marks and figures, so that «42 lamps in Area 3» and «17 lamps in Area 5» are one. */
export function comparable(sentence: string): string {
  return sentence
    .normalize('NFKC')
    .toLocaleLowerCase('en')
    .replace(/\p{N}+/gu, '#')
    .replace(/[^\p{L}\p{M}#]+/gu, ' ')
    .trim();
}

function runsOf(words: string): Set<string> {
  const list = words.split(' ');
  return new Set(list.slice(0, Math.max(0, list.length - runLength + 1)).map((_, place) => list.slice(place, place + runLength).join(' ')));
}

interface Said {
  readonly partId: string;
  readonly sentence: string;
  readonly words: string;
}

function saidIn(parts: readonly TextPart[], language: string): Said[] {
  return parts.flatMap(({ id, text }) =>
    sentencesOf(text, language)
      .map((sentence) => ({ partId: id, sentence, words: comparable(sentence) }))
      .filter(({ words }) => words.split(' ').length >= fewestWords),
  );
}

/** What is said in nearly the words of the first of them. */
interface SaidAlike {
  readonly said: Said[];
  /** Different runs of three words in the first. */
  readonly runCount: number;
}

/** The first group whose first sentence is said nearly so, by counting shared runs: comparing texts pair by pair takes minutes for a thousand measures. */
function firstAlike(runs: ReadonlySet<string>, groups: readonly SaidAlike[], groupsByRun: ReadonlyMap<string, readonly number[]>): number | undefined {
  const shared = new Map<number, number>();
  for (const run of runs) for (const place of groupsByRun.get(run) ?? []) shared.set(place, (shared.get(place) ?? 0) + 1);
  const alike = [...shared].filter(([place, count]) => count / (runs.size + (groups[place]?.runCount ?? 0) - count) >= nearlyTheSame);
  return alike.length > 0 ? Math.min(...alike.map(([place]) => place)) : undefined;
}

/** Sentences that a text says more than once, in the same or nearly the same words. The figure behind reports sold twice. */
export function repeatedSentences(parts: readonly TextPart[], language: string): RepeatedSentence[] {
  const groups: SaidAlike[] = [];
  const groupsByRun = new Map<string, number[]>();
  for (const one of saidIn(parts, language)) {
    const runs = runsOf(one.words);
    const place = firstAlike(runs, groups, groupsByRun);
    if (place !== undefined) {
      groups[place]?.said.push(one);
      continue;
    }
    for (const run of runs) {
      const known = groupsByRun.get(run);
      if (known) known.push(groups.length);
      else groupsByRun.set(run, [groups.length]);
    }
    groups.push({ said: [one], runCount: runs.size });
  }
  return groups
    .map(({ said }) => said)
    .filter((group) => group.length > 1)
    .map((group) => ({
      sentence: group[0]?.sentence ?? '',
      isExact: group.every(({ words }) => words === group[0]?.words),
      partIds: [...new Set(group.map(({ partId }) => partId))],
    }));
}

/** Sentences that a template brought along and nobody has touched. */
export function templateSentences(parts: readonly TextPart[], templates: readonly string[], language: string): RepeatedSentence[] {
  const known = new Set(templates.flatMap((text) => sentencesOf(text, language).map(comparable)));
  const found = new Map<string, Said[]>();
  for (const one of saidIn(parts, language)) if (known.has(one.words)) found.set(one.words, [...(found.get(one.words) ?? []), one]);
  return [...found.values()].map((group) => ({ sentence: group[0]?.sentence ?? '', isExact: true, partIds: [...new Set(group.map(({ partId }) => partId))] }));
}
