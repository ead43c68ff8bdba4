import { expect, test } from 'vitest';
import { copyFileName, copyFolderName, parseCopyName } from '#main/engine/project/backup/copy-names.ts';
import { copyReasons } from '#shared/domain/copies.ts';
import { fc } from '../../../../../property-cases.ts';

const madeAt = new Date(2026, 10, 21, 14, 32, 5);

test('a person can read when a copy was made and of what', () => {
  expect(copyFileName({ title: 'Puerto Sereno', madeAt, reason: 'timer' })).toBe('Puerto Sereno 2026-11-21 14.32.05.citysafety');
  expect(copyFileName({ title: 'Puerto Sereno', madeAt, reason: 'replaced' }, 2)).toBe('Puerto Sereno 2026-11-21 14.32.05 replaced (2).citysafety');
  expect(copyFolderName('Ciudad: del / Este', '01890a5d-ac96-774b-bcce-b302099a8057')).toBe('Ciudad del Este 099a8057');
});

test('other files in the folder are none of ours', () => {
  expect(parseCopyName('Puerto Sereno.citysafety')).toBeNull();
  expect(parseCopyName('Puerto Sereno 2026-11-21 14.32.05.citysafety.part')).toBeNull();
  expect(parseCopyName('notes.txt')).toBeNull();
});

test('every name is read back as what it was made from', () => {
  const when = fc
    .date({ min: new Date(2000, 0, 1), max: new Date(2100, 0, 1), noInvalidDate: true })
    .map((date) => new Date(Math.floor(date.getTime() / 1000) * 1000));
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), when, fc.constantFrom(...copyReasons), fc.integer({ min: 1, max: 5 }), (title, date, reason, number) => {
      const parsed = parseCopyName(copyFileName({ title, madeAt: date, reason }, number));
      expect(parsed?.reason).toBe(reason);
      expect(parsed?.madeAt.getTime()).toBe(date.getTime());
    }),
  );
});
