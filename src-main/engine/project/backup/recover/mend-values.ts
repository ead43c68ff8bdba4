import { v7 as uuidv7 } from 'uuid';
import { answerSchema, ballotKinds, ballotSettingsSchema, ballotStates, ballotSubjects, channels, moderations } from '#shared/domain/ballots.ts';
import { criterionKinds, criterionSourceSchema, decisionContentSchema, decisionMethods, offeredCriteria } from '#shared/domain/criteria.ts';
import { engagementLevels } from '#shared/domain/engagement.ts';
import { eventTypes, speakerConsentSchema, speakerRoles } from '#shared/domain/event-reports.ts';
import { changeabilities, ecologicalLevels, factorDirections, horizons, outsideDimensions } from '#shared/domain/factors.ts';
import { actionLevels, confidences, evidenceKinds, findingKinds } from '#shared/domain/findings.ts';
import { answerStatuses, commitmentStatuses, inputKinds } from '#shared/domain/follow-up.ts';
import { changeKinds } from '#shared/domain/history.ts';
import { logoTypes } from '#shared/domain/identity.ts';
import { dateSchema, daySchema, idSchema, monthSchema } from '#shared/domain/ids.ts';
import { datasetSchema, importKinds, problemSchema, type Recipe, recipeSchema, surveyQuestionSchema } from '#shared/domain/imports.ts';
import { offenceGroups } from '#shared/domain/incidents.ts';
import { qualityGrades } from '#shared/domain/indicators.ts';
import { practiceInputSchema, practicePlaces, practiceScales } from '#shared/domain/library.ts';
import { tieKinds } from '#shared/domain/network.ts';
import { partnershipKinds, partnershipStatuses } from '#shared/domain/partnerships.ts';
import { costKinds, fundingKinds, fundingStatuses } from '#shared/domain/plan-costs.ts';
import { approaches, changeDirections, deliveryLevels, measureStatuses, objectiveLevels } from '#shared/domain/policy.ts';
import { markerScales, markerThemes, planAttributes, safeguardLevels, safeguardQuestions, safeguardStages } from '#shared/domain/policy-checks.ts';
import { commentStatuses, draftTemplates, frozenDraftSchema, suggestionStatuses, versionKinds } from '#shared/domain/policy-text.ts';
import { richNodesSchema } from '#shared/domain/rich-text.ts';
import { stages } from '#shared/domain/stages.ts';
import { quadrants, residentGroups, stakeholderKinds, stakeholderLevels, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import { leadershipRoleInputSchema, strategySchema, strategySectors } from '#shared/domain/strategies.ts';
import { problemNodeKinds } from '#shared/domain/trees.ts';
import {
  attributesSchema,
  clockTimeSchema,
  consentSchema,
  depths,
  groupKinds,
  logKinds,
  logStatuses,
  participantSchema,
  sessionKinds,
  workshopKinds,
} from '#shared/domain/workshops.ts';
import { decodeRow } from '../../history/row-values.ts';
import { newestVersion } from '../../migrations/migrations.ts';
import type { Connection } from '../../project-file.ts';
import { type PlannedTable, planTables } from './table-plan.ts';

/** What a column may say, and what stands there instead when a flipped bit made it say something else. */
interface Rule {
  readonly isGood: (value: string) => boolean;
  readonly instead: string | null;
}

const oneOf = (allowed: readonly string[], instead: string | null): Rule => ({ isGood: (value) => allowed.includes(value), instead });
const jsonRule = (instead: string, isGood: (value: unknown) => boolean = () => true): Rule => ({
  isGood: (text) => {
    try {
      return isGood(JSON.parse(text));
    } catch {
      return false;
    }
  },
  instead,
});
const listOf = (allowed: readonly string[]) => (value: unknown) => Array.isArray(value) && value.every((item) => allowed.includes(item));
const isList = (value: unknown): boolean => Array.isArray(value);
const problemCountsSchema = datasetSchema.shape.problemCounts;
const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const dayRule: Rule = { isGood: (value) => daySchema.safeParse(value).success, instead: null };
/** A day, or nothing said. */
const dayOrEmpty: Rule = { isGood: (value) => value === '' || dayRule.isGood(value), instead: '' };
const when: Rule = { isGood: (value) => !Number.isNaN(Date.parse(value)), instead: '1970-01-01T00:00:00.000Z' };
const moment: Rule = { ...when, instead: null };
const currencyRule: Rule = { isGood: (value) => /^([A-Z]{3})?$/.test(value), instead: '' };
const asFarAsKnown: Rule = { isGood: (value) => dateSchema.safeParse(value).success, instead: '' };
const monthRule: Rule = { isGood: (value) => monthSchema.safeParse(value).success, instead: '' };
const id: Rule = { isGood: (value) => idSchema.safeParse(value).success, instead: null };

/** How a file was read whose own recipe is lost. */
const emptyVersion = JSON.stringify({ format: 1, title: '?', template: '', language: 'en', city: '', sections: [] });

export const emptyRecipe = JSON.stringify({
  ...{ kind: 'incidents', format: 'csv', encoding: null, delimiter: null, decimalMark: null, sheet: null, headerRow: null, dateOrder: null, columns: {} },
  ...{ wide: null, keep: {}, constants: {}, layer: null, areaDecisions: {}, offenceGroups: {}, onlyKnownAreas: false },
  ...{
    headerRowCount: null,
    block: null,
    coordinateSystem: null,
    categories: {},
    repeatedRows: 'keep',
    knownIncidents: 'keep',
    onDisagreement: 'name',
    questions: {},
    furtherBreakdowns: [],
  },
} satisfies Recipe);

/** Columns on whose values the screens rely. Free text is kept as it was read. */
const rules: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  project: {
    id,
    created_at: when,
    languages: jsonRule('[]', isList),
    country: { isGood: (value) => /^([A-Z]{2})?$/.test(value), instead: '' },
    currency: currencyRule,
  },
  area_layer: { id },
  area: { id, boundary: { ...jsonRule('', isObject), instead: null } },
  dataset: {
    id,
    imported_at: when,
    published_on: dayRule,
    first_day: dayRule,
    last_day: dayRule,
    replaced: { ...jsonRule('', isObject), instead: null },
    kind: oneOf(importKinds, 'incidents'),
    problem_counts: jsonRule('[]', (value) => problemCountsSchema.safeParse(value).success),
    problems: jsonRule('[]', (value) => problemSchema.array().safeParse(value).success),
    recipe: jsonRule(emptyRecipe, (value) => recipeSchema.safeParse(value).success),
  },
  saved_recipe: { id, used_at: when, recipe: jsonRule(emptyRecipe, (value) => recipeSchema.safeParse(value).success), columns: jsonRule('[]', isList) },
  respondent: { answers: jsonRule('[]', isList) },
  survey_question: { id, options: jsonRule('[]', (value) => surveyQuestionSchema.shape.options.safeParse(value).success) },
  population_alternative: { id },
  own_indicator: { id },
  indicator_target: { id },
  harm_weight_set: { id },
  harm_weight: { id },
  release: { id, at: when },
  offence: { id, offence_group: oneOf(offenceGroups, 'other') },
  stakeholder: {
    id,
    sector: oneOf(stakeholderSectors, 'community'),
    kind: oneOf(stakeholderKinds, 'organisation'),
    represents: jsonRule('[]', listOf(residentGroups)),
    level: oneOf(['', ...stakeholderLevels], ''),
    decided_place: oneOf(['', ...quadrants], ''),
  },
  stakeholder_rating: {
    id,
    rated_at: when,
    rated_on: { isGood: (value) => value === '' || dayRule.isGood(value), instead: '' },
    group_id: id,
    session_id: id,
    ballot_id: id,
  },
  influence_tie: { id, kind: oneOf(tieKinds, 'informs'), session_id: id },
  engagement_step: { id, level: oneOf(engagementLevels, 'inform'), due_on: dayRule, done_on: dayRule },
  partnership: {
    id,
    kind: oneOf(partnershipKinds, 'other'),
    status: oneOf(partnershipStatuses, 'proposed'),
    pledge_currency: currencyRule,
    starts_on: dayRule,
    ends_on: dayRule,
  },
  workshop: { id, kind: oneOf(workshopKinds, 'workshop'), depth: oneOf(depths, 'rapid'), starts_on: dayRule, ends_on: dayRule, made_at: when },
  session: {
    id,
    kind: oneOf(sessionKinds, 'work'),
    stage: oneOf(['', ...stages], ''),
    planned_start: { isGood: (value) => value === '' || clockTimeSchema.safeParse(value).success, instead: '' },
    started_at: moment,
    ended_at: moment,
    paused_at: moment,
  },
  participant: {
    id,
    attributes: jsonRule('{}', (value) => attributesSchema.safeParse(value).success),
    resident_groups: jsonRule('[]', listOf(residentGroups)),
    // What nobody can read nobody has agreed to.
    consent: jsonRule('{}', (value) => consentSchema.safeParse(value).success),
    consent_at: moment,
    present_days: jsonRule('[]', (value) => participantSchema.shape.presentDays.safeParse(value).success),
  },
  log_entry: { id, kind: oneOf(logKinds, 'note'), status: oneOf(logStatuses, ''), at: when, due_on: dayRule },
  photo: { id, added_at: when },
  ballot: {
    id,
    kind: oneOf(ballotKinds, 'agree'),
    subject: oneOf(ballotSubjects, 'own'),
    settings: jsonRule('{}', (value) => ballotSettingsSchema.safeParse(value).success),
    // Closed, so that nobody answers what may be another question.
    state: oneOf(ballotStates, 'closed'),
    follows_id: id,
    opened_at: moment,
    closed_at: moment,
    reopened_at: moment,
    made_at: when,
  },
  ballot_option: { id, ref_id: id, detail: jsonRule('{}', isObject) },
  voter: { id, group_id: id, channel: oneOf(channels, 'phone'), attributes: jsonRule('{}', isObject), joined_at: when, removed_at: moment },
  ballot_answer: {
    id,
    voter_id: id,
    group_id: id,
    channel: oneOf(channels, 'paper'),
    // Nobody is given words that they did not say: what cannot be read stays in the file and counts nowhere.
    answer: jsonRule('{}', (value) => answerSchema.safeParse(value).success),
    at: when,
    moderation: oneOf(moderations, 'waiting'),
    withdrawn_at: moment,
    replaces: jsonRule('[]', isList),
  },
  event_report: { id, event_type: oneOf(['', ...eventTypes], ''), answers: jsonRule('{}', isObject), deadline_on: dayRule, made_at: when },
  speaker: {
    id,
    role: oneOf(speakerRoles, 'speaker'),
    speaks_at: { isGood: (value) => value === '' || clockTimeSchema.safeParse(value).success, instead: '' },
    // What nobody can read nobody has agreed to.
    consent: jsonRule('{}', (value) => speakerConsentSchema.safeParse(value).success),
    consent_at: moment,
    // A day that cannot be read is in the past: deleting is asked for rather than forgotten.
    delete_after: { ...dayRule, instead: '1970-01-01' },
  },
  certificate: { id, issued_on: { ...dayRule, instead: '1970-01-01' }, withdrawn_on: dayRule },
  ballot_hands: { id, group_id: id, counts: jsonRule('{}', isObject), at: when },
  partnership_contribution: { id, currency: currencyRule, given_on: dayRule },
  city_share: { id },
  observation: { id, entered_at: when, published_on: dayRule, quality: oneOf(qualityGrades, null) },
  risk: {
    id,
    kind: oneOf(['threat', 'vulnerability'], 'threat'),
    origin: oneOf(['local', 'external'], 'local'),
    confidence: oneOf(['', ...confidences], ''),
    action_level: oneOf(['', ...actionLevels], ''),
  },
  risk_meeting: { id, session_id: id, rated_on: dayOrEmpty },
  factor: {
    id,
    level: oneOf(ecologicalLevels, 'community'),
    direction: oneOf(factorDirections, 'risk'),
    changeable: oneOf(['', ...changeabilities], ''),
    grade: oneOf(['', ...qualityGrades], ''),
  },
  outside_factor: { id, dimension: oneOf(outsideDimensions, 'social'), horizon: oneOf(['', ...horizons], '') },
  strategy_document: {
    id,
    sector: oneOf(['', ...strategySectors], ''),
    terms: jsonRule('[]', (value) => strategySchema.shape.terms.safeParse(value).success),
    mentions: jsonRule('[]', (value) => strategySchema.shape.mentions.safeParse(value).success),
    scanned_on: dayOrEmpty,
  },
  leadership_role: { id, sex: oneOf(leadershipRoleInputSchema.shape.sex.options, '') },
  practice: {
    id,
    country: { isGood: (value) => /^([A-Z]{2})?$/.test(value), instead: '' },
    currency: currencyRule,
    scale: oneOf(['', ...practiceScales], ''),
    grade: oneOf(['', ...qualityGrades], ''),
    resident_groups: jsonRule('[]', listOf(residentGroups)),
    approaches: jsonRule('[]', listOf(approaches)),
    place_types: jsonRule('[]', listOf(practicePlaces)),
    results: jsonRule('[]', (value) => practiceInputSchema.shape.results.safeParse(value).success),
  },
  finding: { id, resident_groups: jsonRule('[]', listOf(residentGroups)), kind: oneOf(['', ...findingKinds], '') },
  draft: { id, template: oneOf(draftTemplates, 'long-policy'), made_at: when },
  draft_section: { id },
  text_comment: { id, reply_to: id, status: oneOf(commentStatuses, 'open'), at: when },
  text_suggestion: {
    id,
    status: oneOf(suggestionStatuses, 'open'),
    at: when,
    decided_at: moment,
    content: jsonRule('[]', (value) => richNodesSchema.safeParse(value).success),
    base: jsonRule('[]', (value) => richNodesSchema.safeParse(value).success),
  },
  policy_version: {
    id,
    draft_id: id,
    kind: oneOf(versionKinds, 'draft'),
    made_at: when,
    // A text that cannot be read is an empty one, and its digest says that it is not the one that was kept.
    content: jsonRule(emptyVersion, (value) => frozenDraftSchema.safeParse(value).success),
  },
  finding_validation: { id, workshop_id: id, session_id: id, group_id: id, ballot_id: id, validated_on: dayOrEmpty },
  problem_tree: { id, group_id: id, session_id: id },
  problem_node: { id, kind: oneOf(problemNodeKinds, 'cause') },
  evidence: { id, kind: oneOf(evidenceKinds, 'document'), stance: oneOf(['for', 'against'], 'for'), ref_id: id, dataset_id: id },
  priority: { id },
  criterion: {
    id,
    code: oneOf(['', ...offeredCriteria], ''),
    kind: oneOf(criterionKinds, 'judged'),
    source: jsonRule('{}', (value) => criterionSourceSchema.safeParse(value).success),
  },
  criterion_score: {
    id,
    source: { isGood: (value) => value === '' || jsonRule('', isObject).isGood(value), instead: '' },
    group_id: id,
    evidence_id: id,
    ballot_id: id,
    session_id: id,
    rated_on: dayOrEmpty,
  },
  swing_weight: { id, group_id: id, session_id: id, rated_on: dayOrEmpty },
  priority_decision: {
    id,
    decided_on: dayOrEmpty,
    workshop_id: id,
    session_id: id,
    method: oneOf(decisionMethods, 'other'),
    content: jsonRule('{}', (value) => decisionContentSchema.safeParse(value).success),
    made_at: when,
  },
  dissent: { id, group_id: id },
  voting_group: { id, kind: oneOf(groupKinds, 'table') },
  principle: { id },
  pillar: { id },
  objective: {
    id,
    level: oneOf(objectiveLevels, 'outcome'),
    direction: oneOf(['', ...changeDirections], ''),
    baseline_on: asFarAsKnown,
    target_on: asFarAsKnown,
  },
  measure: {
    id,
    approach: oneOf(approaches, null),
    delivery_level: oneOf(['', ...deliveryLevels], ''),
    direction: oneOf(['', ...changeDirections], ''),
    currency: currencyRule,
    price_on: asFarAsKnown,
    starts_on: monthRule,
    ends_on: monthRule,
    status: oneOf(['', ...measureStatuses], ''),
    status_on: asFarAsKnown,
  },
  cost_line: { id, kind: oneOf(costKinds, 'capital') },
  funding_line: { id, kind: oneOf(fundingKinds, 'own'), status: oneOf(['', ...fundingStatuses], '') },
  marker: { id, theme: oneOf(markerThemes, 'gender'), scale: oneOf(['', ...Object.keys(markerScales)], ''), checked_on: dayOrEmpty },
  safeguard_answer: {
    id,
    question: oneOf(safeguardQuestions, 'harm'),
    level: oneOf(['', ...safeguardLevels], ''),
    stage: oneOf(['', ...safeguardStages], ''),
    answered_on: dayOrEmpty,
  },
  attribute_grade: { id, attribute: oneOf(planAttributes, 'municipal'), graded_on: dayOrEmpty },
  actual_value: { id, measured_on: { ...dayRule, instead: '1970-01-01' }, quality: oneOf(['', ...qualityGrades], ''), entered_at: when },
  progress_report: { id, reported_on: { ...dayRule, instead: '1970-01-01' }, status: oneOf(measureStatuses, 'delayed'), entered_at: when },
  commitment: { id, made_on: dayOrEmpty, due_on: dayRule, status: oneOf(commitmentStatuses, 'open'), closed_on: dayRule, workshop_id: id, log_entry_id: id },
  feedback_answer: {
    id,
    input_kind: oneOf(inputKinds, 'typed'),
    input_id: id,
    workshop_id: id,
    status: oneOf(['', ...answerStatuses], ''),
    answered_on: dayOrEmpty,
  },
  citizen_score: { id, ballot_id: id, counts: { isGood: (value) => value === '' || jsonRule('', isList).isGood(value), instead: '' }, scored_on: dayOrEmpty },
  lesson: { id, stage: oneOf(['', ...stages], ''), learned_on: dayOrEmpty },
  person: { id },
  team_member: { id },
  contact: { id },
  logo: { id, type: oneOf(logoTypes, 'image/png'), added_at: when },
  signatory: { id, use: jsonRule('[]', isList) },
  annex: { id, use: jsonRule('[]', isList) },
  output_profile: { id, settings: jsonRule('{}', isObject) },
  snapshot: { id, made_at: when },
  change: { at: when, kind: oneOf(changeKinds, 'note'), params: jsonRule('{}', isObject), subjects: jsonRule('[]', isList) },
};

