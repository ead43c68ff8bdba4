import type { InputKind } from '#shared/domain/follow-up.ts';
import { listStatements } from '../ballots/statements.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { listLog } from '../workshops/log.ts';
import { listWorkshops } from '../workshops/workshops.ts';

/** Something that people said to the city, where the project keeps it. Who said it is not told. */
export interface SaidThing {
  readonly key: string;
  readonly kind: InputKind;
  readonly inputId: string;
  readonly workshopId: string | null;
  readonly workshop: string;
  readonly said: string;
  readonly at: string;
}

/** What waits for an answer: statements of closed ballots that the facilitator showed, what was parked or quoted in a log, and comments beside the draft. Oldest first. */
export function thingsSaid(project: OpenProject): SaidThing[] {
  const workshops = listWorkshops(project).toReversed();
  const titles = new Map(workshops.map(({ id, title }) => [id, title]));
  return [...workshops.flatMap((workshop) => fromLog(project, workshop)), ...fromBallots(project, titles), ...fromComments(project)]
    .filter(({ said }) => said.trim() !== '')
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

function fromLog(project: OpenProject, workshop: { id: string; title: string }): SaidThing[] {
  return listLog(project, workshop.id)
    .filter(({ kind }) => kind === 'parking' || kind === 'quote')
    .map(({ id, text, at }) => thing('log', id, { workshopId: workshop.id, workshop: workshop.title, said: text, at }));
}

function fromBallots(project: OpenProject, titles: ReadonlyMap<string, string>): SaidThing[] {
  const ballots = project.all(
    sql.selectFrom('ballot').select(['id', 'workshop_id']).where('kind', '=', 'statement').where('state', '=', 'closed').orderBy('id'),
  );
  return ballots.flatMap((ballot) =>
    listStatements(project, ballot.id)
      .filter(({ moderation }) => moderation === 'shown')
      .map(({ id, text, at }) => thing('statement', id, { workshopId: ballot.workshop_id, workshop: titles.get(ballot.workshop_id) ?? '', said: text, at })),
  );
}

/** Only what begins a conversation: replies belong to it. */
function fromComments(project: OpenProject): SaidThing[] {
  return project
    .all(sql.selectFrom('text_comment').select(['id', 'text', 'at']).where('reply_to', 'is', null).orderBy('at').orderBy('id'))
    .map(({ id, text, at }) => thing('comment', id, { workshopId: null, workshop: '', said: text, at }));
}

function thing(kind: InputKind, inputId: string, rest: Omit<SaidThing, 'key' | 'kind' | 'inputId'>): SaidThing {
  return { key: `${kind}:${inputId}`, kind, inputId, ...rest };
}
