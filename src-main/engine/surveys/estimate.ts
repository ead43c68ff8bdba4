import type { z } from 'zod';
import { type FactSource, factInput, figureFacts, isUndefined, type Known, type UndefinedReason, undefinedAs } from '#shared/domain/figure-facts.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { SurveyAnswers, SurveyEstimate, SurveyEstimates, SurveyQuestionInfo, surveyRequestSchema } from '#shared/domain/surveys.ts';
import { hideInList, isSmall, smallestSensitiveCount } from '#shared/methods/disclosure.ts';
import { differenceOfShares } from '#shared/methods/proportions.ts';
import type { Estimate } from '#shared/methods/rates.ts';
import { type WeightedEstimate, weightedMean, weightedShare, weightsVersion } from '#shared/methods/weights.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { sensitiveClassOf } from '../releases/smallest-count.ts';
import { readPeople, type SurveyPerson } from './survey-people.ts';
import { findQuestion } from './survey-questions.ts';

/** Below this many answers a share tells more about single people than about a group: it is not shown. */
const leastShown = 5;
/** Below this a share is shown with a warning (rule of thumb). */
const fewAnswers = 30;
const wideInterval = 0.2;

type Request = z.output<typeof surveyRequestSchema>;

/**
 * Weighted share of some answers of a question, or the mean of an amount, for all people and by group: Wilson limits on the effective number
 * of answers. With the denominator `all` everybody who gave any answer counts, «never goes out» and «don't know» included (SDG 16.1.4).
 * Refusals: `object/not-found`, `survey/no-codes`, `survey/not-a-group`.
 */
export function estimateSurvey(project: OpenProject, request: Request): SurveyEstimates {
  const question = findQuestion(project, request.questionId);
  if (question.datasetId !== request.datasetId) refuse('object/not-found');
  if (!question.isNumeric && request.codes.length === 0) refuse('survey/no-codes');
  const groupQuestion = request.by.kind === 'question' ? findQuestion(project, request.by.questionId) : null;
  if (groupQuestion && (groupQuestion.isNumeric || groupQuestion.datasetId !== request.datasetId)) refuse('survey/not-a-group');
  const { people, isWeighted } = readPeople(project, { question, by: request.by, groupQuestion, areaId: request.areaId });
  const settings: Settings = { question, request, isWeighted, sources: sourcesOf(project, request.datasetId) };
  const groups = request.by.kind === 'none' ? [] : orderedGroups(project, request, groupQuestion, people);
  const byGroup = groupBy(people, ({ group }) => group ?? '');
  const total = estimateGroup(settings, { key: '', label: '' }, people);
  const estimates = groups.map((group) => estimateGroup(settings, group, byGroup.get(group.key) ?? []));
  const kept = keptEstimates(total, estimates, smallestCount(project, question));
  const differences = differencesOf(settings, groups, people);
  return {
    question,
    isMean: question.isNumeric,
    isWeighted,
    total: { ...total, mayBeKept: kept.total, difference: null },
    groups: estimates.map((estimate, place) => ({ ...estimate, mayBeKept: kept.groups[place] ?? false, difference: differences.get(estimate.key) ?? null })),
    withoutGroup: people.filter(({ group }) => group === null).length,
  };
}

interface Settings {
  readonly question: SurveyQuestionInfo;
  readonly request: Request;
  readonly isWeighted: boolean;
  readonly sources: FactSource[];
}

interface Group {
  readonly key: string;
  readonly label: string;
}

function orderedGroups(project: OpenProject, { by }: Request, question: SurveyQuestionInfo | null, people: readonly SurveyPerson[]): Group[] {
  const occurring = new Set(people.flatMap(({ group }) => group ?? []));
  if (question) return question.options.filter(({ code }) => occurring.has(code)).map(({ code, label }) => ({ key: code, label }));
  if (by.kind !== 'area') return [...occurring].sort().map((key) => ({ key, label: key }));
  const areas = project.all(
    sql.selectFrom('area as a').innerJoin('area_layer as l', 'l.key', 'a.layer_key').select(['a.id', 'a.name']).where('l.id', '=', by.layerId).orderBy('a.key'),
  );
  return areas.filter(({ id }) => occurring.has(id)).map(({ id, name }) => ({ key: id, label: name }));
}

