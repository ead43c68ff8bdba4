import { describe, expect, it } from 'vitest';
import { isStated } from '#renderer/stages/import/attention.ts';
import { adviceFor } from '#renderer/stages/import/problems/advice.ts';
import { problemsAsCsv } from '#renderer/stages/import/problems/problem-list.ts';
import { stepOfSetting } from '#renderer/stages/import/steps.ts';

describe('where a guess is settled', () => {
  it('is the screen that holds its setting', () => {
    expect(stepOfSetting('encoding', 'incidents')).toBe('table');
    expect(stepOfSetting('columns.date', 'incidents')).toBe('columns');
    expect(stepOfSetting('columns', 'figures')).toBe('table');
    expect(stepOfSetting('dateOrder', 'incidents')).toBe('values');
  });

  it('is the columns for the name of new areas, and the values for areas that are looked up', () => {
    expect(stepOfSetting('layer', 'areas')).toBe('columns');
    expect(stepOfSetting('layer', 'incidents')).toBe('values');
  });

  it('is settled once a person has said it', () => {
    expect(isStated({}, 'dateOrder')).toBe(false);
    expect(isStated({ dateOrder: 'dmy' }, 'dateOrder')).toBe(true);
    expect(isStated({ constants: { year: '2024' } }, 'constants.offence')).toBe(false);
    expect(isStated({ constants: { year: '2024' } }, 'constants.year')).toBe(true);
  });
});

describe('the list of problems to take along', () => {
  it('tells what can be done about each kind', () => {
    expect(adviceFor('impossible-date')).toBe('dates');
    expect(adviceFor('unknown-area')).toBe('places');
    expect(adviceFor('duplicate-row')).toBe('repeats');
    expect(adviceFor('something-new')).toBe('none');
  });

  it('is CSV whose cells no spreadsheet takes for formulas', () => {
    const problem = { code: 'bad-value', row: 3, column: 'a,b', value: '=1+1', dropsRow: true, message: '' };
    const csv = problemsAsCsv([problem], { header: ['Row', 'Column', 'Value', 'What', 'Effect'], textOf: () => 'say "no"', effectOf: () => 'left out' });
    expect(csv).toBe('\uFEFFRow,Column,Value,What,Effect\r\n3,"a,b",\'=1+1,"say ""no""",left out\r\n');
  });
});
