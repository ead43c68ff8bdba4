import { openProjectOf, procedures } from '../../procedures.ts';
import { sql } from '../../project/open-project.ts';
import { certificateRegister, findCertificate, issueCertificates, readyForCertificate, titleOf } from './certificates.ts';

const { certificates } = procedures;
const subjects = ['workshops'] as const;

/** The register of certificates. Changes name the workshop, never a person. */
export const certificateProcedures = certificates.router({
  list: certificates.list.handler(({ context, input }) => certificateRegister(openProjectOf(context), input.workshopId)),

  issue: certificates.issue.handler(({ context, input: { workshopId, issuedOn, signatoryId } }) => {
    const project = openProjectOf(context);
    const people = readyForCertificate(project, workshopId);
    if (people.length === 0) return { count: 0 };
    if (signatoryId !== null) project.found(sql.selectFrom('signatory').select('id').where('id', '=', signatoryId));
    project.change({ name: 'certificates.issue', params: { name: titleOf(project, workshopId), count: people.length }, subjects }, (write) =>
      issueCertificates(write, project, people, { issuedOn, signatoryId }),
    );
    return { count: people.length };
  }),

  withdraw: certificates.withdraw.handler(({ context, input: { id, withdrawnOn, reason } }) => {
    const project = openProjectOf(context);
    const { workshopId } = findCertificate(project, id);
    project.change({ name: 'certificates.withdraw', params: { name: titleOf(project, workshopId) }, subjects }, (write) => {
      write.run(sql.updateTable('certificate').set({ withdrawn_on: withdrawnOn, reason }).where('id', '=', id));
    });
  }),

  sign: certificates.sign.handler(({ context, input: { workshopId, signatoryId } }) => {
    const project = openProjectOf(context);
    project.change({ name: 'certificates.sign', params: { name: titleOf(project, workshopId) }, subjects }, (write) => {
      write.run(sql.updateTable('certificate').set({ signatory_id: signatoryId }).where('workshop_id', '=', workshopId));
    });
  }),
});
