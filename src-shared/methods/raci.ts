import type { MeasureRole, RaciProblem, RaciRole } from '../domain/roles.ts';

type Role = Pick<MeasureRole, 'measureId' | 'stakeholderId' | 'role' | 'confirmedOn'>;

/** A median power below the middle of the 1-5 scale is low. */
const middle = 3;

/**
 * The checks of a table of responsibilities (general management practice): of every measure exactly one body answers for it, has
 * confirmed it and has power enough, and at least one does the work. `powerOf` is a median of 1-5; null = not rated, which is no problem.
 */
export function raciProblems(measureIds: readonly string[], roles: readonly Role[], powerOf: (stakeholderId: string) => number | null): RaciProblem[] {
  return measureIds.flatMap((measureId) => {
    const own = roles.filter((role) => role.measureId === measureId);
    const with_ = (role: RaciRole) => own.filter((entry) => entry.role === role);
    const accountable = with_('A');
    const problem = (code: RaciProblem['code'], stakeholderIds: string[] = []): RaciProblem => ({ measureId, code, stakeholderIds });
    const problems: RaciProblem[] = [];
    if (accountable.length === 0) problems.push(problem('no-accountable'));
    if (accountable.length > 1)
      problems.push(
        problem(
          'several-accountable',
          accountable.map(({ stakeholderId }) => stakeholderId),
        ),
      );
    if (with_('R').length === 0) problems.push(problem('no-responsible'));
    const silent = accountable.filter(({ confirmedOn }) => confirmedOn === null);
    if (silent.length > 0)
      problems.push(
        problem(
          'not-confirmed',
          silent.map(({ stakeholderId }) => stakeholderId),
        ),
      );
    const weak = accountable.filter(({ stakeholderId }) => (powerOf(stakeholderId) ?? middle) < middle);
    if (weak.length > 0)
      problems.push(
        problem(
          'low-power',
          weak.map(({ stakeholderId }) => stakeholderId),
        ),
      );
    return problems;
  });
}

/** How many measures each body answers for and does the work of; bodies with neither are left out. */
export function raciLoad(roles: readonly Role[]): { stakeholderId: string; accountable: number; responsible: number }[] {
  const load = new Map<string, { accountable: number; responsible: number }>();
  for (const { stakeholderId, role } of roles) {
    if (role !== 'A' && role !== 'R') continue;
    const own = load.get(stakeholderId) ?? { accountable: 0, responsible: 0 };
    load.set(stakeholderId, role === 'A' ? { ...own, accountable: own.accountable + 1 } : { ...own, responsible: own.responsible + 1 });
  }
  return [...load].map(([stakeholderId, counts]) => ({ stakeholderId, ...counts }));
}
