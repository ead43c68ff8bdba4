import type { ValidationInput } from '#shared/domain/findings.ts';
import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../../procedures.ts';
import { changedFields } from '../../project/history/changed-fields.ts';
import { sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { findFinding } from '../findings.ts';
import { shorten } from '../shorten.ts';
import { AgreementOfBallots, validationOffers } from './ballot-agreement.ts';
import { addValidation, findValidation, validationColumns } from './validations.ts';

const findings = procedures.findings;
const subjects = ['findings'] as const;
const nothing: ValidationInput = { workshopId: null, sessionId: null, groupId: null, agree: null, people: null, note: '', validatedOn: null };

/** Part of the procedures about findings. */
export const validationProcedures = {
  addValidation: findings.addValidation.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { findingId, ...validation } = input;
    const { sentence } = findFinding(project, findingId);
    project.change({ name: 'findings.addValidation', params: { name: shorten(sentence) }, subjects }, (write) =>
      addValidation(write, findingId, null, { ...nothing, ...given(validation) }),
    );
    return findFinding(project, findingId);
  }),

  updateValidation: findings.updateValidation.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findValidation(project, input.id);
    const figures = before.ballotId === null ? {} : { agree: before.agree, people: before.people };
    const columns = validationColumns({ ...before, ...given(input.patch), ...figures });
    const { sentence } = findFinding(project, before.findingId);
    const params = { name: shorten(sentence), fields: changedFields(input.patch) };
    project.change({ name: 'findings.updateValidation', params, subjects }, (write) => {
      write.run(sql.updateTable('finding_validation').set(columns).where('id', '=', input.id));
    });
    return findFinding(project, before.findingId);
  }),

  removeValidation: findings.removeValidation.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { findingId } = findValidation(project, input.id);
    const { sentence } = findFinding(project, findingId);
    project.change({ name: 'findings.removeValidation', params: { name: shorten(sentence) }, subjects }, (write) => {
      write.run(sql.deleteFrom('finding_validation').where('id', '=', input.id));
    });
    return findFinding(project, findingId);
  }),

  validationOffers: findings.validationOffers.handler(({ context }) => validationOffers(openProjectOf(context))),

  takeValidation: findings.takeValidation.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const offer = validationOffers(project).find(({ ballotId }) => ballotId === input.ballotId) ?? refuse('object/not-found');
    const missing = offer.findingIds.filter((id) => !offer.takenIds.includes(id));
    if (missing.length === 0) return { count: 0 };
    const ballots = new AgreementOfBallots(project);
    const { workshop_id: workshopId, session_id: sessionId } = project.found(
      sql.selectFrom('ballot').select(['workshop_id', 'session_id']).where('id', '=', input.ballotId),
    );
    const from = { ...nothing, workshopId, sessionId, validatedOn: offer.closedAt?.slice(0, 10) ?? null };
    const params = { name: shorten(offer.question), count: missing.length };
    project.change({ name: 'findings.takeValidation', params, subjects }, (write) => {
      for (const findingId of missing) {
        const { agree, people } = ballots.of(input.ballotId, findingId) ?? nothing;
        addValidation(write, findingId, input.ballotId, { ...from, agree, people });
      }
    });
    return { count: missing.length };
  }),
};
