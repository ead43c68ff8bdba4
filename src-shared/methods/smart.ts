import type { Measure, Objective } from '../domain/policy.ts';

/** What a goal needs to be specific, measurable, agreed, within means and dated (methods section 12). */
const smartParts = ['action', 'indicator', 'baseline', 'baselineDate', 'target', 'targetDate', 'owner', 'budgetLine', 'assumption'] as const;
export type SmartPart = (typeof smartParts)[number];

interface SmartFields {
  readonly action: string;
  readonly indicator: string;
  readonly baseline: number | null;
  readonly baselineDate: string;
  readonly target: number | null;
  readonly targetDate: string;
  readonly owner: string | null;
  readonly budgetLine: string;
  readonly assumption: string;
}

/** The parts that are missing, in the order of the method. A date is asked for once its figure is there. */
function missingParts(fields: SmartFields): SmartPart[] {
  const isMissing: Record<SmartPart, boolean> = {
    action: fields.action.trim() === '',
    indicator: fields.indicator.trim() === '',
    baseline: fields.baseline === null,
    baselineDate: fields.baseline !== null && fields.baselineDate === '',
    target: fields.target === null,
    targetDate: fields.target !== null && fields.targetDate === '',
    owner: fields.owner === null,
    budgetLine: fields.budgetLine.trim() === '',
    assumption: fields.assumption.trim() === '',
  };
  return smartParts.filter((part) => isMissing[part]);
}

type MeasureAims = Pick<
  Measure,
  'title' | 'indicatorCode' | 'indicatorText' | 'baselineValue' | 'baselineYear' | 'targetValue' | 'targetYear' | 'ownerId' | 'budgetLine' | 'assumptions'
>;

export function objectiveMissing(objective: Omit<Objective, 'id'>): SmartPart[] {
  return missingParts({
    ...{ action: objective.title, indicator: objective.indicatorCode ?? objective.indicatorText },
    ...{ baseline: objective.baselineValue, baselineDate: objective.baselineOn, target: objective.targetValue, targetDate: objective.targetOn },
    ...{ owner: objective.ownerId, budgetLine: objective.budgetLine, assumption: objective.assumption },
  });
}

export function measureMissing(measure: MeasureAims): SmartPart[] {
  const year = (value: number | null) => (value === null ? '' : String(value));
  return missingParts({
    ...{ action: measure.title, indicator: measure.indicatorCode ?? measure.indicatorText },
    ...{ baseline: measure.baselineValue, baselineDate: year(measure.baselineYear), target: measure.targetValue, targetDate: year(measure.targetYear) },
    ...{ owner: measure.ownerId, budgetLine: measure.budgetLine, assumption: measure.assumptions },
  });
}
