import { afterEach, describe, expect, test } from 'vitest';
import { closeReplicas, copyOf, mergeInto, newReplica, perform, type Replica, seen } from './replicas.ts';

afterEach(closeReplicas);

const rowsOf = (replica: Replica, text: string) => replica.connection.prepare<[], Record<string, unknown>>(text).all();

describe('after copies met', () => {
  test('what is written next is later than everything that came in, even on a clock that stands still', () => {
    const lead = newReplica();
    const table = copyOf(lead);
    for (let i = 0; i < 4; i += 1) perform(table, { what: 'noteStakeholder', a: 0, b: 0 }, `table ${i}`);
    perform(lead, { what: 'addFinding', a: 0, b: 0 }, 'lead');
    mergeInto(table, lead);
    perform(table, { what: 'noteStakeholder', a: 0, b: 0 }, 'the last word');
    mergeInto(lead, table);
    expect(rowsOf(lead, "SELECT note FROM stakeholder WHERE id = 's0'")).toEqual([{ note: 'the last word' }]);
    expect((seen(lead) as { reviews: unknown[] }).reviews).toEqual([]);
  });
});

describe('a removal by somebody who did not know', () => {
  test('of a finding to which another copy added evidence leaves the finding, and asks', () => {
    const lead = newReplica();
    const table = copyOf(lead);
    perform(table, { what: 'addEvidence', a: 0, b: 0 }, 'seen by the market women');
    perform(lead, { what: 'removeFinding', a: 0, b: 0 }, '');
    mergeInto(lead, table);
    expect(rowsOf(lead, 'SELECT sentence FROM finding')).toEqual([{ sentence: 'Dark streets' }]);
    expect(rowsOf(lead, 'SELECT text FROM evidence')).toEqual([{ text: 'seen by the market women' }]);
  });

  test('of a body that another copy made the owner of a measure leaves the body', () => {
    const lead = newReplica();
    perform(lead, { what: 'addMeasure', a: 0, b: 0 }, 'Lamps');
    const table = copyOf(lead);
    perform(table, { what: 'ownMeasure', a: 0, b: 0 }, '');
    perform(lead, { what: 'removeStakeholder', a: 0, b: 0 }, '');
    mergeInto(lead, table);
    expect(rowsOf(lead, 'SELECT s.name FROM measure m JOIN stakeholder s ON s.id = m.owner_id')).toEqual([{ name: 'Police' }]);
  });

  test('of a finding that another copy reworded leaves it with the new words, and asks', () => {
    const lead = newReplica();
    const table = copyOf(lead);
    perform(table, { what: 'editFinding', a: 0, b: 0 }, 'Dark streets round the market');
    perform(lead, { what: 'removeFinding', a: 0, b: 0 }, '');
    mergeInto(lead, table);
    expect(rowsOf(lead, 'SELECT sentence FROM finding')).toEqual([{ sentence: 'Dark streets round the market' }]);
    expect((seen(lead) as { reviews: { kind: string }[] }).reviews.map(({ kind }) => kind)).toEqual(['removal']);
  });
});

describe('two answers to one question', () => {
  test('stand beside each other: the later one on the page, the other in the question', () => {
    const lead = newReplica();
    const table = copyOf(lead);
    perform(lead, { what: 'noteStakeholder', a: 0, b: 0 }, 'the lead thinks so');
    perform(table, { what: 'noteStakeholder', a: 0, b: 0 }, 'the table thinks otherwise');
    mergeInto(lead, table);
    expect(rowsOf(lead, "SELECT note FROM stakeholder WHERE id = 's0'")).toEqual([{ note: 'the table thinks otherwise' }]);
    expect((seen(lead) as { reviews: { field: string; writes: string[] }[] }).reviews).toMatchObject([
      { field: 'note', writes: [expect.anything(), expect.anything()] },
    ]);
  });

  test('on different fields of one thing are both taken, with nothing to ask', () => {
    const lead = newReplica();
    const table = copyOf(lead);
    perform(lead, { what: 'renameStakeholder', a: 0, b: 0 }, 'City police');
    perform(table, { what: 'noteStakeholder', a: 0, b: 0 }, 'will come on Tuesday');
    mergeInto(lead, table);
    expect(rowsOf(lead, "SELECT name, note FROM stakeholder WHERE id = 's0'")).toEqual([{ name: 'City police', note: 'will come on Tuesday' }]);
    expect((seen(lead) as { reviews: unknown[] }).reviews).toEqual([]);
  });
});
