import type { CheckTopic, PolicyCheck } from '../domain/policy-checks.ts';
import type { TextKey, Translate } from './texts.ts';

/** What a check is about where that has words of its own instead of a name: by the code's group of texts. */
const wordsOfTitles: Readonly<Partial<Record<PolicyCheck['code'], string>>> = {
  'group-not-covered': 'residentGroup',
  'attribute-not-graded': 'attribute',
  'attribute-weak': 'attribute',
  'safeguard-open': 'safeguard',
  'safeguard-without-mitigation': 'safeguard',
  'approaches-one-sided': 'approach',
};

/** What a check is about, in the reader's language; empty for the policy as a whole. */
export function checkTitle(t: Translate, { code, title }: Pick<PolicyCheck, 'code' | 'title'>): string {
  const group = wordsOfTitles[code];
  return group && title ? t(`${group}.${title}` as TextKey) : title;
}

/** Topics whose checks are for those who write the plan, and no open point of a document. */
const forWriters: ReadonlySet<CheckTopic> = new Set<CheckTopic>(['attributes', 'inclusion', 'balance', 'text']);

/** Whether a check is told to readers of the policy as an open point. */
export function isOpenPoint({ topic }: Pick<PolicyCheck, 'topic'>): boolean {
  return !forWriters.has(topic);
}
