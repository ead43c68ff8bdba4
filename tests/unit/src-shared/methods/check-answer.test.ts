import { describe, expect, test } from 'vitest';
import { type Answer, answerSchema, ballotKinds } from '#shared/domain/ballots.ts';
import { isBlank } from '#shared/methods/ballot-rules.ts';
import { checkAnswer, sameAnswer } from '#shared/methods/check-answer.ts';
import { cleanAnswer, cleanText } from '#shared/methods/clean-answer.ts';
import { countBallots } from '#shared/methods/dot-vote.ts';
import { answersTo, ballotOf, optionId } from '../../../fixtures/ballots.ts';
import { fc } from '../../../property-cases.ts';

const [a, b, c] = [optionId(0), optionId(1), optionId(2)];
const blanks: Answer[] = [
  { kind: 'dots', dots: {} },
  { kind: 'ranking', places: {} },
  { kind: 'rating', levels: {} },
  { kind: 'grid', scores: {} },
  { kind: 'agree', levels: {}, reasons: {} },
  { kind: 'statement', text: '' },
  { kind: 'place', areaIds: [], note: '' },
  { kind: 'quiz', answers: {} },
  { kind: 'pairwise', ratios: {} },
];
const ballots = fc
  .record({
    kind: fc.constantFrom(...ballotKinds),
    options: fc.integer({ min: 2, max: 9 }),
    dotsPerPerson: fc.option(fc.integer({ min: 1, max: 6 })),
    capPerOption: fc.option(fc.integer({ min: 1, max: 3 })),
    times: fc.constantFrom([], ['day', 'night'] as const),
  })
  .map(({ kind, options, times, ...settings }) => ballotOf(kind, options, { ...settings, times: [...times] }));

describe('an answer that keeps to the rules', () => {
  test('has no problem, whatever the kind of ballot, before and after it is cleaned', () => {
    fc.assert(
      fc.property(
        ballots.chain((ballot) => fc.record({ ballot: fc.constant(ballot), answer: answersTo(ballot) })),
        ({ ballot, answer }) => {
          expect(answerSchema.safeParse(answer).success).toBe(true);
          expect(checkAnswer(ballot, answer)).toEqual([]);
          const cleaned = cleanAnswer(ballot, answer);
          expect(checkAnswer(ballot, cleaned)).toEqual([]);
          expect(cleanAnswer(ballot, cleaned)).toEqual(cleaned);
          expect(answerSchema.parse(JSON.parse(JSON.stringify(cleaned)))).toEqual(cleaned);
        },
      ),
    );
  });

  test.each(blanks)('may be blank: $kind', (answer) => {
    expect(isBlank(answer)).toBe(true);
    expect(checkAnswer(ballotOf(answer.kind, 3), answer)).toEqual([]);
  });
});

