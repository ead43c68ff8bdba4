import type { WorkbookData } from '../../exports/workbook/workbook-data.ts';
import { listInputs } from '../follow-up/answers.ts';
import { listCommitments } from '../follow-up/commitments.ts';
import { listLessons } from '../follow-up/lessons.ts';
import { followedIndicators } from '../follow-up/progress.ts';
import { listReports } from '../follow-up/reports.ts';
import { listScores } from '../follow-up/scores.ts';
import { listDecisions } from '../priorities/decisions/decisions.ts';
import { readWeighing } from '../priorities/weighing/weighing.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { listPartnerships } from '../stakeholders/partnerships/partnerships.ts';
import { listRoles } from '../stakeholders/roles/roles.ts';
import { listWorkshops } from '../workshops/workshops.ts';

/** What the workbook prints beside the profile. What is not public of the follow-up, notes on partnerships and every person stay in the project. */
export function gatherWorkbook(project: OpenProject, resourcesFolder: string, day: string): WorkbookData {
  return {
    weighing: readWeighing(project),
    decisions: listDecisions(project),
    roles: listRoles(project),
    partnerships: listPartnerships(project),
    workshops: printedWorkshops(project),
    progress: followedIndicators(project, resourcesFolder),
    reports: listReports(project).filter(({ isPublic }) => isPublic),
    commitments: listCommitments(project, day).filter(({ isPublic }) => isPublic),
    answers: listInputs(project).filter(({ isPublic, id }) => isPublic && id !== null),
    citizenScores: listScores(project),
    lessons: listLessons(project).filter(({ isPublic }) => isPublic),
  };
}

function printedWorkshops(project: OpenProject): WorkbookData['workshops'] {
  const counts = (table: 'participant' | 'ballot') =>
    new Map(
      project
        .all(
          sql
            .selectFrom(table)
            .select(['workshop_id', ({ fn }) => fn.countAll<number>().as('count')])
            .groupBy('workshop_id'),
        )
        .map(({ workshop_id, count }) => [workshop_id, Number(count)]),
    );
  const [people, ballots] = [counts('participant'), counts('ballot')];
  return listWorkshops(project).map(({ id, title, kind, place, startsOn, endsOn }) => ({
    ...{ id, title, kind, place, startsOn, endsOn },
    participants: people.get(id) ?? null,
    ballots: ballots.get(id) ?? 0,
  }));
}