/** What an answer counts as: in the denominator and numerator, only in the denominator, in neither. */
function reader({ question, request }: Settings): { counts: (person: SurveyPerson) => boolean; isHit: (person: SurveyPerson) => boolean } {
  const missing = new Set(question.options.filter(({ isMissing }) => isMissing).map(({ code }) => code));
  const wanted = new Set(request.codes);
  const isMissing = (person: SurveyPerson) => missing.has(String(person.answer));
  return {
    counts: (person) => person.answer !== null && ((request.denominator === 'all' && !question.isNumeric) || !isMissing(person)),
    isHit: (person) => wanted.has(String(person.answer)),
  };
}

/** Ten where the question or an answer names what needs it (sexual or partner violence, children, trafficking), else the project's. */
function smallestCount(project: OpenProject, question: SurveyQuestionInfo): number {
  const ofProject = project.found(sql.selectFrom('project').select('small_number_threshold')).small_number_threshold;
  const words = [question.wording, ...question.options.map(({ label }) => label)];
  return words.some((text) => sensitiveClassOf(text, 'other') !== null) ? Math.max(ofProject, smallestSensitiveCount) : ofProject;
}

/** Which estimates may leave the screen: neither those who gave the answer nor those who did not are few, and no sum of others gives such a group away. */
function keptEstimates(total: BareEstimate, groups: readonly BareEstimate[], smallest: number): { total: boolean; groups: readonly boolean[] } {
  if (total.hits === null) return { total: total.value !== null, groups: groups.map(({ value }) => value !== null) };
  const counts = (estimates: readonly BareEstimate[]) => [estimates.map(({ hits }) => hits ?? 0), estimates.map(({ hits, n }) => n - (hits ?? 0))];
  const lists = counts(groups).map((list) =>
    hideInList(
      list,
      smallest,
      groups.map(({ value }) => (value === null ? 'released' : null)),
    ),
  );
  return {
    total: total.value !== null && counts([total]).every(([count]) => !isSmall(count ?? 0, smallest)),
    groups: groups.map(({ value }, place) => value !== null && lists.every(({ hiding, isSafe }) => isSafe && hiding[place] === null)),
  };
}

/** More groups than this are places of a map: whom each differs from is then seen there, and the work would grow with their square. */
const mostCompared = 40;

/** How far the share of each group lies from that of everybody else whose group is known (Newcombe, on the effective numbers of answers). */
function differencesOf(settings: Settings, groups: readonly Group[], people: readonly SurveyPerson[]): Map<string, Estimate> {
  const differences = new Map<string, Estimate>();
  if (settings.question.isNumeric || groups.length < 2 || groups.length > mostCompared) return differences;
  const { counts, isHit } = reader(settings);
  const used = people.flatMap((person) => (person.weight !== null && person.group !== null && counts(person) ? [{ ...person, weight: person.weight }] : []));
  for (const { key } of groups) {
    const inside = used.filter(({ group }) => group === key);
    const others = used.filter(({ group }) => group !== key);
    if (inside.length < leastShown || others.length < leastShown) continue;
    const [first, second] = [weightedShare(inside, isHit), weightedShare(others, isHit)];
    if (!isUndefined(first) && !isUndefined(second)) differences.set(key, differenceOfShares(first, second));
  }
  return differences;
}

/** An estimate by itself, before the others are looked at. */
type BareEstimate = Omit<SurveyEstimate, 'difference' | 'mayBeKept'>;

