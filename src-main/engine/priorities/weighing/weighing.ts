import type { Criterion, OptionValue, Swing, Weighing } from '#shared/domain/criteria.ts';
import { isUndefined } from '#shared/domain/figure-facts.ts';
import type { Priority } from '#shared/domain/priorities.ts';
import { groupAgreement } from '#shared/methods/group-comparison.ts';
import { firstPlaces, leadingShares, multiCriteriaVersion, optionValues, weightRanges, weightsOfSwings } from '#shared/methods/multi-criteria.ts';
import { randomSource } from '#shared/methods/random-source.ts';
import { midRanks } from '#shared/methods/ranks.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { listCriteria, listSwings } from '../criteria.ts';
import { listPriorities } from '../priorities.ts';
import { scoreTable } from './score-table.ts';

/** Random weight sets: with 10,000 a share is true to about one point. */
const sets = 10_000;
/** Until somebody draws again. */
const firstSeed = 1;

/** Options ranked by criteria, how steady the ranking is, and how groups see it. */
export function readWeighing(project: OpenProject): Weighing {
  const priorities = listPriorities(project);
  const criteria = listCriteria(project);
  const table = scoreTable(project, priorities, criteria);
  const swings = swingsOf(listSwings(project), criteria);
  const weights = swings.weights;
  const cells = priorities.map((priority) => criteria.map((criterion) => table.cell(criterion, priority)));
  const scores = cells.map((row) => row.map(({ score }) => score));
  const values = weights ? optionValues(scores, weights) : priorities.map(() => null);
  const ranges = weights ? weightRanges(scores, weights) : criteria.map(() => null);
  const seed = project.found(sql.selectFrom('project').select('weight_seed')).weight_seed ?? firstSeed;
  const leads = leadingShares(scores, sets, randomSource(seed).next);
  const ranked = optionsWithRanks(priorities, values);
  const groups = groupsOf();
  const equal = groups.length < 2 ? [] : equalOptions();
  const idAt = (place: number | null | undefined) => (place === null || place === undefined ? null : (priorities[place]?.id ?? null));

  return {
    why: priorities.length === 0 ? 'no-options' : criteria.length === 0 ? 'no-criteria' : weights === null ? 'no-weights' : noneComplete(values),
    criteria: criteria.map((criterion, place) => {
      const range = ranges[place];
      const { worst, best } = table.endsOf(criterion);
      return {
        ...criterion,
        swing: swings.list[place] ?? null,
        weight: weights?.[place] ?? null,
        range: range ? { low: range.low, high: range.high, lowNextId: idAt(range.lowNext), highNextId: idAt(range.highNext) } : null,
        hasEnds: worst !== null && best !== null && worst !== best,
        suggested: table.suggestedEnds(criterion),
      };
    }),
    options: ranked.map((option, place) => ({
      ...option,
      title: priorities[place]?.title ?? '',
      isChosen: priorities[place]?.isChosen ?? false,
      decidedRank: priorities[place]?.decidedRank ?? null,
      cells: cells[place] ?? [],
      missing: criteria.flatMap(({ id }, criterion) => ((weights?.[criterion] ?? 1) > 0 && scores[place]?.[criterion] === null ? id : [])),
      leads: leads[place] ?? null,
    })),
    groups,
    equal,
    agreement: groups.flatMap((first, place) =>
      groups.slice(place + 1).map((second) => {
        const tau = groupAgreement(
          first.options.map(({ value }) => value),
          second.options.map(({ value }) => value),
        );
        return { firstId: first.groupId, secondId: second.groupId, tau: isUndefined(tau) ? null : tau };
      }),
    ),
    changesFirst: equal.length > 0 && firstIds(equal) !== firstIds(ranked),
    ...{ seed, sets, version: multiCriteriaVersion },
  };

  function groupsOf(): Weighing['groups'] {
    const ids = new Set([...table.judgingGroups, ...swings.byGroup.keys()]);
    return project
      .all(sql.selectFrom('voting_group').select(['id', 'name', 'people']).orderBy('position').orderBy('id'))
      .filter(({ id }) => ids.has(id))
      .map(({ id, name, people }) => {
        const own = swings.byGroup.get(id) ?? weights;
        const row = (priority: Priority) => criteria.map((criterion) => table.groupScore(criterion, priority, id));
        const ownValues = own ? optionValues(priorities.map(row), own) : priorities.map(() => null);
        return { groupId: id, name, people, weights: own, options: optionsWithRanks(priorities, ownValues) };
      });
  }

  function equalOptions(): OptionValue[] {
    const means = priorities.map((_, place) => {
      const known = groups.flatMap(({ options }) => options[place]?.value ?? []);
      return known.length < groups.length ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    });
    return optionsWithRanks(priorities, means);
  }
}

function noneComplete(values: readonly (number | null)[]): Weighing['why'] {
  return values.every((value) => value === null) ? 'no-complete-option' : null;
}

function optionsWithRanks(priorities: readonly Priority[], values: readonly (number | null)[]): OptionValue[] {
  const ranks = midRanks(values);
  return priorities.map(({ id }, place) => ({ priorityId: id, value: values[place] ?? null, rank: ranks[place] ?? null }));
}

function firstIds(options: readonly OptionValue[]): string {
  return firstPlaces(options.map(({ value }) => value)).join();
}

/** Swings given together go first; without them everybody's weights are the mean of the groups' own, every group weighing the same. */
function swingsOf(given: readonly Swing[], criteria: readonly Criterion[]) {
  const listOf = (groupId: string | null) =>
    criteria.map(({ id }) => given.find((swing) => swing.criterionId === id && swing.groupId === groupId)?.swing ?? null);
  const byGroup = new Map<string, number[]>();
  for (const groupId of new Set(given.map((swing) => swing.groupId))) {
    const weights = groupId === null ? null : weightsOfSwings(listOf(groupId));
    if (groupId !== null && weights) byGroup.set(groupId, weights);
  }
  const list = listOf(null);
  const together = weightsOfSwings(list);
  const mean = criteria.map((_, place) => [...byGroup.values()].reduce((sum, weights) => sum + (weights[place] ?? 0), 0) / Math.max(1, byGroup.size));
  return { list, byGroup, weights: together ?? (byGroup.size > 0 ? mean : null) };
}