export interface BadValue {
  readonly table: string;
  readonly rowid: number;
  readonly id: string | null;
  readonly column: string;
  readonly instead: string | null;
}

/** Values that cannot be true. */
export function findBadValues(target: Connection): BadValue[] {
  return Object.entries(rules).flatMap(([table, columns]) => {
    const names = Object.keys(columns);
    const idColumn = columns.id ? 'id' : 'NULL';
    const rows = target.prepare<[], Record<string, unknown>>(`SELECT rowid AS own_rowid, ${idColumn} AS own_id, ${names.join(', ')} FROM "${table}"`).all();
    return rows.flatMap((row) =>
      names.flatMap((column) => {
        const rule = columns[column];
        const value = row[column];
        if (!rule || typeof value !== 'string' || rule.isGood(value)) return [];
        return [{ table, rowid: Number(row.own_rowid), id: typeof row.own_id === 'string' ? row.own_id : null, column, instead: rule.instead }];
      }),
    );
  });
}

const year: readonly [number, number] = [1800, 2200];

/** Numbers outside of what their column can mean become unknown. */
const ranges: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>> = {
  swing_weight: { swing: [0, 100] },
  project: { policy_start_year: year, policy_end_year: year },
  population: { year },
  dataset: { first_year: year, last_year: year },
  incident: { year, month: [1, 12], day: [18_000_101, 22_001_231], weekday: [1, 7], hour: [0, 23], longitude: [-180, 180], latitude: [-90, 90] },
  figure: { year, month: [1, 12] },
  respondent: { year, weight: [0, 1e12] },
  population_alternative: { year },
  observation: { year },
  partnership: { pledge_amount: [0, 1e15] },
  partnership_contribution: { amount: [0, 1e15] },
  city_share: { share: [0, 1], year },
  marker: { level: [0, 3] },
  attribute_grade: { grade: [0, 3] },
  progress_report: { spent: [0, 1e15] },
  citizen_score: { people: [0, 1_000_000] },
  risk_meeting: { exposure: [1, 5], institution_resilience: [1, 5], community_resilience: [1, 5] },
  outside_factor: { impact: [1, 4], likelihood: [1, 4] },
  strategy_document: { year, word_count: [0, 1e9] },
  leadership_role: { since_year: year },
  practice: { start_year: year, end_year: year, cost: [0, 1e15] },
  finding_validation: { agree: [0, 1e6], people: [0, 1e6] },
  stakeholder_rating: { power: [1, 5], interest: [1, 5], legitimacy: [1, 5], urgency: [1, 5], stance: [1, 5] },
  measure: {
    ...{ start_year: year, end_year: year, baseline_year: year, target_year: year, contingency_percent: [0, 100] },
    ...{ capital_cost: [0, 1e15], recurrent_cost_per_year: [0, 1e15], funding_own: [0, 1e15], funding_shared: [0, 1e15], funding_external: [0, 1e15] },
  },
  cost_line: { unit_cost: [0, 1e15], quantity: [0, 1e12], first_year: year, last_year: year },
  funding_line: { amount: [0, 1e15], first_year: year, last_year: year },
};

