import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { loadTranslate } from '../i18n/load-texts.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { addCriterion, criterionColumns, findCriterion, listCriteria, listScores, listSwings, scoreIdAt, writeScore, writeSwing } from './criteria.ts';
import { addDecision, decisionColumns, emptyDecision, findDecision, listDecisions } from './decisions/decisions.ts';
import { offeredCriterion } from './offered-criteria.ts';
import { findPriority } from './priorities.ts';
import { ballotsForCriteria } from './weighing/ballot-scores.ts';
import { swingBallots, takeSwings } from './weighing/swing-ballots.ts';
import { readWeighing } from './weighing/weighing.ts';

const criteria = procedures.criteria;
const subjects = ['priorities'] as const;
const today = () => new Date().toISOString().slice(0, 10);

export const criterionProcedures = criteria.router({
  list: criteria.list.handler(({ context }) => listCriteria(openProjectOf(context))),

  addOffered: criteria.addOffered.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { languages } = project.found(sql.selectFrom('project').select('languages'));
    const t = loadTranslate(context.services.folders.resources, (JSON.parse(languages) as string[])[0] ?? 'en');
    const taken = new Set(listCriteria(project).map(({ code }) => code));
    const wanted = input.codes.filter((code) => !taken.has(code)).map((code) => offeredCriterion(project, code, t));
    if (wanted.length > 0) {
      project.change({ name: 'criteria.addOffered', params: { count: wanted.length }, subjects }, (write) => {
        for (const criterion of wanted) addCriterion(project, write, criterion);
      });
    }
    return listCriteria(project);
  }),

  add: criteria.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'criteria.add', params: { name: input.name }, subjects }, (write) => addCriterion(project, write, given(input)));
    return findCriterion(project, id);
  }),

  update: criteria.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findCriterion(project, input.id), ...given(input.patch) };
    project.change({ name: 'criteria.update', params: { name: after.name, fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('criterion').set(criterionColumns(after)).where('id', '=', input.id));
    });
    return findCriterion(project, input.id);
  }),

  remove: criteria.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findCriterion(project, input.id);
    project.change({ name: 'criteria.remove', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('criterion').where('id', '=', input.id));
    });
  }),

  move: criteria.move.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findCriterion(project, input.id);
    const others = listCriteria(project).filter(({ id }) => id !== input.id);
    const before = others[input.place - 1]?.position ?? (others[0]?.position ?? 1) - 1;
    const after = others[input.place]?.position ?? before + 2;
    project.change({ name: 'criteria.move', params: { name }, subjects }, (write) => {
      write.run(
        sql
          .updateTable('criterion')
          .set({ position: (before + after) / 2 })
          .where('id', '=', input.id),
      );
    });
    return listCriteria(project);
  }),

  scores: criteria.scores.handler(({ context }) => listScores(openProjectOf(context))),

  setScore: criteria.setScore.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { value, note } = input;
    project.change({ name: 'criteria.setScore', params: scoreParams(project, input), subjects }, (write) =>
      writeScore(project, write, input, { value, ...given({ note }), rated_on: today() }),
    );
  }),

  removeScore: criteria.removeScore.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = scoreIdAt(project, input);
    if (id === undefined) return;
    project.change({ name: 'criteria.removeScore', params: scoreParams(project, input), subjects }, (write) => {
      write.run(sql.deleteFrom('criterion_score').where('id', '=', id));
    });
  }),

  setCounted: criteria.setCounted.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const source = input.groups === null ? '' : JSON.stringify({ groups: input.groups });
    project.change({ name: 'criteria.setCounted', params: scoreParams(project, input), subjects }, (write) =>
      writeScore(project, write, { ...input, groupId: null }, { value: null, source, rated_on: today() }),
    );
  }),

  swings: criteria.swings.handler(({ context }) => listSwings(openProjectOf(context))),

  setSwing: criteria.setSwing.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findCriterion(project, input.criterionId);
    if (input.groupId !== null) project.found(sql.selectFrom('voting_group').select('id').where('id', '=', input.groupId));
    project.change({ name: 'criteria.setSwing', params: { name }, subjects }, (write) => writeSwing(project, write, input, today()));
  }),

  swingBallots: criteria.swingBallots.handler(({ context }) => swingBallots(openProjectOf(context))),

  takeSwings: criteria.takeSwings.handler(({ context, input }) => takeSwings(openProjectOf(context), input.ballotId)),

  weighing: criteria.weighing.handler(({ context }) => readWeighing(openProjectOf(context))),

  setSeed: criteria.setSeed.handler(({ context, input }) => {
    openProjectOf(context).change({ name: 'criteria.setSeed', params: { count: input.seed }, subjects }, (write) => {
      write.run(sql.updateTable('project').set({ weight_seed: input.seed }));
    });
  }),

  ballots: criteria.ballots.handler(({ context }) => ballotsForCriteria(openProjectOf(context))),

  decisions: criteria.decisions.handler(({ context }) => listDecisions(openProjectOf(context))),

  decide: criteria.decide.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const decision = { ...emptyDecision, decidedOn: today(), ...given(input) };
    const id = project.change({ name: 'criteria.decide', params: {}, subjects }, (write) => addDecision(project, write, decision));
    return findDecision(project, id);
  }),

  updateDecision: criteria.updateDecision.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findDecision(project, input.id), ...given(input.patch) };
    project.change({ name: 'criteria.updateDecision', params: { fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('priority_decision').set(decisionColumns(after)).where('id', '=', input.id));
    });
    return findDecision(project, input.id);
  }),

  removeDecision: criteria.removeDecision.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findDecision(project, input.id);
    project.change({ name: 'criteria.removeDecision', params: {}, subjects }, (write) => {
      write.run(sql.deleteFrom('priority_decision').where('id', '=', input.id));
    });
  }),

  addDissent: criteria.addDissent.handler(({ context, input }) => {
    const project = openProjectOf(context);
    findDecision(project, input.decisionId);
    const { who, text, priorityId, decisionId } = input;
    project.change({ name: 'criteria.addDissent', params: {}, subjects }, (write) => {
      write.run(sql.insertInto('dissent').values({ id: uuidv7(), decision_id: decisionId, who, text, priority_id: priorityId }));
    });
    return findDecision(project, decisionId);
  }),

  updateDissent: criteria.updateDissent.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = project.found(sql.selectFrom('dissent').selectAll().where('id', '=', input.id));
    const after = { who: before.who, text: before.text, priorityId: before.priority_id, ...given(input.patch) };
    project.change({ name: 'criteria.updateDissent', params: { fields: changedFields(input.patch) }, subjects }, (write) => {
      write.run(sql.updateTable('dissent').set({ who: after.who, text: after.text, priority_id: after.priorityId }).where('id', '=', input.id));
    });
  }),

  removeDissent: criteria.removeDissent.handler(({ context, input }) => {
    openProjectOf(context).change({ name: 'criteria.removeDissent', params: {}, subjects }, (write) => {
      write.run(sql.deleteFrom('dissent').where('id', '=', input.id));
    });
  }),

  setOrder: criteria.setOrder.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const ids = [...new Set(input.ids)];
    for (const id of ids) findPriority(project, id);
    project.change({ name: 'criteria.setOrder', params: { count: ids.length }, subjects }, (write) => {
      const others = sql.updateTable('priority').set({ is_chosen: 0, decided_rank: null }).where('is_chosen', '=', 1);
      write.run(ids.length > 0 ? others.where('id', 'not in', ids) : others);
      for (const [place, id] of ids.entries())
        write.run(
          sql
            .updateTable('priority')
            .set({ is_chosen: 1, decided_rank: place + 1 })
            .where('id', '=', id),
        );
    });
  }),
});

/** An option and a criterion by name. */
function scoreParams(project: OpenProject, { criterionId, priorityId }: { criterionId: string; priorityId: string }) {
  return { name: findPriority(project, priorityId).title, what: findCriterion(project, criterionId).name };
}
