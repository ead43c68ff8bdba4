import type { ObjectReference } from '#shared/domain/history.ts';
import { type OpenProject, sql } from '../open-project.ts';
import { StateWriter } from './write-states.ts';

/** Kinds of objects that are told with what they belong to: a rating with its stakeholder, evidence with its finding. */
const parts: ReadonlySet<string> = new Set([
  'stakeholder_rating',
  'stakeholder_area',
  'contact',
  'population',
  'evidence',
  'finding_area',
  'finding_validation',
  'problem_node',
  'problem_link',
  'risk_area',
  'risk_meeting',
  'measure_practice',
  'influence_tie',
  'diagram_position',
  'engagement_step',
  'partnership_member',
  'partnership_contribution',
  'measure_role',
  'measure_partner',
  'measure_area',
  'measure_resident_group',
  'cost_line',
  'funding_line',
  'objective_finding',
  'objective_priority',
  'vote_tally',
  'ballot_option',
  'text_comment',
  'text_suggestion',
  'marker',
  'safeguard_answer',
  'actual_value',
  'progress_report',
  'citizen_score',
  'criterion_score',
  'swing_weight',
  'dissent',
  'event_report_text',
  'speaker',
]);

/** The parts of an object, those that are there and links that were: they go when it goes. */
export function partsOf(project: OpenProject, { type, id }: ObjectReference): ObjectReference[] {
  const writer = new StateWriter(project.reader, project.loggedTables);
  return project.loggedTables
    .filter(({ name }) => parts.has(name))
    .flatMap((table) =>
      table.references
        .filter((link) => link.table === type && link.onDelete === 'CASCADE')
        .flatMap((link) => {
          if (table.identity.includes(link.column)) return knownLinks(project, table.name, table.identity.indexOf(link.column), id);
          const value = link.by === 'key' ? writer.keyOf(type, id) : id;
          return value === null ? [] : writer.identitiesWhere(table.name, link.column, value).map((part) => ({ type: table.name, id: part }));
        }),
    );
}

/** Links that the history knows, by the part of their identity that names the object. */
function knownLinks(project: OpenProject, type: string, place: number, id: string): ObjectReference[] {
  return project
    .all(sql.selectFrom('object').select('id').where('type', '=', type).where('id', 'like', `%${id}%`))
    .filter((known) => known.id.split('|')[place] === id)
    .map((known) => ({ type, id: known.id }));
}
