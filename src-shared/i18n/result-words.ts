import type { ResultFacet, ResultSentence } from '../domain/results.ts';
import type { Formats } from './formats.ts';
import type { TextKey, Translate } from './texts.ts';

const keyMark = 'key:';
const listMark = '\u001f';
/** Blanks that hold what people wrote. */
const nameBlanks = ['name', 'lowName', 'high', 'low'] as const;
/** Blanks that hold a level and the facet each belongs to. */
const levelBlanks = ['median', 'lowMedian'] as const;

/** A sentence of a result in words: names in quotation marks, lists as the language writes them, shares in per cent, levels with their word. */
export function resultSentence(t: Translate, formats: Formats, { key, params }: ResultSentence): string {
  const quoted = (name: string) => t('results.quoted', { name: isolated(name) });
  const spoken: Record<string, string | number> = {};
  for (const [blank, value] of Object.entries(params)) {
    if (typeof value === 'number') spoken[blank] = blank === 'count' ? value : blank.endsWith('Share') ? formats.percent(value) : plain(formats, value);
    else spoken[blank] = value;
  }
  if (typeof params.names === 'string')
    spoken.names = new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(params.names.split(listMark).map(quoted));
  for (const blank of nameBlanks) {
    const value = params[blank];
    if (typeof value !== 'string') continue;
    const words = value.startsWith(keyMark) ? t(value.slice(keyMark.length) as TextKey) : quoted(value);
    const facet = params[blank === 'lowName' ? 'lowFacet' : blank === 'name' ? 'facet' : ''];
    spoken[blank] = facet ? t('results.withFacet', { name: words, facet: facetInside(t, formats, facet as ResultFacet) }) : words;
  }
  for (const blank of levelBlanks) {
    const value = params[blank];
    if (typeof value === 'number' && Number.isInteger(value)) {
      spoken[blank] = t('results.levelWord', { level: formats.count(value), word: levelWords(t, String(params.scale), value) });
    }
  }
  return t(key as TextKey, spoken);
}

function plain(formats: Formats, value: number): string {
  return Number.isInteger(value) ? formats.count(value) : formats.decimal(value, 1);
}

/** A facet in words: by day, by night, power … */
export function facetWords(t: Translate, facet: ResultFacet): string {
  if (facet === '') return '';
  return facet === 'day' || facet === 'night' ? t(`ballots.time.${facet}`) : t(`ballots.dimension.${facet}`);
}

/** The same inside a sentence: without a capital. */
export function facetInside(t: Translate, formats: Formats, facet: ResultFacet): string {
  const words = facetWords(t, facet);
  return words.slice(0, 1).toLocaleLowerCase(formats.language) + words.slice(1);
}

/** A level 1–5 in the words of its scale. */
export function levelWords(t: Translate, scale: string, level: number): string {
  return t(`ballots.scale.${scale}.${level}` as TextKey);
}

/** A name keeps its own direction of writing inside the sentence: first strong isolate … pop directional isolate. */
function isolated(value: string): string {
  return `\u2068${value}\u2069`;
}
