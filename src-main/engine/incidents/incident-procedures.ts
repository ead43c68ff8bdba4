import { openProjectOf, procedures } from '../procedures.ts';
import { incidentOverview, listOffenceCounts, setOffenceGroup } from './incident-overview.ts';
import { queryIncidents } from './incident-query.ts';

const incidents = procedures.incidents;

export const incidentProcedures = incidents.router({
  overview: incidents.overview.handler(({ context }) => incidentOverview(openProjectOf(context))),
  query: incidents.query.handler(({ context, input }) => queryIncidents(openProjectOf(context), input)),
  offences: incidents.offences.handler(({ context }) => listOffenceCounts(openProjectOf(context))),
  setOffenceGroup: incidents.setOffenceGroup.handler(({ context, input }) => setOffenceGroup(openProjectOf(context), input.offenceIds, input.group)),
});
