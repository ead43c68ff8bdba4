import type { Actual, FollowedIndicator, ProgressPoint } from '#shared/domain/follow-up.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { Indicator, IndicatorDefinition, Observation } from '#shared/domain/indicators.ts';
import type { Measure, Objective } from '#shared/domain/policy.ts';
import { cellKey, headlineOf, saySame, wordingOf } from '#shared/methods/indicator-headline.ts';
import { shownIndicatorValue } from '#shared/methods/indicator-shown.ts';
import { betterWay, lastDayOf, wayGone } from '#shared/methods/plan-progress.ts';
import { listIndicators } from '../indicators/indicator-catalogue.ts';
import { listObservations } from '../indicators/observations.ts';
import { listMeasures } from '../policy/measures.ts';
import { listObjectives } from '../policy/objectives.ts';
import { readCity } from '../project/city.ts';
import type { OpenProject } from '../project/open-project.ts';
import { listActuals } from './actuals.ts';

type Definition = Indicator & Partial<IndicatorDefinition>;

/** An objective or measure with an indicator, as the plan says it. */
interface Aim
  extends Pick<
    FollowedIndicator,
    'objectKind' | 'objectId' | 'objectiveId' | 'title' | 'ownerId' | 'indicatorCode' | 'indicatorText' | 'direction' | 'baseline' | 'target'
  > {}

/** What the plan is followed by: indicators of objectives, each followed by those of its measures. Computed from the tables each time it is asked. */
export function followedIndicators(project: OpenProject, resourcesFolder: string): FollowedIndicator[] {
  const objectives = listObjectives(project);
  const measures = listMeasures(project);
  const aims = objectives.flatMap((objective) => [
    ...aimOfObjective(objective),
    ...measures.filter((measure) => measure.objectiveId === objective.id).flatMap(aimOfMeasure),
  ]);
  const catalogue = new Map(listIndicators(resourcesFolder, project, 'en').map((indicator) => [indicator.code, indicator]));
  const typed = groupBy(listActuals(project), (actual) => actual.measureId ?? actual.objectiveId ?? '');
  const observations = groupBy(
    listObservations(project).filter((observation) => observation.areaId === null),
    (observation) => observation.indicatorCode,
  );
  const threshold = readCity(project).smallNumberThreshold;
  return aims.map((aim) => {
    const definition = aim.indicatorCode === null ? undefined : catalogue.get(aim.indicatorCode);
    const known = (aim.indicatorCode === null ? [] : (observations.get(aim.indicatorCode) ?? [])).filter(({ value }) => value !== null);
    return follow(aim, definition, [...typedPoints(typed.get(aim.objectId) ?? []), ...cataloguePoints(aim, known, definition, threshold)]);
  });
}

function follow(aim: Aim, definition: Definition | undefined, all: readonly ProgressPoint[]): FollowedIndicator {
  const points = all.toSorted((a, b) => (lastDayOf(a.on) ?? 0) - (lastDayOf(b.on) ?? 0) || Number(a.id !== null) - Number(b.id !== null));
  const later = points.filter((point) => isLater(point.on, aim.baseline.on));
  const actual = later.findLast((point) => point.value !== null && !point.isInDispute && !point.isHidden && !point.hasOtherWording) ?? null;
  const newest = later.at(-1);
  const way = wayGone(aim.baseline, aim.target, actual);
  const { direction, isAgainst } = betterWay(aim.direction, definition?.direction ?? null, aim.baseline.value, aim.target.value);
  const unsure = newest?.isInDispute ? 'in-dispute' : newest?.isHidden ? 'hidden' : null;
  return {
    ...aim,
    ...{ points, actual, direction, isAgainstDirection: isAgainst },
    wasAskedLater: newest !== undefined && newest !== actual && newest.id !== null && newest.value === null,
    ...{ share: way.share, elapsed: way.elapsed, pace: way.pace },
    gap: way.gap === 'no-value' && unsure ? unsure : way.gap,
  };
}

/** As far as both are known: a value of 2025 is not later than October 2025, nor is one of December 2025 later than 2025. */
function isLater(on: string, begun: string): boolean {
  const known = Math.min(on.length, begun.length);
  return known === 0 || on.slice(0, known) > begun.slice(0, known);
}

function typedPoints(actuals: readonly Actual[]): ProgressPoint[] {
  return actuals.map(({ id, measuredOn, value, source, quality, explanation }) => ({
    ...{ id, observationId: null, on: measuredOn, value, source, quality, explanation },
    ...{ isInDispute: false, isHidden: false, hasOtherWording: false },
  }));
}

/**
 * The catalogue's values of the same thing as the baseline: the baseline's own value tells breakdown and wording; where there is none such, what is
 * said of everybody counts.
 */
function cataloguePoints(aim: Aim, known: readonly Observation[], definition: Definition | undefined, threshold: number): ProgressPoint[] {
  const versions = definition?.versions ?? [];
  const { value, on } = aim.baseline;
  const origin = known.find((one) => value !== null && one.value !== null && String(one.year) === on.slice(0, 4) && saySame(one.value, value));
  const breakdown = origin?.breakdown ?? '';
  const wording = origin ? wordingOf(origin.definitionVersion, versions) : null;
  const cells = groupBy(
    known.filter((one) => one.breakdown === breakdown && one.year !== null),
    (one) => cellKey(one, versions),
  );
  return [...cells.values()].flatMap((cell) => {
    const [first] = cell;
    if (!first) return [];
    const headline = headlineOf(cell);
    const shown = headline.figure ?? first;
    const isHidden = cell.some((one) => shownIndicatorValue(one, definition as IndicatorDefinition | undefined, threshold).isHidden);
    return [
      {
        ...{ id: null, observationId: shown.id, on: shown.periodEnd ?? String(shown.year), value: isHidden ? null : headline.value },
        ...{ source: shown.source, quality: headline.quality, explanation: shown.note },
        ...{ isInDispute: headline.state === 'dispute', isHidden },
        hasOtherWording: wording !== null && wordingOf(first.definitionVersion, versions) !== wording,
      },
    ];
  });
}

function aimOfObjective(objective: Objective): Aim[] {
  if (!hasAim(objective)) return [];
  return [
    {
      ...{ objectKind: 'objective', objectId: objective.id, objectiveId: objective.id, title: objective.title, ownerId: objective.ownerId },
      ...{ indicatorCode: objective.indicatorCode, indicatorText: objective.indicatorText, direction: objective.direction },
      baseline: { value: objective.baselineValue, on: objective.baselineOn },
      target: { value: objective.targetValue, on: objective.targetOn },
    },
  ];
}

function aimOfMeasure(measure: Measure): Aim[] {
  if (!hasAim(measure)) return [];
  return [
    {
      ...{ objectKind: 'measure', objectId: measure.id, objectiveId: measure.objectiveId, title: measure.title, ownerId: measure.ownerId },
      ...{ indicatorCode: measure.indicatorCode, indicatorText: measure.indicatorText, direction: measure.direction },
      baseline: { value: measure.baselineValue, on: measure.baselineYear === null ? '' : String(measure.baselineYear) },
      target: { value: measure.targetValue, on: measure.targetYear === null ? '' : String(measure.targetYear) },
    },
  ];
}

function hasAim(of: { indicatorCode: string | null; indicatorText: string }): boolean {
  return of.indicatorCode !== null || of.indicatorText.trim() !== '';
}
