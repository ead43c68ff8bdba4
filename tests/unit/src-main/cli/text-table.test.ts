import { describe, expect, it } from 'vitest';
import { textTable } from '#main/cli/text-table.ts';

describe('a table on a terminal', () => {
  it('puts words at the start and figures at the end of their column', () => {
    const table = textTable(
      [{ title: 'Area' }, { title: 'Count', isFigure: true }],
      [
        ['El Malecón', '9'],
        ['Faro', '1,204'],
      ],
    );
    expect(table.split('\n')).toEqual(['Area        Count', '──────────  ─────', 'El Malecón      9', 'Faro        1,204']);
  });

  it('counts a letter with a separate accent as one place', () => {
    const [, , composed, separate] = textTable(
      [{ title: 'A' }, { title: 'B' }],
      [
        ['Malecón', 'x'],
        ['Malecón'.normalize('NFD'), 'x'],
      ],
    ).split('\n');
    expect(composed?.normalize('NFC')).toBe(separate?.normalize('NFC'));
  });

  it('shows its header when there are no rows', () => {
    expect(textTable([{ title: 'Area' }], [])).toBe('Area\n────');
  });
});
