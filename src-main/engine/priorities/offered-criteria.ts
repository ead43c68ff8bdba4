import type { CriterionInput, OfferedCriterion } from '#shared/domain/criteria.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { listHarmSets } from '../patterns/harm-weights.ts';
import type { OpenProject } from '../project/open-project.ts';
import { ballotsForCriteria } from './weighing/ballot-scores.ts';

/**
 * What an offered criterion starts with: counted where the project can count it, else judged from 1 to 5. Cost and speed are worse the
 * larger they are, which their ends say.
 */
export function offeredCriterion(project: OpenProject, code: OfferedCriterion, t: Translate): CriterionInput {
  const source = { groups: [], ballotId: null };
  const shared = { code, name: t(`criterion.${code}`), description: t(`criterion.${code}.about`), source, unit: '' };
  const judged = { ...shared, kind: 'judged', unit: t('criterion.unit.levels'), worst: 1, best: 5 } as const;
  switch (code) {
    case 'harm':
      return listHarmSets(project).some(({ isChosen }) => isChosen)
        ? { ...shared, kind: 'harm', unit: t('criterion.unit.harm'), worst: null, best: null }
        : { ...shared, kind: 'incidents', unit: t('criterion.unit.incidents'), worst: null, best: null };
    case 'number-affected':
      return { ...shared, kind: 'residents', unit: t('criterion.unit.residents'), worst: null, best: null };
    case 'support': {
      const ballotId = ballotsForCriteria(project)[0]?.ballotId ?? null;
      return ballotId === null ? judged : { ...shared, kind: 'ballot', unit: '', worst: null, best: null, source: { ...source, ballotId } };
    }
    case 'cost':
      return { ...judged, worst: 5, best: 1 };
    case 'speed':
      return { ...shared, kind: 'judged', unit: t('criterion.unit.months'), worst: 36, best: 3 };
    case 'inequity':
    case 'competence':
      return judged;
  }
}
