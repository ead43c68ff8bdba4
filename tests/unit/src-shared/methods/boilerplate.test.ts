import { describe, expect, test } from 'vitest';
import { comparable, repeatedSentences, templateSentences } from '#shared/methods/boilerplate.ts';
import { fc } from '../../../property-cases.ts';

const one = 'The municipality repairs 42 lamps in the district of La Cantera within ten days.';

describe('sentences that are said more than once', () => {
  test('the same sentence with other figures is the same sentence', () => {
    const other = 'The municipality repairs 17 lamps in the district of La Cantera, within ten days!';
    expect(comparable(one)).toBe(comparable(other));
    expect(
      repeatedSentences(
        [
          { id: 'a', text: one },
          { id: 'b', text: `Something else here. ${other}` },
        ],
        'en',
      ),
    ).toEqual([{ sentence: one, isExact: true, partIds: ['a', 'b'] }]);
  });
  test('a sentence sold again with another name is found too', () => {
    const other = 'The municipality repairs 42 lamps in the district of El Manglar within ten days.';
    const long = (name: string) =>
      `In order to make the streets of ${name} safe for everybody who walks home at night the municipality repairs every lamp within ten days.`;
    expect(likeness(one, other)).toBeGreaterThan(0.3);
    expect(
      repeatedSentences(
        [
          { id: 'a', text: long('Centro') },
          { id: 'b', text: long('Oriente') },
        ],
        'en',
      ),
    ).toMatchObject([{ isExact: false, partIds: ['a', 'b'] }]);
  });
  test('twice in one part counts once for that part', () =>
    expect(repeatedSentences([{ id: 'a', text: `${one} ${one}` }], 'en')).toEqual([{ sentence: one, isExact: true, partIds: ['a'] }]));
  test('short sentences are said twice in any text', () =>
    expect(
      repeatedSentences(
        [
          { id: 'a', text: 'This is good.' },
          { id: 'b', text: 'This is good.' },
        ],
        'en',
      ),
    ).toEqual([]));
  test('what is left of a template is told', () => {
    const template = 'Safety is a right of everybody who lives in this city and comes first.';
    expect(templateSentences([{ id: 'a', text: `${template} ${one}` }], [template], 'en')).toEqual([{ sentence: template, isExact: true, partIds: ['a'] }]);
    expect(templateSentences([{ id: 'a', text: one }], [template], 'en')).toEqual([]);
  });

  const sentence = fc
    .array(fc.constantFrom('light', 'street', 'women', 'police', 'bus', 'night', 'market', 'school'), { minLength: 3, maxLength: 14 })
    .map((words) => words.join(' '));
  test('sentences stand together when the first of them shares seven tenths of its runs of three words, compared pair by pair', () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), (sentences) => {
        const firsts: string[] = [];
        const said = new Map<string, number>();
        for (const words of sentences.filter((words) => words.split(' ').length >= 7)) {
          const first = firsts.find((candidate) => likeness(candidate, words) >= 0.7);
          if (first === undefined) firsts.push(words);
          said.set(first ?? words, (said.get(first ?? words) ?? 0) + 1);
        }
        const parts = sentences.map((words, place) => ({ id: String(place), text: `${words}.` }));
        expect(repeatedSentences(parts, 'en').map(({ sentence }) => sentence.replace('.', ''))).toEqual(firsts.filter((first) => (said.get(first) ?? 0) > 1));
      }),
    );
  });
});

/** What two sentences share of their runs of three words, 0–1 (Jaccard), as it is defined. */
function likeness(sentence: string, other: string): number {
  const runs = (text: string) => {
    const words = comparable(text).split(' ');
    return new Set(words.slice(2).map((_, place) => words.slice(place, place + 3).join(' ')));
  };
  const [a, b] = [runs(sentence), runs(other)];
  const shared = [...a].filter((run) => b.has(run)).length;
  return shared / (a.size + b.size - shared);
}
