import { describe, expect, test } from 'vitest';
import { raciRoles } from '#shared/domain/roles.ts';
import { raciLoad, raciProblems } from '#shared/methods/raci.ts';
import { fc } from '../../../property-cases.ts';

const roles = (text: string) =>
  text.split(' ').map((entry) => {
    const [measureId = '', stakeholderId = '', role] = entry.split(':');
    return { measureId, stakeholderId, role: raciRoles.find((known) => known === role) ?? ('I' as const), confirmedOn: '2026-01-01' };
  });
const notRated = () => null;
const codes = (problems: ReturnType<typeof raciProblems>) => problems.map(({ measureId, code }) => `${measureId} ${code}`);

describe('roles in measures', () => {
  test('RACI-1', () => {
    const given = roles('M1:X:A M1:Y:R M1:Z:C M2:X:A M2:Z:A M2:Y:R M3:X:A M3:Y:I');
    expect(codes(raciProblems(['M1', 'M2', 'M3'], given, notRated))).toEqual(['M2 several-accountable', 'M3 no-responsible']);
    expect(raciLoad(given)).toEqual([
      { stakeholderId: 'X', accountable: 3, responsible: 0 },
      { stakeholderId: 'Y', accountable: 0, responsible: 2 },
      { stakeholderId: 'Z', accountable: 1, responsible: 0 },
    ]);
  });

  test('a body may answer for a measure and do its work', () => {
    expect(raciProblems(['M1'], roles('M1:X:A M1:X:R'), notRated)).toEqual([]);
  });

  test('who answers has said so, and has power enough', () => {
    const silent = roles('M1:X:A M1:Y:R').map((role) => ({ ...role, confirmedOn: null }));
    expect(raciProblems(['M1'], silent, (id) => (id === 'X' ? 2.5 : 5))).toEqual([
      { measureId: 'M1', code: 'not-confirmed', stakeholderIds: ['X'] },
      { measureId: 'M1', code: 'low-power', stakeholderIds: ['X'] },
    ]);
    expect(raciProblems(['M1'], roles('M1:X:A M1:Y:R'), () => 3)).toEqual([]);
  });

  test('a measure without anybody lacks both', () => {
    expect(codes(raciProblems(['M1'], [], notRated))).toEqual(['M1 no-accountable', 'M1 no-responsible']);
  });

  test('a measure is never without and with several accountable ones at once, and the load adds up', () => {
    const role = fc.record({
      measureId: fc.constantFrom('M1', 'M2'),
      stakeholderId: fc.constantFrom('X', 'Y', 'Z'),
      role: fc.constantFrom(...raciRoles),
      confirmedOn: fc.constantFrom(null, '2026-01-01'),
    });
    fc.assert(
      fc.property(fc.uniqueArray(role, { selector: (entry) => `${entry.measureId} ${entry.stakeholderId} ${entry.role}` }), (given) => {
        for (const measure of ['M1', 'M2']) {
          const found = raciProblems([measure], given, notRated).map(({ code }) => code);
          const accountable = given.filter((entry) => entry.measureId === measure && entry.role === 'A').length;
          expect(found.includes('no-accountable')).toBe(accountable === 0);
          expect(found.includes('several-accountable')).toBe(accountable > 1);
        }
        expect(raciLoad(given).reduce((sum, load) => sum + load.accountable + load.responsible, 0)).toBe(
          given.filter((entry) => entry.role === 'A' || entry.role === 'R').length,
        );
      }),
    );
  });
});
