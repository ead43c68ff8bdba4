import { fieldWords } from './field-words.ts';
import type { Formats } from './formats.ts';
import { directionOf } from './languages.ts';
import type { TextKey, Translate } from './texts.ts';

/** What a change is called and the values of its blanks, as the project keeps them. */
export interface NamedChange {
  readonly name: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Params = Readonly<Record<string, string | number>>;

/** Names under which one change has other words, depending on what it did. */
const variants: Readonly<Record<string, (params: Params) => string>> = {
  'stakeholders.rate': ({ power, interest }) => {
    if (power && interest) return 'stakeholders.rate';
    if (power) return 'stakeholders.ratePower';
    return interest ? 'stakeholders.rateInterest' : 'stakeholders.rateNone';
  },
  'priorities.update': ({ fields, isChosen }) => {
    if (fields !== 'isChosen') return 'priorities.update';
    return isChosen ? 'priorities.choose' : 'priorities.unchoose';
  },
  'areas.setPopulation': ({ value, year }) => {
    if (value === undefined) return 'areas.setPopulation';
    if (value === '') return 'areas.removePopulation';
    return year ? 'areas.setPopulationOfYear' : 'areas.setPopulationTo';
  },
};

/** A change in words that can be spoken after «Undo»: what it was about, by name. */
export function changeWords(t: Translate, formats: Formats, { name, params }: NamedChange): string {
  const words = t(`change.${variants[name]?.(params) ?? name}` as TextKey, spokenParams(t, formats, name, params));
  const fields = typeof params.fields === 'string' && !variants[name] ? params.fields.split(', ').filter(Boolean) : [];
  if (fields.length === 0 || fields.length > mostFields) return words;
  return t('change.withFields', { words, fields: listOf(formats, [...new Set(fields.map((field) => fieldWords(t, name.split('.')[0] ?? '', field)))]) });
}

/** More fields than this would not be listened to. */
const mostFields = 4;

function listOf(formats: Formats, parts: readonly string[]): string {
  return new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(parts);
}

function spokenParams(t: Translate, formats: Formats, change: string, params: Params): Params {
  const spoken: Record<string, string | number> = { ...params };
  for (const field of namedFields) if (spoken[field] === '') spoken[field] = t('change.noName');
  if (change === 'history.restoreObject' && params.name === '') spoken.name = t(`history.type.${params.type}` as TextKey);
  for (const field of ['power', 'interest'] as const) if (params[field]) spoken[field] = t(`score.${params[field]}` as TextKey);
  if (typeof params.at === 'string') spoken.at = formats.instant(params.at);
  if (change === 'incidents.setOffenceGroup') spoken.group = t(`offenceGroup.${params.group}` as TextKey);
  if (change === 'areas.setPopulation' && typeof params.value === 'number') spoken.value = formats.count(params.value);
  if (change.startsWith('indicators.')) spoken.name = indicatorWords(t, params);
  if (directionOf(formats.language) === 'rtl') for (const field of namedFields) if (spoken[field] !== undefined) spoken[field] = isolated(spoken[field]);
  return spoken;
}

/** Values that a person wrote. */
const namedFields = ['name', 'file', 'city', 'group', 'fileName', 'names', 'from', 'to', 'what'] as const;

/** A name keeps its own direction of writing inside the sentence: first strong isolate … pop directional isolate. */
function isolated(value: string | number): string {
  return `\u2068${value}\u2069`;
}

function indicatorWords(t: Translate, { name, year }: Params): string {
  const key = `indicator.${name}.name`;
  const words = t(key as TextKey);
  const known = words === key ? String(name) : words;
  return year ? t('change.ofYear', { name: known, year }) : known;
}
