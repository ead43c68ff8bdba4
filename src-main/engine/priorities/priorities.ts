import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import type { Priority, Vote } from '#shared/domain/priorities.ts';
import { suggestedDots, voteProblems, voteResults } from '#shared/methods/dot-vote.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { PriorityTable } from '../project/schema.ts';

/** The options in the order of entry. */
export function listPriorities(project: OpenProject): Priority[] {
  return project.all(sql.selectFrom('priority').selectAll().orderBy('id')).map(readPriority);
}

export function findPriority(project: OpenProject, id: string): Priority {
  return readPriority(project.found(sql.selectFrom('priority').selectAll().where('id', '=', id)));
}

function readPriority(row: Selectable<PriorityTable>): Priority {
  return {
    id: row.id,
    title: row.title,
    findingId: row.finding_id,
    isChosen: row.is_chosen === 1,
    reason: row.reason,
    description: row.description,
    decidedRank: row.decided_rank,
  };
}

/** Adds one option. Returns its id. */
export function addPriority(write: ChangeWriter, option: { title: string; findingId: string | null }): string {
  const id = uuidv7();
  write.run(sql.insertInto('priority').values({ id, title: option.title, finding_id: option.findingId, is_chosen: 0, reason: '' }));
  return id;
}

/** The vote as entered, its results, and what in it breaks the rules. Until rules are fixed the suggested dots apply, cap = dots. */
export function readVote(project: OpenProject): Vote {
  const priorityIds = listPriorities(project).map((priority) => priority.id);
  const fixed = project.found(sql.selectFrom('project').select(['dots_per_person', 'cap_per_option']));
  const suggested = suggestedDots(priorityIds.length);
  const dotsPerPerson = fixed.dots_per_person ?? suggested;
  const rules = { dotsPerPerson, capPerOption: fixed.cap_per_option ?? dotsPerPerson };
  const tallies = project
    .all(sql.selectFrom('vote_tally').selectAll().orderBy('group_id').orderBy('priority_id'))
    .map((row) => ({ groupId: row.group_id, priorityId: row.priority_id, dots: row.dots }));
  const tallied = new Set(tallies.map(({ groupId }) => groupId));
  // Groups of a workshop stand here only where dots were typed for them: their votes are ballots.
  const groups = project
    .all(sql.selectFrom('voting_group').select(['id', 'name', 'people', 'workshop_id']).orderBy('id'))
    .filter((group) => group.workshop_id === null || tallied.has(group.id))
    .map(({ id, name, people }) => ({ id, name, people }));
  return {
    rules,
    suggestedDots: suggested,
    groups,
    tallies,
    results: voteResults(priorityIds, groups, tallies),
    problems: voteProblems(groups, tallies, rules),
  };
}
