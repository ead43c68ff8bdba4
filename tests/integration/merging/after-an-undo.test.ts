import { afterEach, describe, expect, test } from 'vitest';
import { compactHistory } from '#main/engine/project/history/compact.ts';
import { restoreProject } from '#main/engine/project/history/restore.ts';
import { addSnapshot } from '#main/engine/project/history/snapshots.ts';
import { redo, stepToRedo, stepToUndo, undo } from '#main/engine/project/history/undo.ts';
import { bringIn, closeReplicas, copyOf, type Deed, mergeInto, newReplica, perform, type Replica, seen } from './replicas.ts';

afterEach(closeReplicas);

const act = (replica: Replica, what: Deed['what'], word = '', a = 0, b = 0) => perform(replica, { what, a, b }, word);
const findings = ({ connection }: Replica) => connection.prepare<[], string>('SELECT sentence FROM finding ORDER BY sentence').pluck().all();
const questions = (replica: Replica) => (seen(replica) as { reviews: unknown[] }).reviews;
const newest = ({ connection }: Replica) => connection.prepare<[], number>('SELECT max(revision) FROM change WHERE merge_revision IS NULL').pluck().get() ?? 0;

/** A lead and a table that wrote a finding on its copy. */
function leadAndTable(): { lead: Replica; table: Replica } {
  const lead = newReplica();
  const table = copyOf(lead);
  act(table, 'addFinding', 'seen by the table');
  return { lead, table };
}

/** The same with words in the vision too. */
function leadAndWritingTable(): { lead: Replica; table: Replica } {
  const lead = newReplica();
  act(lead, 'vision', 'calm');
  const table = copyOf(lead);
  act(table, 'vision', 'bright', 9);
  return { lead, table };
}

const vision = ({ connection }: Replica) => connection.prepare<[], string>('SELECT policy_vision FROM project').pluck().get();

const both = ['Dark streets', 'seen by the table'];

describe('a copy comes in although what it brings was taken back before', () => {
  test('by undo', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    undo(lead.project);
    expect(findings(lead)).toEqual(['Dark streets']);
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
  });

  test('by undo, with other work since', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    undo(lead.project);
    act(lead, 'city', 'other work');
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
  });

  test('by undo, taken in again after other work, and undone once more', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    undo(lead.project);
    act(lead, 'city', 'other work');
    bringIn(lead, table);
    undo(lead.project);
    expect(findings(lead)).toEqual(['Dark streets']);
    act(lead, 'city', 'more work');
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
    undo(lead.project);
    redo(lead.project);
    expect(findings(lead)).toEqual(both);
    expect(bringIn(lead, table)).toEqual({ undone: [], merged: null });
  });

  test('by undo, and the history was made smaller since', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    undo(lead.project);
    compactHistory(lead.project);
    expect(stepToRedo(lead.project)).toBeNull();
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
  });

  test('by going back to a moment before', () => {
    const { lead, table } = leadAndTable();
    const before = newest(lead);
    bringIn(lead, table);
    restoreProject(lead.project, before);
    expect(findings(lead)).toEqual(['Dark streets']);
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
  });

  test('by undo, done again, and by going back to the moment when it was undone', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    undo(lead.project);
    const undone = newest(lead);
    bringIn(lead, table);
    restoreProject(lead.project, undone);
    expect(findings(lead)).toEqual(['Dark streets']);
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
  });

  test('by going back to a moment before, and the history was made smaller since', () => {
    const { lead, table } = leadAndTable();
    const before = newest(lead);
    bringIn(lead, table);
    restoreProject(lead.project, before);
    compactHistory(lead.project);
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
  });

  test.each([
    ['undo', false],
    ['undo', true],
    ['return', false],
    ['return', true],
  ])('and nobody is asked about what nobody disputes (%s, history made smaller: %s)', (way, isFolded) => {
    const { lead, table } = leadAndTable();
    act(table, 'noteStakeholder', 'noted by the table');
    const before = newest(lead);
    bringIn(lead, table);
    if (way === 'undo') undo(lead.project);
    else restoreProject(lead.project, before);
    if (isFolded) compactHistory(lead.project);
    act(lead, 'city', 'other work');
    bringIn(lead, table);
    expect(findings(lead)).toEqual(both);
    expect(questions(lead)).toEqual([]);
  });
});

describe('words in a text that many write come in although they were taken back before', () => {
  test('by undo, with other words since', () => {
    const { lead, table } = leadAndWritingTable();
    const before = vision(lead);
    bringIn(lead, table);
    const merged = vision(lead);
    expect(merged).toContain('bright');
    undo(lead.project);
    expect(vision(lead)).toBe(before);
    act(lead, 'vision', 'open', 0);
    bringIn(lead, table);
    for (const word of ['bright', 'calm', 'open']) expect(vision(lead)).toContain(word);
  });

  test('by undo, and the history was made smaller since', () => {
    const { lead, table } = leadAndWritingTable();
    bringIn(lead, table);
    const merged = vision(lead);
    undo(lead.project);
    compactHistory(lead.project);
    act(lead, 'vision', 'open', 0);
    compactHistory(lead.project);
    bringIn(lead, table);
    for (const word of ['bright', 'calm', 'open']) expect(vision(lead)).toContain(word);
    undo(lead.project);
    expect(vision(lead)).not.toContain('bright');
    redo(lead.project);
    compactHistory(lead.project);
    expect(bringIn(lead, table)).toEqual({ undone: [], merged: null });
    expect(merged).toContain('bright');
  });
});

