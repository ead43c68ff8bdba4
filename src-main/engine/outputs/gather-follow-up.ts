import type { FollowUpData } from '../../exports/follow-up-data.ts';
import { listInputs } from '../follow-up/answers.ts';
import { listCommitments } from '../follow-up/commitments.ts';
import { listLessons } from '../follow-up/lessons.ts';
import { followedIndicators } from '../follow-up/progress.ts';
import { measuresProgress } from '../follow-up/reports.ts';
import { listScores } from '../follow-up/scores.ts';
import { listSafeguards } from '../policy/checks/safeguards.ts';
import type { OpenProject } from '../project/open-project.ts';

/** What became of the plan, as it stands on the day of the data: the same project says the same whenever it is printed. */
export function gatherFollowUp(project: OpenProject, resourcesFolder: string, day: string): FollowUpData {
  return {
    indicators: followedIndicators(project, resourcesFolder),
    measures: measuresProgress(project, day),
    commitments: listCommitments(project, day),
    inputs: listInputs(project),
    scores: listScores(project),
    lessons: listLessons(project),
    safeguards: listSafeguards(project),
  };
}
