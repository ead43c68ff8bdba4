import { fileProcedures } from './files/file-procedures.ts';
import { incidentProcedures } from './incidents/incident-procedures.ts';
import { projectProcedures } from './project/project-procedures.ts';
import { stakeholderProcedures } from './stakeholders/stakeholder-procedures.ts';

/** The whole contract, implemented. A subject's procedures live in its folder. */
export const router = {
  project: projectProcedures,
  files: fileProcedures,
  stakeholders: stakeholderProcedures,
  incidents: incidentProcedures,
};