describe('what breaks the rules is named, and nothing is trimmed', () => {
  test('dots over the number that everybody has, and over the cap', () => {
    const ballot = ballotOf('dots', 8, { capPerOption: 1 });
    const answer: Answer = { kind: 'dots', dots: { [a]: 2, [b]: 1 } };
    expect(checkAnswer(ballot, answer)).toEqual([
      { code: 'too-many-dots', optionId: null, given: 3, allowed: 2 },
      { code: 'over-cap', optionId: a, given: 2, allowed: 1 },
    ]);
    expect(answer.dots).toEqual({ [a]: 2, [b]: 1 });
  });

  test('a dot ballot has a problem exactly where the count of dot votes leaves it out', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(a, b, c), fc.nat(4)), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), (dots, most, cap) => {
        const ballot = ballotOf('dots', 3, { dotsPerPerson: most, capPerOption: cap });
        const { refused } = countBallots([dots], [a, b, c], { dotsPerPerson: most, capPerOption: cap });
        expect(checkAnswer(ballot, { kind: 'dots', dots }).length > 0).toBe(refused.length > 0);
      }),
    );
  });

  test.each<[string, ReturnType<typeof ballotOf>, Answer, string]>([
    ['an option of another ballot', ballotOf('dots', 4), { kind: 'dots', dots: { [optionId(9)]: 1 } }, 'unknown-option'],
    [
      'one place for two, where places are to differ',
      ballotOf('ranking', 3, { allowsTies: false }),
      { kind: 'ranking', places: { [a]: 1, [b]: 1 } },
      'place-twice',
    ],
    ['a place after the last', ballotOf('ranking', 2), { kind: 'ranking', places: { [a]: 3 } }, 'bad-level'],
    ['a level by night that nobody asked for', ballotOf('rating', 2), { kind: 'rating', levels: { [a]: { night: 2 } } }, 'bad-level'],
    [
      'one level where day and night are asked',
      ballotOf('rating', 2, { times: ['day', 'night'] }),
      { kind: 'rating', levels: { [a]: { level: 2 } } },
      'bad-level',
    ],
    ['a side of a stakeholder that is not asked', ballotOf('grid', 2), { kind: 'grid', scores: { [a]: { urgency: 3 } } }, 'bad-level'],
    ['a level off the scale', ballotOf('agree', 1), { kind: 'agree', levels: { [a]: 6 }, reasons: {} }, 'bad-level'],
    ['a reason as long as a letter', ballotOf('agree', 1), { kind: 'agree', levels: {}, reasons: { [a]: 'x'.repeat(1_001) } }, 'too-long'],
    ['a statement as long as a letter', ballotOf('statement', 0), { kind: 'statement', text: 'x'.repeat(1_001) }, 'too-long'],
    [
      'more areas than may be tapped',
      ballotOf('place', 5, { mostAnswers: 2 }),
      { kind: 'place', areaIds: [0, 1, 2].map((n) => optionId(1_000 + n)), note: '' },
      'too-many-places',
    ],
    ['one area twice', ballotOf('place', 5), { kind: 'place', areaIds: [optionId(1_000), optionId(1_000)], note: '' }, 'place-twice'],
    ['an area that is not on the map', ballotOf('place', 5), { kind: 'place', areaIds: [optionId(77)], note: '' }, 'unknown-option'],
    ['a choice that is none', ballotOf('quiz', 4), { kind: 'quiz', answers: { [b]: 'blue' } }, 'bad-level'],
    ['a pair the wrong way round', ballotOf('pairwise', 3), { kind: 'pairwise', ratios: { [`${b}:${a}`]: 3 } }, 'unknown-option'],
    ['a strength off the scale', ballotOf('pairwise', 3), { kind: 'pairwise', ratios: { [`${a}:${b}`]: 2.5 } }, 'bad-level'],
    ['an answer to another kind of ballot', ballotOf('dots', 3), { kind: 'statement', text: 'no' }, 'other-kind'],
  ])('%s', (_what, ballot, answer, code) => {
    expect(checkAnswer(ballot, answer).map((problem) => problem.code)).toEqual([code]);
  });

  test('ties in a ranking are an answer like any other', () => {
    expect(checkAnswer(ballotOf('ranking', 3), { kind: 'ranking', places: { [a]: 1, [b]: 1, [c]: 2 } })).toEqual([]);
  });
});

describe('texts as they are kept', () => {
  test('lose what nobody sees and nothing else', () => {
    expect(cleanText('  Luz\u0000 en la\u202e escalera\r\ny el\u0007 puente\ud800 ')).toBe('Luz en la escalera\ny el puente\ufffd');
    expect(cleanText('e\u0301')).toBe('é');
    expect(cleanText('شارع\u200cالميناء')).toBe('شارع\u200cالميناء');
    expect(cleanText('👩‍👧 ok')).toBe('👩‍👧 ok');
  });

  test('markup is text', () => {
    expect(cleanText('<script>alert(1)</script> & "so"')).toBe('<script>alert(1)</script> & "so"');
  });

  test('reasons that nobody asked for are not kept', () => {
    const answer: Answer = { kind: 'agree', levels: { [a]: 3 }, reasons: { [a]: 'because' } };
    expect(cleanAnswer(ballotOf('agree', 1), answer)).toEqual({ kind: 'agree', levels: { [a]: 3 }, reasons: {} });
    expect(cleanAnswer(ballotOf('agree', 1, { hasReasons: true }), answer)).toEqual(answer);
  });
});

describe('two typings of one sheet', () => {
  test('say the same whatever the order and whatever was left out or given as nothing', () => {
    expect(sameAnswer({ kind: 'dots', dots: { [a]: 1, [b]: 0 } }, { kind: 'dots', dots: { [a]: 1 } })).toBe(true);
    expect(sameAnswer({ kind: 'place', areaIds: [a, b], note: ' ' }, { kind: 'place', areaIds: [b, a], note: '' })).toBe(true);
    expect(sameAnswer({ kind: 'rating', levels: { [a]: {} } }, { kind: 'rating', levels: {} })).toBe(true);
    expect(sameAnswer({ kind: 'dots', dots: { [a]: 1 } }, { kind: 'dots', dots: { [b]: 1 } })).toBe(false);
    expect(sameAnswer({ kind: 'dots', dots: {} }, { kind: 'ranking', places: {} })).toBe(false);
  });

  test('an answer is the same as itself', () => {
    fc.assert(
      fc.property(ballots.chain(answersTo), (answer) => {
        expect(sameAnswer(answer, JSON.parse(JSON.stringify(answer)) as Answer)).toBe(true);
      }),
    );
  });
});
