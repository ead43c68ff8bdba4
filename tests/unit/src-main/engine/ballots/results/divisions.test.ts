import { expect, test } from 'vitest';
import { companyOf } from '#main/engine/ballots/results/company.ts';
import { divide } from '#main/engine/ballots/results/divisions.ts';
import { figuresOf } from '#main/engine/ballots/results/figures.ts';
import { type Ballot, ballotSettingsSchema, type CountedAnswer } from '#shared/domain/ballots.ts';
import { cases, fc } from '../../../../../property-cases.ts';

const ids = ['A', 'B', 'C'];
const ballot: Ballot = {
  ...{ id: 'ballot', workshopId: 'workshop', sessionId: null, kind: 'rating', subject: 'own', question: '', help: '', position: 1, state: 'closed', round: 1 },
  ...{ followsId: null, openedAt: null, closedAt: null, reopenedAt: null, turnout: { phone: 0, paper: 0, hands: 0, present: 0 } },
  settings: ballotSettingsSchema.parse({}),
  options: ids.map((id) => ({ id, text: id, picture: '', refId: null, quiz: null })),
};
const level = fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined });
const person = fc.record({ group: fc.constantFrom('g1', 'g2', 'g3', 'g4', null), levels: fc.tuple(level, level, level) });

/** Whoever reads the total and the shown parts can take these from it; what is left must never be a few people alone. */
test('what is shown tells neither a small group nor the few of a group who answered an option', () => {
  fc.assert(
    fc.property(fc.array(person, { maxLength: 60 }), fc.integer({ min: 3, max: 8 }), (people, smallest) => {
      const answers = people.map(
        ({ group, levels }, index): CountedAnswer => ({
          ...{ id: String(index), voterId: null, groupId: group, attributes: {}, channel: 'paper', at: '', moderation: '' },
          answer: {
            kind: 'rating',
            levels: Object.fromEntries(levels.flatMap((own, place) => (own === undefined ? [] : [[ids[place] ?? '', { level: own }]]))),
          },
        }),
      );
      const company = companyOf(ballot, answers, []);
      const totals = figuresOf(ballot, company);
      const found = divide(ballot, company, 'group', new Map(), totals, smallest);
      if (found === null || found === 'withheld') return;
      expect(found.parts.reduce((sum, part) => sum + part.people, 0)).toBe(people.length);
      for (const part of found.parts) expect(part.people).toBeGreaterThanOrEqual(smallest);
      for (const [index, total] of totals.entries()) {
        const figures = found.parts.map((part) => part.figures[index]);
        for (const figure of figures) if (figure?.n) expect(figure.n).toBeGreaterThanOrEqual(smallest);
        const hidden = figures.filter((figure) => figure?.n === null);
        const left = (total.n ?? 0) - figures.reduce((sum, figure) => sum + (figure?.n ?? 0), 0);
        for (const figure of hidden) expect(figure).toMatchObject({ points: null, median: null, counts: [], rank: null, why: 'hidden' });
        if (hidden.length === 0) expect(left).toBe(0);
        // One hidden part is never left alone, and what is left of the total is no few people, unless nothing at all is shown of it.
        else if (hidden.length < figures.length) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(left).toBeGreaterThanOrEqual(smallest);
        }
      }
    }),
    { numRuns: cases(300) },
  );
});
