import type { Ballot } from '#shared/domain/ballots.ts';
import { factInput, figureFacts, isUndefined } from '#shared/domain/figure-facts.ts';
import type { DelphiEntry, ResultRound } from '#shared/domain/results.ts';
import { delphiRound, delphiStability, delphiVersion } from '#shared/methods/delphi.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { findBallot } from '../ballots.ts';
import { countedAnswers, handsOf } from '../counted-answers.ts';
import { type Company, companyOf, peopleIn } from './company.ts';
import { ballotSource } from './facts.ts';
import { levelIn, levelsOf } from './figures.ts';

interface Round {
  readonly ballot: Ballot;
  readonly company: Company;
}

/** The closed rounds up to this one, oldest first, each against the rule that was fixed before the first; empty without a rule. */
export function roundsOf(project: OpenProject, ballot: Ballot, company: Company, workshopTitle: string): ResultRound[] {
  if (!ballot.settings.consensus || (ballot.kind !== 'agree' && ballot.kind !== 'rating')) return [];
  const rounds: Round[] = [{ ballot, company }];
  const seen = new Set([ballot.id]);
  for (let before = ballot.followsId; before !== null && !seen.has(before); ) {
    seen.add(before);
    // A round may have been taken away meanwhile.
    if (!project.first(sql.selectFrom('ballot').select('id').where('id', '=', before))) break;
    const earlier = findBallot(project, before);
    if (earlier.state === 'closed')
      rounds.unshift({ ballot: earlier, company: companyOf(earlier, countedAnswers(project, earlier.id), handsOf(project, earlier.id)) });
    before = earlier.followsId;
  }
  return rounds.map((round, index) => ({
    ballotId: round.ballot.id,
    round: round.ballot.round,
    closedAt: round.ballot.closedAt,
    people: peopleIn(round.company),
    entries: round.ballot.options.map((_, place) => entryOf(round, rounds[index - 1] ?? null, place, workshopTitle)),
  }));
}

/** Rounds have the same statements in the same places; their ids differ. */
function entryOf(round: Round, before: Round | null, place: number, workshopTitle: string): DelphiEntry {
  const rule = round.ballot.settings.consensus;
  const optionId = round.ballot.options[place]?.id ?? '';
  const found = delphiRound(levelsOf(round.company, optionId, ''), { agreePercent: 75, mostIqr: 1, fewestAnswers: 8, ...rule });
  const earlierId = before?.ballot.options[place]?.id;
  const stability = before && earlierId ? delphiStability(pairsOf(before.company, earlierId, round.company, optionId)) : null;
  return {
    optionId,
    n: found.n,
    agreeing: found.agreeing,
    median: found.median,
    iqr: found.iqr,
    verdict: found.verdict,
    stability:
      stability && !isUndefined(stability)
        ? { n: stability.n, unchanged: stability.unchanged, kappa: isUndefined(stability.kappa) ? null : stability.kappa }
        : null,
    facts: figureFacts({
      method: 'delphiRule',
      version: delphiVersion,
      inputs: [factInput('value', found.agreeing, 'share'), factInput('low', found.iqr)],
      n: found.n,
      missing: Math.max(0, peopleIn(round.company) - found.n),
      sources: ballotSource({ ballot: round.ballot, workshopTitle }),
      params: rule
        ? [
            factInput('agreePercent', rule.agreePercent, 'percent'),
            factInput('mostIqr', rule.mostIqr),
            factInput('fewestAnswers', rule.fewestAnswers, 'answers'),
          ]
        : [],
      undefinedReason: found.verdict === 'counts-only' ? 'too-few' : null,
    }),
  };
}

/** Levels of the people who answered both rounds; a sheet of paper and a raised hand cannot be known again. */
function pairsOf(before: Company, earlierId: string, now: Company, optionId: string): [number, number][] {
  const level = ({ answers }: Company['voices'][number], id: string) =>
    answers.reduce<number | null>((known, answer) => known ?? levelIn(answer, id, ''), null);
  const earlier = new Map(before.voices.map((voice) => [voice.id, level(voice, earlierId)]));
  return now.voices.flatMap((voice): [number, number][] => {
    const first = earlier.get(voice.id);
    const second = level(voice, optionId);
    return first === null || first === undefined || second === null ? [] : [[first, second]];
  });
}
