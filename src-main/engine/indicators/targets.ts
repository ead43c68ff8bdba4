import { v7 as uuidv7 } from 'uuid';
import type { IndicatorTarget, Observation } from '#shared/domain/indicators.ts';
import { headlineOf, wordingOf } from '#shared/methods/indicator-headline.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { IndicatorTargetTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { cellOf } from './choices.ts';
import { definitionFacts } from './definition-facts.ts';

export function listTargets(project: OpenProject): IndicatorTarget[] {
  return project.all(sql.selectFrom('indicator_target').selectAll().orderBy('id')).map(readTarget);
}

export function findTarget(project: OpenProject, id: string): IndicatorTarget {
  return readTarget(project.found(sql.selectFrom('indicator_target').selectAll().where('id', '=', id)));
}

/**
 * A target measured from an existing value: same wording, place and breakdown (indicators, section 10, rule 5). A value
 * in dispute, or one without figure or year, is no baseline: `indicator/no-baseline`.
 */
export function targetFrom(
  project: OpenProject,
  resourcesFolder: string,
  baselineId: string,
  wish: Partial<Pick<IndicatorTarget, 'targetValue' | 'targetYear' | 'reason'>>,
): IndicatorTarget {
  const { one, cell } = cellOf(project, resourcesFolder, baselineId);
  const baseline: Observation | null = headlineOf(cell).figure;
  if (!baseline || baseline.value === null || baseline.year === null) refuse('indicator/no-baseline', { name: one.indicatorCode });
  return {
    id: uuidv7(),
    indicatorCode: baseline.indicatorCode,
    definitionVersion: wordingOf(baseline.definitionVersion, definitionFacts(project, resourcesFolder)(baseline.indicatorCode).versions),
    areaId: baseline.areaId,
    breakdown: baseline.breakdown,
    baselineValue: baseline.value,
    baselineYear: baseline.year,
    targetValue: wish.targetValue ?? null,
    targetYear: wish.targetYear ?? null,
    reason: wish.reason ?? '',
  };
}

export function addTarget(write: ChangeWriter, target: IndicatorTarget): void {
  write.run(
    sql.insertInto('indicator_target').values({
      id: target.id,
      indicator_code: target.indicatorCode,
      definition_version: target.definitionVersion,
      area_id: target.areaId,
      breakdown: target.breakdown,
      baseline_value: target.baselineValue,
      baseline_year: target.baselineYear,
      target_value: target.targetValue,
      target_year: target.targetYear,
      reason: target.reason,
    }),
  );
}

function readTarget(row: IndicatorTargetTable): IndicatorTarget {
  return {
    id: row.id,
    indicatorCode: row.indicator_code,
    definitionVersion: row.definition_version,
    areaId: row.area_id,
    breakdown: row.breakdown,
    baselineValue: row.baseline_value,
    baselineYear: row.baseline_year,
    targetValue: row.target_value,
    targetYear: row.target_year,
    reason: row.reason,
  };
}
