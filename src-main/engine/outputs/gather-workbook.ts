import type { Tie } from '#shared/domain/network.ts';
import type { WorkbookData, WorkbookStep, WorkbookTie } from '../../exports/workbook/workbook-data.ts';
import { listInputs } from '../follow-up/answers.ts';
import { listCommitments } from '../follow-up/commitments.ts';
import { listLessons } from '../follow-up/lessons.ts';
import { followedIndicators } from '../follow-up/progress.ts';
import { listReports } from '../follow-up/reports.ts';
import { listScores } from '../follow-up/scores.ts';
import { listDecisions } from '../priorities/decisions/decisions.ts';
import { readWeighing } from '../priorities/weighing/weighing.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { PersonalTexts } from '../project/privacy/personal-text.ts';
import { listSteps } from '../stakeholders/engagement/engagement.ts';
import { listTies } from '../stakeholders/network/ties.ts';
import { listPartnerships } from '../stakeholders/partnerships/partnerships.ts';
import { listRoles } from '../stakeholders/roles/roles.ts';
import { listWorkshops } from '../workshops/workshops.ts';

/** What the workbook prints beside the profile. What is not public of the follow-up, notes on partnerships and every person stay in the project. */
export function gatherWorkbook(project: OpenProject, resourcesFolder: string, day: string): WorkbookData {
  return {
    weighing: readWeighing(project),
    decisions: listDecisions(project),
    roles: listRoles(project),
    ties: printedTies(project),
    engagement: printedSteps(project, day),
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

/** Ties by pair and kind, without who told them and without notes. */
function printedTies(project: OpenProject): WorkbookTie[] {
  const found = new Map<string, Tie[]>();
  for (const tie of listTies(project)) {
    if (tie.fromId === tie.toId) continue;
    const key = `${tie.fromId} ${tie.toId} ${tie.kind}`;
    found.set(key, [...(found.get(key) ?? []), tie]);
  }
  return [...found.values()].flatMap((ties) => {
    const [first] = ties;
    if (!first) return [];
    const { fromId, toId, kind } = first;
    const informants = new Set(ties.map(({ informant }) => informant.trim().toLowerCase()).filter(Boolean)).size;
    const observedOn =
      ties
        .map((tie) => tie.observedOn)
        .sort()
        .at(-1) ?? '';
    return [{ fromId, toId, kind, reports: ties.length, informants, observedOn }];
  });
}

/** Steps without their notes, people of the project blanked in them. */
function printedSteps(project: OpenProject, day: string): WorkbookStep[] {
  const people = new PersonalTexts(
    project.all(sql.selectFrom('person').select(['name', 'email', 'phone'])).flatMap(({ name, email, phone }) => [
      { kind: 'name' as const, text: name },
      { kind: 'email' as const, text: email },
      { kind: 'phone' as const, text: phone },
    ]),
  );
  return listSteps(project).map(({ stakeholderId, level, how, responsible, dueOn, doneOn }) => ({
    ...{ stakeholderId, level, dueOn, doneOn },
    how: people.blankIn(how),
    responsible: people.blankIn(responsible),
    isOverdue: doneOn === null && dueOn !== null && dueOn < day,
  }));
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
