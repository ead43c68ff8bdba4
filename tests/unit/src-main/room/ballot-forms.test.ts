import { describe, expect, it } from 'vitest';
import { sharedPlaces } from '#main/room/ballots/ranking.ts';
import { formOf } from '#main/room/pages/ballot-pages.ts';
import { type Answer, answerSchema } from '#shared/domain/ballots.ts';
import { isBlank } from '#shared/methods/ballot-rules.ts';
import { checkAnswer } from '#shared/methods/check-answer.ts';
import { idOf, madeBallot } from './made-ballots.ts';

const given: readonly { answer: Answer; fields: Record<string, string>; settings?: object }[] = [
  { answer: { kind: 'dots', dots: { [idOf(0)]: 2, [idOf(2)]: 1 } }, fields: { 0: '2', 2: '1' } },
  { answer: { kind: 'ranking', places: { [idOf(0)]: 2, [idOf(1)]: 1, [idOf(2)]: 3 } }, fields: { 0: '2', 1: '1', 2: '3' } },
  { answer: { kind: 'rating', levels: { [idOf(1)]: { day: 5, night: 1 }, [idOf(2)]: { night: 2 } } }, fields: { '1d': '5', '1n': '1', '2n': '2' } },
  { answer: { kind: 'rating', levels: { [idOf(1)]: { level: 4 } } }, fields: { 1: '4' }, settings: { times: [] } },
  { answer: { kind: 'grid', scores: { [idOf(0)]: { power: 5, interest: 2, stance: 1 } } }, fields: { '0p': '5', '0i': '2', '0s': '1' } },
  { answer: { kind: 'agree', levels: { [idOf(0)]: 4 }, reasons: { [idOf(1)]: 'It is dark' } }, fields: { 0: '4', '1r': 'It is dark' } },
  { answer: { kind: 'place', areaIds: [idOf(500), idOf(502)], note: 'by the bridge' }, fields: { a0: 'on', a2: 'on', note: 'by the bridge' } },
  {
    answer: { kind: 'quiz', answers: { [idOf(0)]: '4', [idOf(1)]: 'A 3', [idOf(2)]: 'yes', [idOf(3)]: 'more maps' } },
    fields: { 0: '4', 1: '2', 2: 'yes', 3: 'more maps' },
  },
  { answer: { kind: 'pairwise', ratios: { [`${idOf(0)}:${idOf(1)}`]: 5, [`${idOf(0)}:${idOf(2)}`]: 1 / 3 } }, fields: { '0-1': '5', '0-2': '-3' } },
];

describe('A form and its answer', () => {
  for (const { answer, fields, settings } of given) {
    const ballot = madeBallot(answer.kind, 4, 'A', settings ? { settings: settings as never } : {});
    const form = formOf(ballot);
    it(`say the same, there and back: ${answer.kind} ${Object.keys(fields).join(' ')}`, () => {
      expect(form.read(ballot, new Map(Object.entries(fields)))).toEqual(answer);
      expect(form.fill(ballot, answer)).toEqual(new Map(Object.entries(fields)));
      expect(checkAnswer(ballot, answer)).toEqual([]);
    });

    it(`left empty is a blank ballot: ${answer.kind} ${Object.keys(fields).join(' ')}`, () => {
      const blank = form.read(ballot, new Map());
      expect(isBlank(blank)).toBe(true);
      expect(checkAnswer(ballot, blank)).toEqual([]);
    });

    it(`that somebody tampered with never is an answer the engine cannot read: ${answer.kind} ${Object.keys(fields).join(' ')}`, () => {
      for (const value of ['-1', '0', '6', '99', '1e9', 'x', '__proto__', '<script>', '½', '9'.repeat(50)]) {
        const odd = form.read(ballot, new Map(Object.keys(fields).map((name) => [name, value])));
        expect(answerSchema.safeParse(odd).success, value).toBe(true);
      }
      expect(
        form.read(
          ballot,
          new Map([
            ['99', '1'],
            ['a99', 'on'],
            ['9-99', '3'],
          ]),
        ),
      ).toEqual(form.read(ballot, new Map()));
    });
  }

  it('keeps statements one by one', () => {
    const ballot = madeBallot('statement', 0, 'A');
    expect(formOf(ballot).read(ballot, new Map([['text', 'Dark']]))).toEqual({ kind: 'statement', text: 'Dark' });
  });

  it('knows which places of a ranking are shared', () => {
    expect(sharedPlaces({ a: 1, b: 2, c: 2, d: 1, e: 3 })).toEqual([1, 2]);
    expect(sharedPlaces({ a: 1, b: 2 })).toEqual([]);
  });
});
