import { v7 as uuidv7 } from 'uuid';
import { type Decision, type DecisionContent, type DecisionInput, type Dissent, decisionContentSchema, decisionMethods } from '#shared/domain/criteria.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import { oneOf } from '../../ballots/stored.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { readDecidedVote } from '../decided-vote.ts';
import { listPriorities } from '../priorities.ts';
import { readWeighing } from '../weighing/weighing.ts';

export const emptyDecision: DecisionInput = { decidedOn: '', workshopId: null, body: '', method: 'consensus', people: null, reasons: '' };

/** Decisions, the newest first, with who saw it otherwise. */
export function listDecisions(project: OpenProject): Decision[] {
  const dissents = groupBy(project.all(sql.selectFrom('dissent').selectAll().orderBy('id')), (row) => row.decision_id);
  const now = orderNow(project);
  return project.all(sql.selectFrom('priority_decision').selectAll().orderBy('made_at', 'desc').orderBy('id', 'desc')).map((row) => {
    const content = readContent(row.content);
    return {
      id: row.id,
      decidedOn: row.decided_on,
      workshopId: row.workshop_id,
      body: row.body,
      method: oneOf(decisionMethods, row.method, 'other'),
      people: row.people,
      reasons: row.reasons,
      madeAt: row.made_at,
      content,
      dissents: (dissents.get(row.id) ?? []).map(
        (dissent): Dissent => ({ id: dissent.id, who: dissent.who, priorityId: dissent.priority_id, text: dissent.text }),
      ),
      hasChangedSince: orderOf(content) !== now,
    };
  });
}

export function findDecision(project: OpenProject, id: string): Decision {
  return listDecisions(project).find((decision) => decision.id === id) ?? refuse('object/not-found');
}

/** Keeps what is on the table. Returns the decision's id. */
export function addDecision(project: OpenProject, write: ChangeWriter, input: DecisionInput): string {
  const id = uuidv7();
  const content = JSON.stringify(contentNow(project));
  write.run(sql.insertInto('priority_decision').values({ id, ...decisionColumns(input), content, made_at: new Date().toISOString() }));
  return id;
}

export function decisionColumns(input: DecisionInput) {
  const { body, method, people, reasons } = input;
  return { decided_on: input.decidedOn, workshop_id: input.workshopId, body, method, people, reasons };
}

function contentNow(project: OpenProject): DecisionContent {
  const weighing = readWeighing(project);
  const vote = readDecidedVote(project);
  const voted = new Map(vote.results.map((result) => [result.priorityId, result]));
  const options = listPriorities(project).map((priority) => {
    const own = weighing.options.find(({ priorityId }) => priorityId === priority.id);
    const dots = voted.get(priority.id);
    return {
      id: priority.id,
      title: priority.title,
      decidedRank: priority.isChosen ? priority.decidedRank : null,
      reason: priority.reason,
      ...{ value: own?.value ?? null, rank: own?.rank ?? null, leads: own?.leads ?? null },
      ...{ voteShare: dots?.share ?? null, voteRank: dots?.rank ?? null },
    };
  });
  return {
    options: options.sort((a, b) => (a.decidedRank ?? 1e9) - (b.decidedRank ?? 1e9)),
    criteria: weighing.criteria.map(({ name, weight }) => ({ name, weight })),
    ...(weighing.why === null ? { seed: weighing.seed, sets: weighing.sets, version: weighing.version } : { seed: null, sets: null, version: '' }),
  };
}

function readContent(text: string): DecisionContent {
  const read = decisionContentSchema.safeParse(JSON.parse(text));
  return read.success ? read.data : decisionContentSchema.parse({});
}

function orderOf(content: DecisionContent): string {
  return content.options.flatMap(({ id, decidedRank }) => (decidedRank === null ? [] : `${decidedRank} ${id}`)).join();
}

function orderNow(project: OpenProject): string {
  return listPriorities(project)
    .filter(({ isChosen, decidedRank }) => isChosen && decidedRank !== null)
    .sort((a, b) => (a.decidedRank ?? 0) - (b.decidedRank ?? 0))
    .map(({ id, decidedRank }) => `${decidedRank} ${id}`)
    .join();
}
