import type { Risk } from '#shared/domain/findings.ts';
import { given } from '#shared/domain/given.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { sql } from '../project/open-project.ts';
import { findMeeting, findSides, listMeetings, rateMeeting } from './risk-meetings.ts';
import { addRisk, findRisk, listRisks, updateRisk } from './risks.ts';

const risks = procedures.risks;
const subjects = ['risks'] as const;

/** The history stands on screens that others see: it does not say what is restricted. */
const nameOf = ({ title, isRestricted }: Pick<Risk, 'title' | 'isRestricted'>): string => (isRestricted ? '' : title);

export const riskProcedures = risks.router({
  list: risks.list.handler(({ context }) => listRisks(openProjectOf(context))),

  add: risks.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const name = nameOf({ title: input.title ?? '', isRestricted: input.isRestricted ?? false });
    const id = project.change({ name: 'risks.add', params: { name }, subjects }, (write) => addRisk(write, input));
    return findRisk(project, id);
  }),

  update: risks.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const after = { ...findRisk(project, input.id), ...given(input.patch) };
    project.change({ name: 'risks.update', params: { name: nameOf(after), fields: changedFields(input.patch) }, subjects }, (write) =>
      updateRisk(write, input.id, after),
    );
    return findRisk(project, input.id);
  }),

  /** Evidence that points at it keeps its own words. */
  remove: risks.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const name = nameOf(findRisk(project, input.id));
    project.change({ name: 'risks.remove', params: { name }, subjects }, (write) => {
      write.run(sql.deleteFrom('risk').where('id', '=', input.id));
    });
  }),

  meetings: risks.meetings.handler(({ context }) => listMeetings(openProjectOf(context))),

  rate: risks.rate.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { threat, vulnerability } = findSides(project, input);
    const params = { name: nameOf(threat), to: nameOf(vulnerability) };
    const today = project.nowText().slice(0, 10);
    const id = project.change({ name: 'risks.rate', params, subjects }, (write) => rateMeeting(project, write, input, today));
    return findMeeting(project, id);
  }),

  removeMeeting: risks.removeMeeting.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { threat, vulnerability } = findSides(project, { ...findMeeting(project, input.id), patch: {} });
    project.change({ name: 'risks.removeMeeting', params: { name: nameOf(threat), to: nameOf(vulnerability) }, subjects }, (write) => {
      write.run(sql.deleteFrom('risk_meeting').where('id', '=', input.id));
    });
  }),
});
