import type { RecoveredTable } from '#shared/domain/copies.ts';
import type { TextKey, Translate } from '#shared/i18n/texts.ts';

/** Tables that a person knows by one word. What is not named here goes by its own name. */
const wordsOfTables: Readonly<Record<string, string>> = {
  ...{ project: 'city', person: 'people', team_member: 'people', contact: 'people', area: 'areas', area_layer: 'areas', population: 'population' },
  ...{ dataset: 'datasets', dataset_content: 'datasets', incident: 'incidents', offence: 'offences', place: 'links', place_area: 'links' },
  ...{ stakeholder: 'stakeholders', stakeholder_rating: 'ratings', observation: 'observations', risk: 'risks', finding: 'findings', evidence: 'evidence' },
  ...{ finding_validation: 'findings', problem_tree: 'trees', problem_node: 'trees', problem_link: 'trees' },
  ...{ priority: 'priorities', voting_group: 'votes', vote_tally: 'votes', objective: 'objectives', measure: 'measures' },
  ...{
    stakeholder_area: 'links',
    risk_area: 'links',
    finding_area: 'links',
    objective_finding: 'links',
    objective_priority: 'links',
    measure_partner: 'links',
    measure_area: 'links',
    measure_resident_group: 'links',
    cost_line: 'measures',
    funding_line: 'measures',
    policy_fact: 'policyFacts',
    principle: 'principles',
    pillar: 'pillars',
  },
  ...{ criterion: 'criteria', criterion_score: 'criteria', swing_weight: 'criteria', priority_decision: 'decisions', dissent: 'decisions' },
  ...{ risk_meeting: 'risks', factor: 'factors', outside_factor: 'factors', strategy_document: 'strategies', leadership_role: 'strategies' },
  ...{ practice: 'practices', measure_practice: 'links' },
  ...{ influence_tie: 'ties', diagram_position: 'ties', engagement_step: 'engagement', measure_role: 'links', city_share: 'shares' },
  ...{ partnership: 'partnerships', partnership_member: 'partnerships', partnership_contribution: 'partnerships' },
  ...{ workshop: 'workshops', session: 'workshops', participant: 'workshops', log_entry: 'workshops', photo: 'workshops', photo_content: 'workshops' },
  ...{ event_report: 'reports', event_report_text: 'reports', speaker: 'people', certificate: 'people' },
  ...{ ballot: 'ballots', ballot_option: 'ballots', voter: 'answers', ballot_answer: 'answers', ballot_hands: 'answers' },
  ...{ change: 'history', edit: 'history', object: 'history', writer: 'history', snapshot: 'history', this_copy: 'history', handed_copy: 'history' },
  ...{ identity_fact: 'identity', logo: 'identity', signatory: 'identity', annex: 'identity', output_profile: 'identity' },
  ...{ marker: 'policyChecks', safeguard_answer: 'policyChecks', attribute_grade: 'policyChecks' },
  ...{
    actual_value: 'followUp',
    progress_report: 'followUp',
    commitment: 'followUp',
    feedback_answer: 'followUp',
    citizen_score: 'followUp',
    lesson: 'followUp',
  },
  ...{ draft: 'texts', draft_section: 'texts', text_comment: 'texts', text_suggestion: 'texts', policy_version: 'texts' },
  ...{ kept_alive: 'history', review: 'history', erased: 'history', text_update: 'texts' },
};

export interface RecoveredThing {
  readonly key: string;
  readonly words: string;
  readonly read: number;
  readonly rebuilt: number;
  /** Null: some of its tables cannot say. */
  readonly lost: number | null;
  readonly standIns: number;
  readonly unlinked: number;
  readonly mended: number;
}

/** The tables of a report under the words that people know them by; those of which something is missing first. */
export function recoveredThings(t: Translate, tables: readonly RecoveredTable[]): RecoveredThing[] {
  const things = new Map<string, RecoveredThing>();
  for (const { table, read, rebuilt, lost, dropped, standIns, unlinked, mended } of tables) {
    if (read + rebuilt + (lost ?? 0) + dropped + standIns === 0) continue;
    const key = wordsOfTables[table] ?? table;
    const known = things.get(key);
    things.set(key, {
      key,
      words: wordsOfTables[table] ? t(`recovered.${key}` as TextKey) : table,
      read: (known?.read ?? 0) + read,
      rebuilt: (known?.rebuilt ?? 0) + rebuilt,
      lost: lost === null || known?.lost === null ? null : (known?.lost ?? 0) + lost + dropped,
      standIns: (known?.standIns ?? 0) + standIns,
      unlinked: (known?.unlinked ?? 0) + unlinked,
      mended: (known?.mended ?? 0) + mended,
    });
  }
  return [...things.values()].sort((a, b) => (b.lost ?? Number.MAX_SAFE_INTEGER) - (a.lost ?? Number.MAX_SAFE_INTEGER));
}
