import { describe, expect, test } from 'vitest';
import { salienceClasses } from '#shared/domain/stakeholders.ts';
import { attributeState, salienceOf } from '#shared/methods/salience.ts';
import { fc } from '../../../property-cases.ts';

const yes = 4;
const no = 2;

describe('salience', () => {
  test.each([
    ['SAL-1 legitimacy and urgency (dependent)', { power: no, legitimacy: yes, urgency: yes }, 'legitimacy-urgency'],
    ['SAL-1 power and legitimacy (dominant)', { power: yes, legitimacy: yes, urgency: no }, 'power-legitimacy'],
    ['SAL-1 urgency alone (demanding)', { power: no, legitimacy: no, urgency: yes }, 'urgency'],
    ['power alone', { power: yes, legitimacy: no, urgency: no }, 'power'],
    ['legitimacy alone', { power: no, legitimacy: yes, urgency: no }, 'legitimacy'],
    ['power and urgency', { power: yes, legitimacy: no, urgency: yes }, 'power-urgency'],
    ['all three', { power: yes, legitimacy: yes, urgency: yes }, 'all-three'],
    ['none', { power: no, legitimacy: no, urgency: no }, 'none'],
    ['exactly in the middle', { power: 3, legitimacy: yes, urgency: no }, 'on-the-line'],
    ['one blank', { power: yes, legitimacy: null, urgency: yes }, 'not-rated'],
    ['one blank beside one in the middle', { power: 3, legitimacy: null, urgency: yes }, 'not-rated'],
  ] as const)('%s', (_name, medians, place) => {
    expect(salienceOf(medians)).toBe(place);
  });

  test('a median between two scores counts on its side of the middle', () => {
    expect([2.5, 3, 3.5, null].map(attributeState)).toEqual(['no', 'on-the-line', 'yes', 'not-rated']);
  });

  test('every combination of medians has exactly one of the classes', () => {
    const value = fc.option(fc.integer({ min: 2, max: 10 }).map((half) => half / 2));
    fc.assert(
      fc.property(value, value, value, (power, legitimacy, urgency) => {
        expect(salienceClasses).toContain(salienceOf({ power, legitimacy, urgency }));
      }),
    );
  });

  test('no class is named after what people fear', () => {
    for (const label of ['dangerous', 'demanding', 'dormant']) expect(salienceClasses).not.toContain(label);
  });
});
