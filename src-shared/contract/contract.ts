import type { ContractRouterClient } from '@orpc/contract';
import { areasContract } from './areas.ts';
import { ballotsContract } from './ballots.ts';
import { copiesContract } from './copies.ts';
import { criteriaContract } from './criteria.ts';
import { engagementContract } from './engagement.ts';
import { certificatesContract, eventReportsContract } from './event-reports.ts';
import { factorsContract } from './factors.ts';
import { figuresContract } from './figures.ts';
import { filesContract } from './files.ts';
import { findingsContract, risksContract } from './findings.ts';
import { followUpContract } from './follow-up.ts';
import { historyContract } from './history.ts';
import { identityContract } from './identity.ts';
import { importsContract } from './imports.ts';
import { incidentsContract } from './incidents.ts';
import { indicatorsContract } from './indicators.ts';
import { libraryContract } from './library.ts';
import { mapsContract } from './maps.ts';
import { mergingContract } from './merging.ts';
import { networkContract } from './network.ts';
import { outputProfilesContract } from './output-profiles.ts';
import { outputsContract } from './outputs.ts';
import { paperContract } from './paper.ts';
import { partnershipsContract } from './partnerships.ts';
import { patternsContract } from './patterns.ts';
import { peopleContract, privacyContract } from './people.ts';
import { policyContract } from './policy.ts';
import { policyChecksContract } from './policy-checks.ts';
import { policyLiveContract, policyTextContract } from './policy-text.ts';
import { prioritiesContract } from './priorities.ts';
import { projectContract } from './project.ts';
import { readBackContract } from './read-back.ts';
import { releasesContract } from './releases.ts';
import { representationContract } from './representation.ts';
import { resultsContract } from './results.ts';
import { rolesContract } from './roles.ts';
import { roomContract } from './room.ts';
import { stakeholdersContract } from './stakeholders.ts';
import { strategiesContract } from './strategies.ts';
import { surveysContract } from './surveys.ts';
import { traceContract } from './trace.ts';
import { treesContract } from './trees.ts';
import { workshopsContract } from './workshops.ts';

/** Everything that any door can ask of the engine. */
export const contract = {
  project: projectContract,
  files: filesContract,
  areas: areasContract,
  stakeholders: stakeholdersContract,
  network: networkContract,
  representation: representationContract,
  engagement: engagementContract,
  partnerships: partnershipsContract,
  roles: rolesContract,
  imports: importsContract,
  incidents: incidentsContract,
  indicators: indicatorsContract,
  patterns: patternsContract,
  risks: risksContract,
  factors: factorsContract,
  strategies: strategiesContract,
  library: libraryContract,
  figures: figuresContract,
  surveys: surveysContract,
  findings: findingsContract,
  trees: treesContract,
  trace: traceContract,
  priorities: prioritiesContract,
  criteria: criteriaContract,
  policy: policyContract,
  policyChecks: policyChecksContract,
  policyText: policyTextContract,
  policyLive: policyLiveContract,
  followUp: followUpContract,
  outputs: outputsContract,
  readBack: readBackContract,
  outputProfiles: outputProfilesContract,
  identity: identityContract,
  releases: releasesContract,
  copies: copiesContract,
  history: historyContract,
  people: peopleContract,
  privacy: privacyContract,
  merging: mergingContract,
  maps: mapsContract,
  workshops: workshopsContract,
  ballots: ballotsContract,
  results: resultsContract,
  room: roomContract,
  paper: paperContract,
  eventReports: eventReportsContract,
  certificates: certificatesContract,
};
export type Contract = typeof contract;
export type EngineClient = ContractRouterClient<Contract>;
