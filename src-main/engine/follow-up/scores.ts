import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type CitizenScore, citizenScoreSchema, type ScoreInput, type ScoreOffer } from '#shared/domain/follow-up.ts';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { ResultPart } from '#shared/domain/results.ts';
import { hideInList } from '#shared/methods/disclosure.ts';
import { listBallots } from '../ballots/ballots.ts';
import { resultOf } from '../ballots/results/result.ts';
import { listMeasures } from '../policy/measures.ts';
import { readCity } from '../project/city.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { CitizenScoreTable } from '../project/schema.ts';
import { refuse } from '../refuse.ts';
import { listWorkshops } from '../workshops/workshops.ts';

const emptyScore: ScoreInput = {
  ...{ measureId: null, objectiveId: null, question: '', groupLabel: '', mean: null, people: null },
  ...{ scaleMin: 1, scaleMax: 5, scoredOn: null, source: '' },
};

/** Scores with everything hidden that would show a few people, or give them away by subtraction. */
export function listScores(project: OpenProject): CitizenScore[] {
  const threshold = readCity(project).smallNumberThreshold;
  const all = storedScores(project);
  const hidden = new Set<string>();
  for (const asked of groupBy(all, scoreKey).values()) {
    const groups = asked.filter(({ groupLabel }) => groupLabel !== '');
    // What came out of a ballot was protected there, with everybody it was divided by.
    const typed = groups.filter(({ ballotId }) => ballotId === null);
    const { hiding } = hideInList(
      typed.map(({ people }) => people ?? 0),
      threshold,
    );
    for (const [place, score] of typed.entries()) if (score.people !== null && hiding[place] !== null) hidden.add(score.id);
    for (const score of asked) if (score.people !== null && score.people > 0 && score.people < threshold) hidden.add(score.id);
  }
  return all.map((score) => (hidden.has(score.id) ? { ...score, mean: null, people: null, counts: [], isHidden: true } : score));
}

/** What is compared with each other: groups asked the same of the same thing on the same day. */
function scoreKey(score: CitizenScore): string {
  return JSON.stringify([score.measureId, score.objectiveId, score.question, score.scoredOn, score.ballotId]);
}

function storedScores(project: OpenProject): CitizenScore[] {
  return project.all(sql.selectFrom('citizen_score').selectAll().orderBy('scored_on', 'desc').orderBy('id')).map(readScore);
}

export function findScore(project: OpenProject, id: string): CitizenScore {
  return listScores(project).find((score) => score.id === id) ?? refuse('object/not-found');
}

/** Changes what is stored, not what is shown of it. */
export function updateScore(write: ChangeWriter, project: OpenProject, id: string, patch: Partial<ScoreInput>): void {
  const before = storedScores(project).find((score) => score.id === id) ?? refuse('object/not-found');
  write.run(
    sql
      .updateTable('citizen_score')
      .set(scoreColumns({ ...before, ...given(patch) }))
      .where('id', '=', id),
  );
}

export function addScore(write: ChangeWriter, draft: Partial<ScoreInput>, from: { ballotId: string; counts: readonly number[] } | null = null): string {
  const id = uuidv7();
  write.run(
    sql.insertInto('citizen_score').values({
      id,
      ...scoreColumns({ ...emptyScore, ...given(draft) }),
      ballot_id: from?.ballotId ?? null,
      counts: from && from.counts.length > 0 ? JSON.stringify(from.counts) : '',
    }),
  );
  return id;
}

/** Closed ballots that rate things once each on five levels. An option that is called like a measure stands for it. */
export function scoreOffers(project: OpenProject): ScoreOffer[] {
  const measures = new Map(listMeasures(project).map(({ id, title }) => [title.trim().toLocaleLowerCase('en'), id]));
  const taken = new Set(storedScores(project).map(({ ballotId }) => ballotId));
  const offers = listWorkshops(project).flatMap((workshop) =>
    listBallots(project, workshop.id)
      .filter((ballot) => ballot.kind === 'rating' && ballot.state === 'closed' && ballot.settings.times.length === 0)
      .map((ballot) => ({
        ...{ ballotId: ballot.id, question: ballot.question, workshop: workshop.title, closedAt: ballot.closedAt, isTaken: taken.has(ballot.id) },
        options: ballot.options.map(({ id, text }) => ({ optionId: id, text, measureId: measures.get(text.trim().toLocaleLowerCase('en')) ?? null })),
      })),
  );
  return offers.toSorted((a, b) => ((a.closedAt ?? '') < (b.closedAt ?? '') ? 1 : (a.closedAt ?? '') > (b.closedAt ?? '') ? -1 : 0));
}

/** Takes a result as scores: of the room and of those groups of it that the result shows. Answers how many. `measures` = what each option stands for. */
export function takeScores(write: ChangeWriter, project: OpenProject, ballotId: string, measures: Readonly<Record<string, string | null>>): number {
  const result = resultOf(project, ballotId);
  write.run(sql.deleteFrom('citizen_score').where('ballot_id', '=', ballotId));
  const groups = result.divisions.find(({ by }) => by === 'group')?.parts ?? [];
  const parts: (ResultPart & { readonly label: string })[] = [
    { ...result.totals, label: '' },
    ...groups.filter(({ id, name }) => name !== '' && id !== 'merged' && id !== 'none').map((part) => ({ ...part, label: part.name })),
  ];
  let count = 0;
  for (const { id: optionId, text } of result.options) {
    for (const part of parts) {
      const figure = part.figures.find((one) => one.optionId === optionId && one.facet === '');
      if (!figure || figure.n === null || figure.n === 0 || figure.points === null) continue;
      addScore(
        write,
        {
          ...{ measureId: measures[optionId] ?? null, question: measures[optionId] ? result.question : `${result.question} – ${text}`, groupLabel: part.label },
          ...{ mean: figure.points, people: figure.n, scoredOn: result.closedAt?.slice(0, 10) ?? null, source: result.workshopTitle },
        },
        { ballotId, counts: figure.counts },
      );
      count += 1;
    }
  }
  return count;
}

function scoreColumns(input: ScoreInput) {
  return {
    ...{ measure_id: input.measureId, objective_id: input.objectiveId, question: input.question, group_label: input.groupLabel },
    ...{ mean: input.mean, people: input.people, scale_min: input.scaleMin, scale_max: input.scaleMax },
    ...{ scored_on: input.scoredOn ?? '', source: input.source },
  };
}

function readScore(row: Selectable<CitizenScoreTable>): CitizenScore {
  return citizenScoreSchema.parse({
    ...row,
    ...{ measureId: row.measure_id, objectiveId: row.objective_id, groupLabel: row.group_label, scaleMin: row.scale_min, scaleMax: row.scale_max },
    ...{ scoredOn: row.scored_on || null, ballotId: row.ballot_id, counts: readCounts(row.counts), isHidden: false },
  });
}

function readCounts(text: string): unknown {
  try {
    return text === '' ? [] : JSON.parse(text);
  } catch {
    return [];
  }
}
