import { expect, test } from 'vitest';
import { lastStatementStep, statementPages, statementsAt } from '#renderer/stages/wall/statement-pages.ts';
import { fc } from '../../../../property-cases.ts';

const say = (...lengths: number[]) => lengths.map((length, index) => ({ id: index, text: 'a'.repeat(length) }));

test('six short statements share a picture; the seventh begins another', () => {
  expect(statementPages(say(10, 10, 10, 10, 10, 10, 10)).map((page) => page.length)).toEqual([6, 1]);
});

test('a long statement has a page of its own', () => {
  expect(statementPages(say(10, 900, 10)).map((page) => page.length)).toEqual([1, 1, 1]);
});

test('pages of cards first, then each alone', () => {
  const said = say(10, 20, 30);
  expect(lastStatementStep(said)).toBe(3);
  expect(statementsAt(said, 0)).toEqual(said);
  expect([1, 2, 3].map((step) => statementsAt(said, step))).toEqual(said.map((one) => [one]));
});

test('one statement is alone at once; none is nothing; a step too far stays at the last', () => {
  expect(lastStatementStep(say(10))).toBe(0);
  expect(statementsAt(say(10), 0)).toHaveLength(1);
  expect(statementsAt([], 0)).toEqual([]);
  expect(statementsAt(say(10, 20), 99)).toEqual(say(10, 20).slice(1));
});

test('every statement stands on exactly one page, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 1_000 })), (texts) => {
      expect(
        statementPages(texts.map((text) => ({ text })))
          .flat()
          .map(({ text }) => text),
      ).toEqual(texts);
    }),
  );
});
