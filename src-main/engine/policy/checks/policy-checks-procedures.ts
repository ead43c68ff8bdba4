import { approachShares } from '#shared/methods/policy-checks/approach-shares.ts';
import { openProjectOf, procedures } from '../../procedures.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { listMeasures } from '../measures.ts';
import { gradedAttributes } from './attribute-facts.ts';
import { findGrade, writeGrade } from './attribute-grades.ts';
import { findMarker, listMarkers, writeMarker } from './markers.ts';
import { findSafeguard, listSafeguards, writeSafeguard } from './safeguards.ts';
import { checkText } from './text-check.ts';

const { policyChecks } = procedures;
const subjects = ['policy'] as const;

/** What people judge about the plan: markers, safeguards, attributes; and what is counted for them to judge by. */
export const policyChecksProcedures = policyChecks.router({
  review: policyChecks.review.handler(({ context }) => {
    const project = openProjectOf(context);
    return {
      attributes: gradedAttributes(project),
      markers: listMarkers(project),
      safeguards: listSafeguards(project),
      balance: approachShares(listMeasures(project)),
      text: checkText(project, context.services.folders.resources),
    };
  }),

  mark: policyChecks.mark.handler(({ context, input: { measureId, theme, ...patch } }) => {
    const project = openProjectOf(context);
    const params = { name: titleOf(project, measureId), code: theme };
    const place = { measureId, theme };
    project.change({ name: measureId === null ? 'policyChecks.markPolicy' : 'policyChecks.mark', params, subjects }, (write) =>
      writeMarker(write, project, place, patch),
    );
    return findMarker(project, place);
  }),

  answerSafeguard: policyChecks.answerSafeguard.handler(({ context, input: { measureId, question, stage, ...patch } }) => {
    const project = openProjectOf(context);
    const place = { measureId, question, stage };
    const params = { name: titleOf(project, measureId), code: question };
    project.change({ name: measureId === null ? 'policyChecks.safeguardPolicy' : 'policyChecks.safeguard', params, subjects }, (write) =>
      writeSafeguard(write, project, place, patch),
    );
    return findSafeguard(project, place);
  }),

  grade: policyChecks.grade.handler(({ context, input: { attribute, ...patch } }) => {
    const project = openProjectOf(context);
    project.change({ name: 'policyChecks.grade', params: { code: attribute }, subjects }, (write) => writeGrade(write, project, attribute, patch));
    return findGrade(project, attribute);
  }),
});

function titleOf(project: OpenProject, measureId: string | null): string {
  return measureId === null ? '' : project.found(sql.selectFrom('measure').select('title').where('id', '=', measureId)).title;
}
