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

/** How much two sentences share of their runs of three words, 0–1; the same = 1. */
export function likeness(one: string, other: string): number {
  const [a, b] = [runsOf(comparable(one)), runsOf(comparable(other))];
  if (a.size === 0 || b.size === 0) return comparable(one) === comparable(other) ? 1 : 0;
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared / (a.size + b.size - shared);
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

/** Sentences that a text says more than once, in the same or nearly the same words. The figure behind reports sold twice. */
export function repeatedSentences(parts: readonly TextPart[], language: string): RepeatedSentence[] {
  const said = saidIn(parts, language);
  const groups: Said[][] = [];
  const groupsByRun = new Map<string, Set<number>>();
  for (const one of said) {
    const runs = runsOf(one.words);
    const near = new Set([...runs].flatMap((run) => [...(groupsByRun.get(run) ?? [])]));
    const place = [...near].sort((a, b) => a - b).find((candidate) => likeness(groups[candidate]?.[0]?.sentence ?? '', one.sentence) >= nearlyTheSame);
    if (place !== undefined) {
      groups[place]?.push(one);
      continue;
    }
    for (const run of runs) groupsByRun.set(run, (groupsByRun.get(run) ?? new Set()).add(groups.length));
    groups.push([one]);
  }
  return groups
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
