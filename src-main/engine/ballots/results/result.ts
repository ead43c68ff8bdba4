import type { Ballot } from '#shared/domain/ballots.ts';
import { type BallotResult, type LeftOutReason, type ResultDivided, type ResultDivision, type ResultPart, resultDivisions } from '#shared/domain/results.ts';
import { dotsOf, isBlank } from '#shared/methods/ballot-rules.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { findBallot } from '../ballots.ts';
import { countedAnswers, handsOf, uncountedAnswers } from '../counted-answers.ts';
import { listedPresent } from '../turnout.ts';
import { type Company, companyOf, peopleIn, raisedIn } from './company.ts';
import { divide, type PartNames } from './divisions.ts';
import { ballotSource, factsOfFigure } from './facts.ts';
import { choicesOf, facetsOf, figuresOf } from './figures.ts';
import { circleOf, measuresOf } from './measures.ts';
import { roundsOf } from './rounds.ts';
import { firstFigures, sentencesOf } from './sentences.ts';
import { textsOf } from './texts.ts';

/** The figures of a closed ballot without what is said of them: quick enough for whatever is read at every change. Refused as `ballot/still-open`. */
export function resultCore(project: OpenProject, ballotId: string) {
  const ballot = findBallot(project, ballotId);
  if (ballot.state !== 'closed') refuse('ballot/still-open');
  const workshop = project.found(sql.selectFrom('workshop').select(['title', 'smallest_group']).where('id', '=', ballot.workshopId));
  const answers = countedAnswers(project, ballotId);
  const company = companyOf(ballot, answers, handsOf(project, ballotId));
  const smallest = workshop.smallest_group ?? project.found(sql.selectFrom('project').select('small_number_threshold')).small_number_threshold;
  const figures = figuresOf(ballot, company);
  const totals: ResultPart = { id: 'all', name: '', merged: [], people: peopleIn(company), figures };
  return { ballot, workshop, answers, company, smallest, figures, totals, ...dividedBy(project, ballot, company, figures, smallest) };
}

/** What came of a ballot. Refused as `ballot/still-open` until it is closed: nobody sees a result before, whoever asks. */
export function resultOf(project: OpenProject, ballotId: string): BallotResult {
  const { ballot, workshop, answers, company, smallest, figures, totals, divisions, withheld } = resultCore(project, ballotId);
  const firsts = firstFigures({ totals });
  const first = firsts.length === 1 && firsts[0] ? figures.indexOf(firsts[0]) : null;
  const people = peopleOf(project, ballot, company);
  const scope = { ballot, answered: people.answered, blank: people.blank, hands: raisedIn(company), workshopTitle: workshop.title };
  const result = {
    ballotId,
    workshopId: ballot.workshopId,
    workshopTitle: workshop.title,
    kind: ballot.kind,
    subject: ballot.subject,
    question: ballot.question,
    round: ballot.round,
    closedAt: ballot.closedAt,
    wasReopened: ballot.reopenedAt !== null,
    scale: ballot.kind === 'agree' ? ('agree' as const) : ballot.kind === 'grid' ? ('much' as const) : ballot.settings.scale,
    facets: facetsOf(ballot),
    dotsPerPerson: ballot.kind === 'dots' ? dotsOf(ballot) : null,
    options: ballot.options.map((option) => ({
      id: option.id,
      text: option.text,
      picture: option.picture,
      refId: option.refId,
      choices: [...choicesOf(option)],
      correct: option.quiz?.correct ?? null,
    })),
    people,
    smallest,
    totals,
    facts: figures.map((figure) => factsOfFigure(scope, figure)),
    divisions,
    withheld,
    measures: measuresOf(ballot, company, first, ballotSource(scope)),
    circle: circleOf(ballot, company),
    rounds: roundsOf(project, ballot, company, workshop.title),
    rule: ballot.settings.consensus,
    ...textsOf(ballot, answers),
  };
  return { ...result, sentences: sentencesOf(ballot, result) };
}

function dividedBy(project: OpenProject, ballot: Ballot, company: Company, totals: BallotResult['totals']['figures'], smallest: number) {
  const divisions: ResultDivided[] = [];
  const withheld: ResultDivision[] = [];
  if (ballot.kind === 'statement') return { divisions, withheld };
  for (const by of resultDivisions) {
    const found = divide(ballot, company, by, namesOf(project, by), totals, smallest);
    if (found === 'withheld') withheld.push(by);
    else if (found) divisions.push(found);
  }
  return { divisions, withheld };
}

function namesOf(project: OpenProject, by: ResultDivision): PartNames {
  if (by === 'group')
    return new Map(project.all(sql.selectFrom('voting_group').select(['id', 'name']).orderBy('position').orderBy('id')).map(({ id, name }) => [id, name]));
  return by === 'area'
    ? new Map(project.all(sql.selectFrom('area').select(['id', 'name']).orderBy('name').orderBy('id')).map(({ id, name }) => [id, name]))
    : new Map();
}

function peopleOf(project: OpenProject, ballot: Ballot, company: Company): BallotResult['people'] {
  const uncounted = uncountedAnswers(project, ballot.id);
  const removed = removedDevices(project, ballot.id);
  const answered = peopleIn(company);
  const tookPart = answered + uncounted.length;
  const present = Math.max(ballot.turnout.present, tookPart);
  const leftOut: { reason: LeftOutReason; count: number }[] = [
    { reason: 'not-answered', count: present - tookPart },
    { reason: 'problems', count: uncounted.filter(({ reason }) => reason === 'problems').length },
    { reason: 'two-typings', count: uncounted.filter(({ reason }) => reason === 'two-typings').length },
    { reason: 'removed-device', count: removed },
  ];
  const voicesBy = (channel: string) => company.voices.filter((voice) => voice.channel === channel).length;
  return {
    present,
    listed: listedPresent(project, ballot.workshopId),
    answered,
    blank: company.voices.filter(({ answers }) => answers.every(isBlank)).length,
    byChannel: [
      { channel: 'phone', people: voicesBy('phone') },
      { channel: 'paper', people: voicesBy('paper') },
      { channel: 'hands', people: raisedIn(company) },
    ],
    leftOut: leftOut.filter(({ count }) => count > 0),
  };
}

/** Phones that answered and were taken out of the room with their answers. */
function removedDevices(project: OpenProject, ballotId: string): number {
  const { count } = project.found(
    sql
      .selectFrom('ballot_answer')
      .innerJoin('voter', 'voter.id', 'ballot_answer.voter_id')
      .select(({ fn }) => fn.count<number>('voter.id').distinct().as('count'))
      .where('ballot_answer.ballot_id', '=', ballotId)
      .where('ballot_answer.withdrawn_at', 'is not', null)
      .where('voter.removed_at', 'is not', null),
  );
  return Number(count);
}