describe('a moment before a merge that was undone', () => {
  test('is what it was after the history was made smaller, words and all', () => {
    const { lead, table } = leadAndWritingTable();
    act(table, 'addFinding', 'seen by the table');
    const then = vision(lead);
    const { revision } = addSnapshot(lead.project, { name: 'before', note: '' });
    bringIn(lead, table);
    undo(lead.project);
    act(lead, 'vision', 'open', 0);
    compactHistory(lead.project);
    restoreProject(lead.project, revision);
    expect(vision(lead)).toBe(then);
    expect(findings(lead)).toEqual(['Dark streets']);
    compactHistory(lead.project);
    restoreProject(lead.project, revision);
    expect(vision(lead)).toBe(then);
    bringIn(lead, table);
    expect(vision(lead)).toContain('bright');
    expect(findings(lead)).toEqual(both);
  });
});

describe('the present', () => {
  test('stays the words that were put back, when going back past a merge that was kept aside', () => {
    const { lead, table } = leadAndWritingTable();
    const then = vision(lead);
    const { revision } = addSnapshot(lead.project, { name: 'before', note: '' });
    act(lead, 'vision', 'open', 0);
    bringIn(lead, table);
    restoreProject(lead.project, revision);
    compactHistory(lead.project);
    act(lead, 'city', 'other work');
    restoreProject(lead.project, revision);
    expect(vision(lead)).toBe(then);
  });
});

test("the city's other facts come in again beside the words of the vision", () => {
  const { lead, table } = leadAndWritingTable();
  act(table, 'city', 'a mandate from the table');
  const before = newest(lead);
  bringIn(lead, table);
  restoreProject(lead.project, before);
  bringIn(lead, table);
  expect(vision(lead)).toContain('bright');
  expect(lead.connection.prepare('SELECT mandate FROM project').pluck().get()).toBe('a mandate from the table');
});

describe('words in a section of the policy come in although they were taken back before', () => {
  const plainText = ({ connection }: Replica) => connection.prepare<[], string>('SELECT plain_text FROM draft_section').pluck().get();

  test.each([false, true])('by undo, with other words since (history made smaller: %s)', (isFolded) => {
    const lead = newReplica();
    act(lead, 'addSection', 'calm');
    const table = copyOf(lead);
    act(table, 'writeSection', 'bright', 1);
    bringIn(lead, table);
    undo(lead.project);
    expect(plainText(lead)).not.toContain('bright');
    if (isFolded) compactHistory(lead.project);
    act(lead, 'writeSection', 'open');
    bringIn(lead, table);
    for (const word of ['bright', 'calm', 'open']) expect(plainText(lead)).toContain(word);
  });

  test('that came with the section itself', () => {
    const lead = newReplica();
    const table = copyOf(lead);
    act(table, 'addSection', 'bright');
    bringIn(lead, table);
    undo(lead.project);
    expect(plainText(lead)).toBeUndefined();
    compactHistory(lead.project);
    bringIn(lead, table);
    expect(plainText(lead)).toContain('bright');
  });
});

describe('what was taken back stays away', () => {
  test('when a copy comes that was made after it', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    undo(lead.project);
    const later = copyOf(lead);
    act(later, 'addFinding', 'seen later');
    bringIn(lead, later);
    expect(findings(lead)).toEqual(['Dark streets', 'seen later']);
  });

  test('when a copy comes that took that over', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    undo(lead.project);
    const other = copyOf(table);
    mergeInto(other, lead);
    act(other, 'addFinding', 'seen later');
    bringIn(lead, other);
    expect(findings(lead)).toEqual(['Dark streets', 'seen later']);
  });
});

describe('a merge that stands', () => {
  test('is not done again when the history was made smaller since', () => {
    const { lead, table } = leadAndTable();
    bringIn(lead, table);
    act(lead, 'editFinding', 'reworded', 0);
    compactHistory(lead.project);
    expect(bringIn(lead, table)).toEqual({ undone: [], merged: null });
    expect(stepToUndo(lead.project)).toBeNull();
  });

  test('is not done again when going back to a moment before it was undone', () => {
    const { lead, table } = leadAndTable();
    const before = newest(lead);
    bringIn(lead, table);
    restoreProject(lead.project, before);
    undo(lead.project);
    expect(bringIn(lead, table)).toEqual({ undone: [], merged: null });
    expect(findings(lead)).toEqual(both);
    expect(questions(lead)).toEqual([]);
  });
});
