import type { ContractRouterClient } from '@orpc/contract';
import { areasContract } from './areas.ts';
import { ballotsContract } from './ballots.ts';
import { copiesContract } from './copies.ts';
import { engagementContract } from './engagement.ts';
import { figuresContract } from './figures.ts';
import { filesContract } from './files.ts';
import { findingsContract, risksContract } from './findings.ts';
import { historyContract } from './history.ts';
import { importsContract } from './imports.ts';
import { incidentsContract } from './incidents.ts';
import { indicatorsContract } from './indicators.ts';
import { mapsContract } from './maps.ts';
import { mergingContract } from './merging.ts';
import { networkContract } from './network.ts';
import { outputsContract } from './outputs.ts';
import { paperContract } from './paper.ts';
import { partnershipsContract } from './partnerships.ts';
import { patternsContract } from './patterns.ts';
import { peopleContract, privacyContract } from './people.ts';
import { policyContract } from './policy.ts';
import { prioritiesContract } from './priorities.ts';
import { projectContract } from './project.ts';
import { releasesContract } from './releases.ts';
import { representationContract } from './representation.ts';
import { resultsContract } from './results.ts';
import { rolesContract } from './roles.ts';
import { roomContract } from './room.ts';
import { stakeholdersContract } from './stakeholders.ts';
import { surveysContract } from './surveys.ts';
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
  figures: figuresContract,
  surveys: surveysContract,
  findings: findingsContract,
  priorities: prioritiesContract,
  policy: policyContract,
  outputs: outputsContract,
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
};
export type Contract = typeof contract;
export type EngineClient = ContractRouterClient<Contract>;