function estimateGroup(settings: Settings, group: Group, all: readonly SurveyPerson[]): BareEstimate {
  const { question, isWeighted } = settings;
  const { counts, isHit } = reader(settings);
  const withoutWeight = all.filter(({ weight }) => weight === null).length;
  const people = all.flatMap((person) => (person.weight === null ? [] : [{ ...person, weight: person.weight }]));
  const used = people.filter(counts);
  const hits = question.isNumeric ? null : used.filter(isHit).length;
  const weightSum = used.reduce((sum, { weight }) => sum + weight, 0);
  const hitWeight = question.isNumeric ? null : used.filter(isHit).reduce((sum, { weight }) => sum + weight, 0);
  const result: Known<WeightedEstimate> =
    used.length === 0
      ? undefinedAs('no-answers')
      : used.length < leastShown
        ? undefinedAs('too-few')
        : question.isNumeric
          ? weightedMean(used, ({ answer }) => Number(answer))
          : weightedShare(used, isHit);
  const estimate = isUndefined(result) ? null : result;
  const undefinedReason: UndefinedReason | null = isUndefined(result) ? result.undefined : null;
  const missing = people.length - used.length;
  const warnings: SurveyEstimate['warnings'] = [];
  if (used.length > 0 && used.length < fewAnswers) warnings.push('few');
  if (estimate && !question.isNumeric && estimate.high - estimate.low > wideInterval) warnings.push('wide');
  if (!isWeighted) warnings.push('unweighted');
  if (withoutWeight > 0) warnings.push('without-weight');
  return {
    ...group,
    value: estimate?.value ?? null,
    low: estimate?.low ?? null,
    high: estimate?.high ?? null,
    undefinedReason,
    n: used.length,
    hits,
    weightSum,
    hitWeight,
    effectiveN: estimate?.effectiveN ?? null,
    designEffect: estimate?.designEffect ?? null,
    missing,
    withoutWeight,
    warnings,
    facts: figureFacts({
      method: question.isNumeric ? 'weightedMean' : 'weightedShare',
      version: weightsVersion,
      inputs: [
        ...(hitWeight === null ? [] : [factInput('numerator', round(hitWeight))]),
        factInput('weightSum', round(weightSum)),
        ...(hits === null ? [] : [factInput('hits', hits, 'persons')]),
        factInput('effectiveN', estimate?.effectiveN ?? null, 'answers'),
        factInput('designEffect', estimate?.designEffect ?? null, 'times'),
        factInput('low', estimate?.low ?? null, question.isNumeric ? null : 'share'),
        factInput('high', estimate?.high ?? null, question.isNumeric ? null : 'share'),
      ],
      n: used.length,
      missing: missing + withoutWeight,
      sources: settings.sources,
      params: [
        factInput('filter', [question.wording, ...labelsOf(settings)].join(' · ')),
        ...(question.isNumeric ? [] : [factInput('rule', `key:surveys.denominator.${settings.request.denominator}`)]),
      ],
      undefinedReason,
    }),
  };
}

function labelsOf({ question, request }: Settings): string[] {
  return question.options.filter(({ code }) => request.codes.includes(code)).map(({ label }) => label);
}

/** Sums of weights carry the dust of addition. */
const round = (value: number) => Math.round(value * 1e6) / 1e6;

export function sourcesOf(project: OpenProject, datasetId: string): FactSource[] {
  const dataset = project.found(sql.selectFrom('dataset').select(['file_name', 'title', 'source', 'published_on']).where('id', '=', datasetId));
  return [{ name: dataset.source || dataset.title || dataset.file_name, publishedOn: dataset.published_on, grade: null }];
}

/** How often each answer was given; shares are weighted and of all who gave any answer. */
export function answersOf(project: OpenProject, questionId: string): SurveyAnswers {
  const question = findQuestion(project, questionId);
  const { people } = readPeople(project, { question, by: { kind: 'none' }, groupQuestion: null, areaId: null });
  const given = groupBy(
    people.filter(({ answer }) => answer !== null),
    ({ answer }) => String(answer),
  );
  const weigh = (some: readonly SurveyPerson[]) => some.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const all = weigh([...given.values()].flat());
  return {
    question,
    answers: question.options.map((option) => {
      const some = given.get(option.code) ?? [];
      const weightSum = weigh(some);
      return { ...option, n: some.length, weightSum, share: all > 0 && !question.isNumeric ? weightSum / all : null };
    }),
    blank: people.filter(({ answer }) => answer === null).length,
  };
}
