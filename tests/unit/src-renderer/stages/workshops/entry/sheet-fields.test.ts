import { describe, expect, it } from 'vitest';
import { answerOf, fieldsOf, isOffScale, typedOf } from '#renderer/stages/workshops/entry/sheet-fields.ts';
import { answerSchema, ballotKinds } from '#shared/domain/ballots.ts';
import { checkAnswer } from '#shared/methods/check-answer.ts';
import { inventBallot } from '../../../../../fixtures/invented-ballots.ts';
import { cases, fc } from '../../../../../property-cases.ts';

const areas = Array.from({ length: 8 }, (_, place) => `0193a0c0-0000-7000-8000-2000000000${String(place).padStart(2, '0')}`);
const ballotOf = (kind: (typeof ballotKinds)[number]) =>
  inventBallot(kind, { refIds: kind === 'place' ? areas : [], settings: { hasReasons: true, times: kind === 'rating' ? ['day', 'night'] : [] } });
const first = (kind: (typeof ballotKinds)[number]) => ballotOf(kind).options[0]?.id ?? '';

describe('what is typed from a sheet', () => {
  it('asks in the order of the sheet: by day and by night, level and reason, one line for each pair', () => {
    expect(
      fieldsOf(ballotOf('rating'))
        .slice(0, 4)
        .map(({ number, part }) => `${number} ${part}`),
    ).toEqual(['1 day', '1 night', '2 day', '2 night']);
    expect(
      fieldsOf(ballotOf('agree'))
        .slice(0, 2)
        .map(({ part, input }) => `${part} ${input}`),
    ).toEqual(['level digits', 'reason text']);
    expect(fieldsOf(ballotOf('pairwise'))).toHaveLength(6);
    expect(fieldsOf(ballotOf('place')).map(({ part }) => part)).toEqual(['area', 'area', 'area', 'note']);
    expect(fieldsOf(ballotOf('statement')).map(({ part }) => part)).toEqual(['text']);
  });

  it('goes on by itself where one digit is all there can be', () => {
    expect(fieldsOf(inventBallot('ranking', { count: 9 })).every(({ isOneDigit }) => isOneDigit)).toBe(true);
    expect(fieldsOf(inventBallot('ranking', { count: 12 })).some(({ isOneDigit }) => isOneDigit)).toBe(false);
  });

  it('makes the answer of every kind that the engine takes', () => {
    for (const kind of ballotKinds) {
      const ballot = ballotOf(kind);
      const typed = Object.fromEntries(
        fieldsOf(ballot).map((field, place) => [
          field.key,
          field.input === 'text' ? 'well lit' : String(kind === 'dots' ? (place === 0 ? 2 : 0) : Math.min(place + 1, field.most)),
        ]),
      );
      const answer = answerOf(ballot, typed);
      expect(answerSchema.safeParse(answer).success, kind).toBe(true);
      expect(checkAnswer(ballot, answer), kind).toEqual([]);
    }
  });

  it('and the way back is the same, whatever is typed', () => {
    for (const kind of ballotKinds) {
      const ballot = ballotOf(kind);
      const fields = fieldsOf(ballot).filter(({ part }) => part !== 'area');
      fc.assert(
        fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 5 })), { minLength: fields.length, maxLength: fields.length }), (values) => {
          const typed = Object.fromEntries(
            fields.flatMap((field, place) => {
              const value = values[place];
              return value === null || value === undefined
                ? []
                : [[field.key, field.input === 'text' ? `because ${value}` : String(Math.min(value, field.most))]];
            }),
          );
          expect(typedOf(ballot, answerOf(ballot, typed))).toEqual(typed);
        }),
        { numRuns: cases(30) },
      );
    }
  });

  it('keeps areas by their number, and pairs as ratios', () => {
    const place = ballotOf('place');
    const keys = fieldsOf(place).map(({ key }) => key);
    const answer = answerOf(place, { [keys[0] ?? '']: '3', [keys[1] ?? '']: '1' });
    expect(answer).toEqual({ kind: 'place', areaIds: [areas[2], areas[0]], note: '' });
    expect(typedOf(place, answer)).toEqual({ [keys[0] ?? '']: '3', [keys[1] ?? '']: '1' });
    const pairs = ballotOf('pairwise');
    const [pair] = fieldsOf(pairs);
    expect(answerOf(pairs, { [pair?.key ?? '']: '5' })).toEqual({ kind: 'pairwise', ratios: { [pair?.optionId ?? '']: 1 / 5 } });
  });

  it('leaves out what is empty: nothing typed is a blank sheet', () => {
    expect(answerOf(ballotOf('dots'), {})).toEqual({ kind: 'dots', dots: {} });
    expect(answerOf(ballotOf('rating'), { [`${first('rating')}/day`]: ' ' })).toEqual({ kind: 'rating', levels: {} });
  });

  it('says a number that the sheet does not offer, and trims none', () => {
    const [field] = fieldsOf(ballotOf('rating'));
    if (!field) throw new Error('no field');
    expect(isOffScale(field, '5')).toBe(false);
    expect(isOffScale(field, '')).toBe(false);
    for (const typed of ['6', '0', 'x', '55']) expect(isOffScale(field, typed)).toBe(true);
    const dots = ballotOf('dots');
    const [line] = fieldsOf(dots);
    expect(answerOf(dots, { [line?.key ?? '']: '9' })).toEqual({ kind: 'dots', dots: { [line?.optionId ?? '']: 9 } });
  });
});
