import type { ValidationOffer } from '#shared/domain/findings.ts';
import { resultCore } from '../../ballots/results/result.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';

/** How many agree to a finding of how many who said anything to it; `agree` is null where too few answered to be shown. */
export interface Agreement {
  readonly agree: number | null;
  readonly people: number;
  readonly isHidden: boolean;
}

/** What closed ballots of «agree – disagree» say to findings; each ballot is counted once. 4 and 5 of 5 agree, as in a Delphi round. */
export class AgreementOfBallots {
  readonly #project: OpenProject;
  readonly #counted = new Map<string, ReadonlyMap<string, Agreement>>();

  constructor(project: OpenProject) {
    this.#project = project;
  }

  /** Null while the ballot is open, is gone, or did not ask about the finding. */
  of(ballotId: string, findingId: string): Agreement | null {
    return this.findings(ballotId).get(findingId) ?? null;
  }

  /** The findings that a ballot asked about and has answers to. */
  findings(ballotId: string): ReadonlyMap<string, Agreement> {
    const known = this.#counted.get(ballotId);
    if (known) return known;
    const counted = this.#count(ballotId);
    this.#counted.set(ballotId, counted);
    return counted;
  }

  #count(ballotId: string): ReadonlyMap<string, Agreement> {
    const row = this.#project.first(sql.selectFrom('ballot').select(['kind', 'state']).where('id', '=', ballotId));
    if (row?.kind !== 'agree' || row.state !== 'closed') return new Map();
    const { ballot, totals, smallest } = resultCore(this.#project, ballotId);
    return new Map(
      ballot.options.flatMap(({ id, refId }) => {
        const figure = totals.figures.find(({ optionId }) => optionId === id);
        const people = figure?.n ?? 0;
        if (refId === null || !figure || people === 0) return [];
        const agree = (figure.counts[3] ?? 0) + (figure.counts[4] ?? 0);
        const isHidden = people < smallest;
        return [[refId, { agree: isHidden ? null : agree, people, isHidden }] as const];
      }),
    );
  }
}

/** Closed ballots that asked people whether findings are true, the last closed first. */
export function validationOffers(project: OpenProject): ValidationOffer[] {
  const ballots = new AgreementOfBallots(project);
  const taken = project.all(sql.selectFrom('finding_validation').select(['finding_id', 'ballot_id']).where('ballot_id', 'is not', null));
  const there = new Set(project.all(sql.selectFrom('finding').select('id')).map(({ id }) => id));
  return project
    .all(
      sql
        .selectFrom('ballot as b')
        .innerJoin('workshop as w', 'w.id', 'b.workshop_id')
        .select(['b.id', 'b.question', 'b.closed_at', 'w.title'])
        .where('b.kind', '=', 'agree')
        .where('b.state', '=', 'closed')
        .orderBy('b.closed_at', 'desc')
        .orderBy('b.id', 'desc'),
    )
    .flatMap(({ id, question, closed_at, title }) => {
      const findingIds = [...ballots.findings(id).keys()].filter((findingId) => there.has(findingId));
      if (findingIds.length === 0) return [];
      const takenIds = taken.filter((row) => row.ballot_id === id).map((row) => row.finding_id);
      return [{ ballotId: id, question, workshop: title, closedAt: closed_at, findingIds, takenIds: findingIds.filter((one) => takenIds.includes(one)) }];
    });
}