function mendNumbers(target: Connection): Map<string, number> {
  const mended = new Map<string, number>();
  for (const [table, columns] of Object.entries(ranges)) {
    const isOut = Object.entries(columns).map(([column, [low, high]]) => `ifnull("${column}" NOT BETWEEN ${low} AND ${high}, 0)`);
    const values = Object.entries(columns).map(
      ([column, [low, high]]) => `"${column}" = CASE WHEN "${column}" BETWEEN ${low} AND ${high} THEN "${column}" END`,
    );
    // Two populations of one area that lose their year would be the same one.
    const { changes } = target.prepare(`UPDATE OR REPLACE "${table}" SET ${values.join(', ')} WHERE ${isOut.join(' OR ')}`).run();
    if (changes > 0) mended.set(table, changes);
  }
  return mended;
}

/** Puts something neutral where a value still cannot be true. A row whose name for itself is broken gets a new one. Answers how many rows of each table. */
export function mendValues(target: Connection): Map<string, number> {
  const mended = new Map<string, Set<number>>();
  target.exec('BEGIN');
  const tables = planTables(newestVersion);
  for (const { table, rowid, id: oldId, column, instead } of findBadValues(target)) {
    const value = column === 'id' ? uuidv7() : instead;
    target.prepare<unknown[]>(`UPDATE OR IGNORE "${table}" SET "${column}" = ? WHERE rowid = ?`).run(value, rowid);
    if (column === 'id') renameIn(target, tables, table, oldId, value);
    mended.set(table, (mended.get(table) ?? new Set()).add(rowid));
  }
  const numbers = mendNumbers(target);
  target.exec('COMMIT');
  const touched = new Set([...mended.keys(), ...numbers.keys()]);
  return new Map([...touched].map((table) => [table, (mended.get(table)?.size ?? 0) + (numbers.get(table) ?? 0)]));
}

/** What hangs on a row finds it under its new name. */
function renameIn(target: Connection, tables: readonly PlannedTable[], parent: string, from: string | null, to: string | null): void {
  for (const { name, links } of tables) {
    for (const link of links.filter((candidate) => candidate.parent === parent && candidate.parentColumn === 'id')) {
      target.prepare<unknown[]>(`UPDATE OR IGNORE "${name}" SET "${link.column}" = ? WHERE "${link.column}" = ?`).run(to, from);
    }
  }
}

/** Edits whose before or after is no row any more would stop the history's screens. Answers how many went. */
export function dropUnreadableEdits(target: Connection): number {
  const bad: [number, number][] = [];
  const edits = target
    .prepare<[], { change_revision: number; object_key: number; before: string | Buffer | null; after: string | Buffer | null }>(
      'SELECT change_revision, object_key, before, after FROM edit',
    )
    .iterate();
  for (const { change_revision, object_key, before, after } of edits) {
    try {
      decodeRow(before);
      decodeRow(after);
    } catch {
      bad.push([change_revision, object_key]);
    }
  }
  const remove = target.prepare<[number, number]>('DELETE FROM edit WHERE change_revision = ? AND object_key = ?');
  for (const key of bad) remove.run(...key);
  return bad.length;
}
