import { areaProcedures } from './areas/area-procedures.ts';
import { ballotProcedures } from './ballots/ballot-procedures.ts';
import { resultProcedures } from './ballots/results/result-procedures.ts';
import { eventReportProcedures } from './event-reports/event-report-procedures.ts';
import { factorProcedures } from './factors/factor-procedures.ts';
import { figureProcedures } from './figures/figure-procedures.ts';
import { fileProcedures } from './files/file-procedures.ts';
import { findingProcedures } from './findings/finding-procedures.ts';
import { riskProcedures } from './findings/risk-procedures.ts';
import { traceProcedures } from './findings/trace/trace-procedures.ts';
import { treeProcedures } from './findings/trees/tree-procedures.ts';
import { followUpProcedures } from './follow-up/follow-up-procedures.ts';
import { identityProcedures } from './identity/identity-procedures.ts';
import { importProcedures } from './imports/import-procedures.ts';
import { incidentProcedures } from './incidents/incident-procedures.ts';
import { indicatorProcedures } from './indicators/indicator-procedures.ts';
import { libraryProcedures } from './library/library-procedures.ts';
import { mapProcedures } from './maps/map-procedures.ts';
import { outputProcedures } from './outputs/output-procedures.ts';
import { outputProfileProcedures } from './outputs/profiles/output-profile-procedures.ts';
import { readBackProcedures } from './outputs/read-back/read-back-procedures.ts';
import { paperProcedures } from './paper/paper-procedures.ts';
import { patternProcedures } from './patterns/pattern-procedures.ts';
import { peopleProcedures } from './people/people-procedures.ts';
import { policyChecksProcedures } from './policy/checks/policy-checks-procedures.ts';
import { policyProcedures } from './policy/policy-procedures.ts';
import { policyLiveProcedures, policyTextProcedures } from './policy-text/policy-text-procedures.ts';
import { criterionProcedures } from './priorities/criterion-procedures.ts';
import { priorityProcedures } from './priorities/priority-procedures.ts';
import { copyProcedures } from './project/backup/copy-procedures.ts';
import { historyProcedures } from './project/history/history-procedures.ts';
import { mergingProcedures } from './project/merge/merging-procedures.ts';
import { privacyProcedures } from './project/privacy/privacy-procedures.ts';
import { projectProcedures } from './project/project-procedures.ts';
import { releaseProcedures } from './releases/release-procedures.ts';
import { roomProcedures } from './room/room-procedures.ts';
import { engagementProcedures } from './stakeholders/engagement/engagement-procedures.ts';
import { networkProcedures } from './stakeholders/network/network-procedures.ts';
import { partnershipProcedures } from './stakeholders/partnerships/partnership-procedures.ts';
import { representationProcedures } from './stakeholders/representation/representation-procedures.ts';
import { roleProcedures } from './stakeholders/roles/role-procedures.ts';
import { stakeholderProcedures } from './stakeholders/stakeholder-procedures.ts';
import { strategyProcedures } from './strategies/strategy-procedures.ts';
import { surveyProcedures } from './surveys/survey-procedures.ts';
import { certificateProcedures } from './workshops/certificates/certificate-procedures.ts';
import { workshopProcedures } from './workshops/workshop-procedures.ts';

/** The whole contract, implemented. A subject's procedures live in its folder. */
export const router = {
  project: projectProcedures,
  files: fileProcedures,
  areas: areaProcedures,
  imports: importProcedures,
  stakeholders: stakeholderProcedures,
  network: networkProcedures,
  representation: representationProcedures,
  engagement: engagementProcedures,
  partnerships: partnershipProcedures,
  roles: roleProcedures,
  incidents: incidentProcedures,
  indicators: indicatorProcedures,
  patterns: patternProcedures,
  risks: riskProcedures,
  factors: factorProcedures,
  strategies: strategyProcedures,
  library: libraryProcedures,
  figures: figureProcedures,
  surveys: surveyProcedures,
  findings: findingProcedures,
  trees: treeProcedures,
  trace: traceProcedures,
  priorities: priorityProcedures,
  criteria: criterionProcedures,
  policy: policyProcedures,
  policyChecks: policyChecksProcedures,
  policyText: policyTextProcedures,
  policyLive: policyLiveProcedures,
  results: resultProcedures,
  followUp: followUpProcedures,
  outputs: outputProcedures,
  readBack: readBackProcedures,
  outputProfiles: outputProfileProcedures,
  identity: identityProcedures,
  paper: paperProcedures,
  releases: releaseProcedures,
  copies: copyProcedures,
  history: historyProcedures,
  people: peopleProcedures,
  privacy: privacyProcedures,
  merging: mergingProcedures,
  workshops: workshopProcedures,
  ballots: ballotProcedures,
  maps: mapProcedures,
  room: roomProcedures,
  eventReports: eventReportProcedures,
  certificates: certificateProcedures,
};
