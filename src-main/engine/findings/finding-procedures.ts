import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { addEvidence, addFinding, evidenceColumns, findEvidence, findFinding, listFindings, listWaitingEvidence, updateFinding } from './findings.ts';
import { shorten } from './shorten.ts';
import { validationProcedures } from './validation/validation-procedures.ts';

const findings = procedures.findings;

export const findingProcedures = findings.router({
  ...validationProcedures,

  list: findings.list.handler(({ context }) => listFindings(openProjectOf(context))),

  add: findings.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { evidence, ...finding } = input;
    const id = project.change({ name: 'findings.add', params: { name: shorten(finding.sentence ?? '') }, subjects: ['findings'] }, (write) =>
      addFinding(write, finding, evidence),
    );
    return findFinding(project, id);
  }),

  update: findings.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findFinding(project, input.id), ...given(input.patch) };
    const params = { name: shorten(after.sentence), fields: changedFields(input.patch) };
    project.change({ name: 'findings.update', params, subjects: ['findings'] }, (write) => updateFinding(write, input.id, after));
    return findFinding(project, input.id);
  }),

  remove: findings.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { sentence } = findFinding(project, input.id);
    project.change({ name: 'findings.remove', params: { name: shorten(sentence) }, subjects: ['findings', 'priorities', 'policy'] }, (write) => {
      write.run(sql.deleteFrom('finding').where('id', '=', input.id));
    });
  }),

  addEvidence: findings.addEvidence.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { sentence } = findFinding(project, input.findingId);
    project.change({ name: 'findings.addEvidence', params: { name: shorten(sentence) }, subjects: ['findings'] }, (write) =>
      addEvidence(write, input.findingId, input.evidence),
    );
    return findFinding(project, input.findingId);
  }),

  updateEvidence: findings.updateEvidence.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { findingId, item } = findEvidence(project, input.id);
    const after = { ...item, ...given(input.patch) };
    project.change(
      { name: 'findings.updateEvidence', params: { name: shorten(after.text), fields: changedFields(input.patch) }, subjects: ['findings'] },
      (write) => {
        write.run(sql.updateTable('evidence').set(evidenceColumns(after)).where('id', '=', input.id));
      },
    );
    return findingId === null ? null : findFinding(project, findingId);
  }),

  removeEvidence: findings.removeEvidence.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { findingId, item } = findEvidence(project, input.id);
    project.change({ name: 'findings.removeEvidence', params: { name: shorten(item.text) }, subjects: ['findings'] }, (write) => {
      write.run(sql.deleteFrom('evidence').where('id', '=', input.id));
    });
    return findingId === null ? null : findFinding(project, findingId);
  }),

  keep: findings.keep.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const id = project.change({ name: 'findings.keep', params: { name: shorten(input.text) }, subjects: ['findings'] }, (write) =>
      addEvidence(write, null, input),
    );
    return findEvidence(project, id).item;
  }),

  waiting: findings.waiting.handler(({ context }) => listWaitingEvidence(openProjectOf(context))),

  placeEvidence: findings.placeEvidence.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { item } = findEvidence(project, input.id);
    if (input.findingId !== null) findFinding(project, input.findingId);
    project.change({ name: 'findings.placeEvidence', params: { name: shorten(item.text) }, subjects: ['findings'] }, (write) => {
      write.run(
        sql
          .updateTable('evidence')
          .set({ finding_id: input.findingId, stance: input.stance ?? item.stance })
          .where('id', '=', input.id),
      );
    });
    return input.findingId === null ? null : findFinding(project, input.findingId);
  }),
});
