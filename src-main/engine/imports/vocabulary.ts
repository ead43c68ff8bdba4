import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type OffenceGroup, offenceGroupSchema } from '#shared/domain/incidents.ts';
import { type TieKind, tieKindSchema } from '#shared/domain/network.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { type ImportKind, importKindSchema } from '#shared/domain/recipes.ts';
import {
  type ResidentGroup,
  residentGroups,
  type StakeholderKind,
  type StakeholderLevel,
  type StakeholderSector,
  stakeholderKinds,
  stakeholderLevels,
  stakeholderSectors,
} from '#shared/domain/stakeholders.ts';
import { isSafelySame } from '../areas/area-names.ts';

const words = z.array(z.string()).transform((list) => list.map(plainWords));
const fieldWordsSchema = z.object({ names: words, words, weak: words.default([]) });
const columnsSchema = z.record(importKindSchema, z.record(z.string(), fieldWordsSchema));
const areaWordsSchema = z.object({ common: words, whole: words, outside: words, totals: words });
const stakeholdersSchema = z.object({
  sectors: z.partialRecord(z.enum(stakeholderSectors), words),
  kinds: z.partialRecord(z.enum(stakeholderKinds), words),
  levels: z.partialRecord(z.enum(stakeholderLevels), words),
  groups: z.partialRecord(z.enum(residentGroups), words),
});
const tiesSchema = z.partialRecord(tieKindSchema, words);
const valuesSchema = z.object({
  sex: z.object({ female: words, male: words, all: words }),
  score: z.record(z.string(), words),
  allAges: words,
});

/** Column names by which a field is recognised: whole names (the first ones are the best), words inside a name, and last resorts. */
export type FieldWords = z.infer<typeof fieldWordsSchema>;

/** A list of (meaning, words that tell it), in the order in which they are tried. */
export type Keywords<Meaning> = readonly (readonly [Meaning, readonly string[]])[];

/** The words by which columns, offences, sectors and places without a name are recognised: data in `resources/import-vocabulary`. */
export interface Vocabulary {
  readonly columns: Readonly<Record<ImportKind, Readonly<Record<string, FieldWords>>>>;
  readonly offences: Keywords<OffenceGroup>;
  /** Phrases in which a telling word means something else. */
  readonly notSexual: readonly string[];
  readonly sectors: Keywords<StakeholderSector>;
  readonly kinds: Keywords<StakeholderKind>;
  readonly tieKinds: Keywords<TieKind>;
  readonly levels: Keywords<StakeholderLevel>;
  readonly residentGroups: Keywords<ResidentGroup>;
  readonly sexes: Keywords<'female' | 'male' | 'all'>;
  readonly scores: Keywords<number>;
  readonly allAges: ReadonlySet<string>;
  /** Words that say nothing about which area is meant. */
  readonly commonAreaWords: ReadonlySet<string>;
  /** Cells that mean «not known». */
  readonly noArea: ReadonlySet<string>;
  /** Cells that name the sum of other rows. */
  readonly totals: ReadonlySet<string>;
  /** Beginnings that mean «not in the city». */
  readonly outside: readonly string[];
}

const loaded = new Map<string, Vocabulary>();

/** Reads the vocabulary once for each folder of resources. */
export function loadVocabulary(resourcesFolder: string): Vocabulary {
  const known = loaded.get(resourcesFolder);
  if (known) return known;
  const read = (name: string): unknown => JSON.parse(readFileSync(join(resourcesFolder, 'import-vocabulary', `${name}.json`), 'utf8'));
  const columns = columnsSchema.parse(read('columns'));
  const offences = z.record(z.string(), z.array(z.string())).parse(read('offence-groups'));
  const areaWords = areaWordsSchema.parse(read('area-words'));
  const stakeholders = stakeholdersSchema.parse(read('stakeholders'));
  const values = valuesSchema.parse(read('values'));
  const vocabulary: Vocabulary = {
    columns,
    offences: (offences.order ?? []).map((group) => [offenceGroupSchema.parse(group), (offences[group] ?? []).map(wordStems)]),
    notSexual: (offences['not-sexual'] ?? []).map(wordStems),
    sectors: entries(stakeholders.sectors),
    kinds: entries(stakeholders.kinds),
    tieKinds: entries(tiesSchema.parse(read('ties'))),
    levels: entries(stakeholders.levels),
    residentGroups: entries(stakeholders.groups),
    sexes: entries(values.sex),
    scores: Object.entries(values.score).map(([score, list]) => [Number(score), list]),
    allAges: new Set(values.allAges),
    commonAreaWords: new Set(areaWords.common),
    noArea: new Set(areaWords.whole),
    totals: new Set(areaWords.totals),
    outside: areaWords.outside,
  };
  loaded.set(resourcesFolder, vocabulary);
  return vocabulary;
}

function entries<Meaning extends string>(record: Partial<Record<Meaning, string[]>>): Keywords<Meaning> {
  return (Object.keys(record) as Meaning[]).map((meaning) => [meaning, record[meaning] ?? []]);
}

/** Plain words without a plural s and without the Arabic article, so that «homicides» and «homicide» are one. */
function wordStems(text: string): string {
  return plainWords(text)
    .split(' ')
    .map((word) => (word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word.length > 4 && word.startsWith('ال') ? word.slice(2) : word))
    .join(' ');
}

/** The group that an offence's name speaks of; `other` where no word tells. */
export function offenceGroupOf(name: string, vocabulary: Vocabulary): OffenceGroup {
  const text = ` ${wordStems(name)} `;
  const isNotSexual = vocabulary.notSexual.some((phrase) => text.includes(` ${phrase} `));
  const found = vocabulary.offences.find(([group, phrases]) => !(group === 'sexual' && isNotSexual) && phrases.some((phrase) => text.includes(` ${phrase} `)));
  return found?.[0] ?? 'other';
}

const leastSlipLetters = 7;

/** The group that a misspelt word of an offence's name speaks of («homisidio»): a long word one letter off; `other` where none is. */
export function offenceGroupOfSlip(name: string, vocabulary: Vocabulary): OffenceGroup {
  const text = wordStems(name);
  const isNotSexual = vocabulary.notSexual.some((phrase) => ` ${text} `.includes(` ${phrase} `));
  const words = text.split(' ').filter((word) => word.length >= leastSlipLetters);
  const isSlip = (phrase: string) =>
    phrase.length >= leastSlipLetters && !phrase.includes(' ') && words.some((word) => word !== phrase && isSafelySame(word, phrase));
  return vocabulary.offences.find(([group, phrases]) => !(group === 'sexual' && isNotSexual) && phrases.some(isSlip))?.[0] ?? 'other';
}

/** The first meaning that one of its words names; the whole text is tried before single words. */
export function meaningOf<Meaning>(text: string, keywords: Keywords<Meaning>): Meaning | null {
  const plain = plainWords(text);
  if (plain === '') return null;
  const whole = keywords.find(([, list]) => list.includes(plain));
  const inside = whole ?? keywords.find(([, list]) => list.some((word) => ` ${plain} `.includes(` ${word} `)));
  return inside?.[0] ?? null;
}

/** All meanings that are named anywhere in the text. */
export function meaningsIn<Meaning>(text: string, keywords: Keywords<Meaning>): Meaning[] {
  const plain = ` ${plainWords(text)} `;
  return keywords.filter(([, list]) => list.some((word) => plain.includes(` ${word} `))).map(([meaning]) => meaning);
}
