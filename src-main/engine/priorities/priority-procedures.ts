import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { findBallot } from '../ballots/ballots.ts';
import { listFindings } from '../findings/findings.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { readDecidedVote, sourceColumn } from './decided-vote.ts';
import { addPriority, findPriority, listPriorities, readVote } from './priorities.ts';

const priorities = procedures.priorities;
/** A title is one line; a finding's sentence may be a long text. */
const mostTitleCharacters = 500;

export const priorityProcedures = priorities.router({
  list: priorities.list.handler(({ context }) => listPriorities(openProjectOf(context))),

  add: priorities.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    if (input.findingId) project.found(sql.selectFrom('finding').select('id').where('id', '=', input.findingId));
    const id = project.change({ name: 'priorities.add', params: { name: input.title }, subjects: ['priorities'] }, (write) => addPriority(write, input));
    return findPriority(project, id);
  }),

  addFromFindings: priorities.addFromFindings.handler(({ context }) => {
    const project = openProjectOf(context);
    const taken = new Set(listPriorities(project).map((priority) => priority.findingId));
    // A restricted finding's words must not leave as the title of an option.
    const missing = listFindings(project).filter((finding) => !taken.has(finding.id) && finding.sentence.trim() !== '' && !finding.isRestricted);
    if (missing.length > 0) {
      project.change({ name: 'priorities.addFromFindings', params: { count: missing.length }, subjects: ['priorities'] }, (write) => {
        for (const finding of missing) addPriority(write, { title: finding.sentence.slice(0, mostTitleCharacters), findingId: finding.id });
      });
    }
    return listPriorities(project);
  }),

  update: priorities.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findPriority(project, input.id), ...given(input.patch) };
    project.change(
      {
        name: 'priorities.update',
        params: { name: after.title, fields: changedFields(input.patch), isChosen: after.isChosen ? 1 : 0 },
        subjects: ['priorities'],
      },
      (write) => {
        write.run(
          sql
            .updateTable('priority')
            .set({
              title: after.title,
              is_chosen: after.isChosen ? 1 : 0,
              reason: after.reason,
              description: after.description,
              // What is no longer chosen has no place among the chosen.
              decided_rank: after.isChosen ? after.decidedRank : null,
            })
            .where('id', '=', input.id),
        );
      },
    );
    return findPriority(project, input.id);
  }),

  remove: priorities.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { title } = findPriority(project, input.id);
    project.change({ name: 'priorities.remove', params: { name: title }, subjects: ['priorities', 'policy'] }, (write) => {
      write.run(sql.deleteFrom('priority').where('id', '=', input.id));
    });
  }),

  vote: priorities.vote.handler(({ context }) => readVote(openProjectOf(context))),

  result: priorities.result.handler(({ context }) => readDecidedVote(openProjectOf(context))),

  setSource: priorities.setSource.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const ballot = input.ballotId === null ? null : findBallot(project, input.ballotId);
    if (ballot && ballot.state !== 'closed') refuse('ballot/still-open');
    if (ballot && (ballot.subject !== 'priorities' || (ballot.kind !== 'dots' && ballot.kind !== 'ranking'))) refuse('object/not-found');
    const name = ballot ? 'priorities.setSource' : 'priorities.setSourceTyped';
    project.change({ name, params: ballot ? { name: ballot.question } : {}, subjects: ['priorities'] }, (write) => {
      write.run(sql.updateTable('project').set({ priority_source: sourceColumn(input.ballotId) }));
    });
  }),

  setRules: priorities.setRules.handler(({ context, input }) => {
    const project = openProjectOf(context);
    project.change({ name: 'priorities.setRules', params: { dots: input.dotsPerPerson, cap: input.capPerOption }, subjects: ['priorities'] }, (write) => {
      write.run(sql.updateTable('project').set({ dots_per_person: input.dotsPerPerson, cap_per_option: input.capPerOption }));
    });
    return readVote(project);
  }),

  addGroup: priorities.addGroup.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const group = { id: uuidv7(), ...input };
    project.change({ name: 'priorities.addGroup', params: { name: input.name, people: input.people }, subjects: ['priorities'] }, (write) => {
      write.run(sql.insertInto('voting_group').values(group));
    });
    return group;
  }),

  updateGroup: priorities.updateGroup.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...project.found(sql.selectFrom('voting_group').selectAll().where('id', '=', input.id)), ...given(input.patch) };
    project.change({ name: 'priorities.updateGroup', params: { name: after.name, people: after.people }, subjects: ['priorities'] }, (write) => {
      write.run(sql.updateTable('voting_group').set({ name: after.name, people: after.people }).where('id', '=', input.id));
    });
    return after;
  }),

  removeGroup: priorities.removeGroup.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = project.found(sql.selectFrom('voting_group').selectAll().where('id', '=', input.id));
    project.change({ name: 'priorities.removeGroup', params: { name }, subjects: ['priorities'] }, (write) => {
      write.run(sql.deleteFrom('voting_group').where('id', '=', input.id));
    });
  }),

  setTally: priorities.setTally.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const group = project.found(sql.selectFrom('voting_group').select('name').where('id', '=', input.groupId));
    const { title } = findPriority(project, input.priorityId);
    project.change({ name: 'priorities.setTally', params: { group: group.name, name: title, dots: input.dots }, subjects: ['priorities'] }, (write) => {
      write.run(
        sql
          .insertInto('vote_tally')
          .values({ group_id: input.groupId, priority_id: input.priorityId, dots: input.dots })
          .onConflict((conflict) => conflict.columns(['group_id', 'priority_id']).doUpdateSet({ dots: input.dots })),
      );
    });
    return readVote(project);
  }),
});
