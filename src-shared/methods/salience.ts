import type { SalienceClass } from '../domain/stakeholders.ts';
import { midpoint } from './power-interest.ts';

const salienceAttributes = ['power', 'legitimacy', 'urgency'] as const;
export type SalienceAttribute = (typeof salienceAttributes)[number];
/** Median above the midpoint, below it, exactly on it, or no rating at all. */
export type AttributeState = 'yes' | 'no' | 'on-the-line' | 'not-rated';

export function attributeState(median: number | null): AttributeState {
  if (median === null) return 'not-rated';
  if (median === midpoint) return 'on-the-line';
  return median > midpoint ? 'yes' : 'no';
}

const classes: Readonly<Record<string, SalienceClass>> = {
  'power legitimacy urgency': 'all-three',
  'power legitimacy': 'power-legitimacy',
  'power urgency': 'power-urgency',
  'legitimacy urgency': 'legitimacy-urgency',
  power: 'power',
  legitimacy: 'legitimacy',
  urgency: 'urgency',
  '': 'none',
};

/**
 * Salience (Mitchell, Agle & Wood 1997) out of medians of 1-5 scores. One blank attribute makes the whole body «not rated»; one on the midpoint
 * is for the group to talk about. The classes carry the names of what is there, not the labels of the article («dangerous», «dormant»).
 */
export function salienceOf(medians: Readonly<Record<SalienceAttribute, number | null>>): SalienceClass {
  const states = salienceAttributes.map((attribute) => attributeState(medians[attribute]));
  if (states.includes('not-rated')) return 'not-rated';
  if (states.includes('on-the-line')) return 'on-the-line';
  const present = salienceAttributes.filter((_attribute, place) => states[place] === 'yes');
  return classes[present.join(' ')] ?? 'none';
}
