import type { ObjectChange } from '#shared/domain/history.ts';
import type { Formats } from '#shared/i18n/formats.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';

/** The kind of an object in words: one («Measure») or several («Measures»). A table that no text knows is made readable. */
export function typeWords(t: Translate, type: string, isPlural = false): string {
  const key = isPlural ? `history.types.${type}` : `history.type.${type}`;
  return textOr(t, key, type.replaceAll('_', ' '));
}

/** What an object is called on the screens. */
export function objectName(t: Translate, { type, name }: Pick<ObjectChange, 'type' | 'name'>): string {
  if (name === '') return type === 'project' ? typeWords(t, type) : t('history.noName');
  return type === 'observation' ? textOr(t, `indicator.${name}.name`, name) : name;
}

type Words = (t: Translate, formats: Formats, value: string, type: string) => string;

const codeOf =
  (prefix: string): Words =>
  (t, _formats, value) =>
    textOr(t, `${prefix}.${value}`, value);

const listOf =
  (word: (t: Translate, formats: Formats, item: string) => string): Words =>
  (t, formats, value) => {
    const items = readList(value);
    if (!items) return value;
    return new Intl.ListFormat(formats.language, { type: 'conjunction' }).format(items.map((item) => word(t, formats, item)));
  };

const groupWord = (t: Translate, _formats: Formats, item: string) => textOr(t, `residentGroup.${item}`, item);
const yesNo: Words = (t, _formats, value) => t(value === '1' ? 'history.value.yes' : 'history.value.no');
const instant: Words = (_t, formats, value) => formats.instant(value);
const number: Words = (_t, formats, value) => new Intl.NumberFormat(formats.language, { maximumFractionDigits: 4 }).format(Number(value));
const scoreWords: Words = (t, _formats, value) => `${value} (${textOr(t, `score.${value}`, value)})`;
const changed: Words = (t) => t('history.value.long');
const name = (kind: 'language' | 'region' | 'currency') => (formats: Formats, code: string) =>
  new Intl.DisplayNames([formats.language], { type: kind, fallback: 'code' }).of(code) ?? code;

const kindPrefixes: Readonly<Record<string, string>> = {
  stakeholder: 'stakeholderKind',
  evidence: 'evidenceKind',
  finding: 'findingKind',
  problem_node: 'trees.problems',
  dataset: 'import.kind',
  risk: 'riskKind',
  release: 'releases.kind',
  influence_tie: 'tieKind',
  partnership: 'partnershipKind',
  output_profile: 'outputs',
};

const levelPrefixes: Readonly<Record<string, string>> = { stakeholder: 'stakeholderLevel', factor: 'ecologicalLevel' };

/** How a column's value is said; what is not named here stands as it is. */
const words: Readonly<Record<string, Words>> = {
  sector: (t, formats, value, type) => codeOf(type === 'strategy_document' ? 'strategySector' : 'sector')(t, formats, value, type),
  kind: (t, formats, value, type) => codeOf(kindPrefixes[type] ?? type)(t, formats, value, type),
  stance: (t, formats, value, type) => (type === 'stakeholder_rating' ? scoreWords : codeOf('findings.stance'))(t, formats, value, type),
  level: (t, formats, value, type) => codeOf(levelPrefixes[type] ?? 'engagementLevel')(t, formats, value, type),
  decided_place: codeOf('gridPlace'),
  origin: codeOf('risks.origin'),
  approach: codeOf('approach'),
  approaches: listOf((t, _formats, item) => textOr(t, `approach.${item}`, item)),
  place_types: listOf((t, _formats, item) => textOr(t, `practicePlace.${item}`, item)),
  scale: codeOf('practiceScale'),
  changeable: codeOf('changeable'),
  direction: codeOf('factorDirection'),
  confidence: codeOf('risks.confidence'),
  action_level: codeOf('risks.actionLevel'),
  dimension: codeOf('outsideDimension'),
  horizon: codeOf('horizon'),
  offence_group: codeOf('offenceGroup'),
  sex: (t, _formats, value) => (value === 'all' ? t('history.value.everybody') : textOr(t, `history.value.sex.${value}`, value)),
  indicator_code: (t, _formats, value) => textOr(t, `indicator.${value}.name`, value),
  represents: listOf(groupWord),
  resident_groups: listOf(groupWord),
  languages: listOf((_t, formats, item) => name('language')(formats, item)),
  country: (_t, formats, value) => name('region')(formats, value),
  currency: (_t, formats, value) => name('currency')(formats, value),
  power: scoreWords,
  interest: scoreWords,
  legitimacy: scoreWords,
  urgency: scoreWords,
  rated_on: (_t, formats, value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.day(value) : value),
  is_chosen: yesNo,
  is_claim: yesNo,
  is_confirmed: yesNo,
  is_computed: yesNo,
  is_withdrawn: yesNo,
  is_sample: yesNo,
  is_restricted: yesNo,
  may_be_shared: yesNo,
  imported_at: instant,
  entered_at: instant,
  rated_at: instant,
  made_at: instant,
  created_at: instant,
  published_on: (_t, formats, value) => (/^\d{4}-\d{2}-\d{2}$/.test(value) ? formats.day(value) : value),
  boundary: (t) => t('history.value.outlineAdded'),
  recipe: changed,
  terms: changed,
  mentions: changed,
  results: changed,
  problems: changed,
  problem_counts: changed,
  tables: changed,
  bytes: changed,
  data: changed,
  sha256: (_t, _formats, value) => `${value.slice(0, 12)}…`,
};

const numbers = [
  'value',
  'low',
  'high',
  'numerator',
  'denominator',
  'area_km2',
  'people',
  'dots',
  'rows',
  'imported',
  'capital_cost',
  'recurrent_cost_per_year',
];
const moreNumbers = [
  'funding_own',
  'funding_shared',
  'funding_external',
  'contingency_percent',
  'baseline_value',
  'target_value',
  'small_number_threshold',
  'smallest_count',
];
const numberColumns: ReadonlySet<string> = new Set([...numbers, ...moreNumbers, 'dots_per_person', 'cap_per_option']);

/** A value of a column in words; null = empty. */
export function valueWords(t: Translate, formats: Formats, type: string, column: string, value: string | null): string {
  if (value === null || value === '[]') return t('history.value.empty');
  if (value === '') return t('history.noName');
  if (numberColumns.has(column) && value !== '' && Number.isFinite(Number(value))) return number(t, formats, value, type);
  return words[column]?.(t, formats, value, type) ?? value;
}

/** Columns of which only «it changed» can be said. */
export function isUnspeakable(column: string): boolean {
  return column === 'boundary' || words[column] === changed;
}

/** Counts of what was added, changed and removed, as one line. */
export function countWords(t: Translate, formats: Formats, counts: Readonly<Record<ObjectChange['kind'], number>>): string {
  const parts = (['added', 'changed', 'removed'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`history.count.${kind}`, { count: counts[kind] }));
  return new Intl.ListFormat(formats.language, { type: 'unit' }).format(parts);
}

function readList(value: string): string[] | null {
  try {
    const list: unknown = JSON.parse(value);
    return Array.isArray(list) ? list.map(String) : null;
  } catch {
    return null;
  }
}

function textOr(t: Translate, key: string, fallback: string): string {
  const text = t(key as TextKey);
  return text === key ? fallback : text;
}
