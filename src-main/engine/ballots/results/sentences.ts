import type { Ballot } from '#shared/domain/ballots.ts';
import type { BallotResult, ResultFigure, ResultSentence } from '#shared/domain/results.ts';

type Result = Omit<BallotResult, 'sentences'>;

/** Below this many people a result is a conversation rather than a count. */
const fewPeople = 8;
/** Words for W: Schmidt (1997) calls 0.7 strong and 0.3 weak. */
const strongFrom = 0.7;
const weakBelow = 0.3;
/** From this share of draws on, the first place is called steady. */
const steadyFrom = 0.9;

const say = (key: string, params: ResultSentence['params'] = {}): ResultSentence => ({ key: `results.said.${key}`, params });

/** What the result says in plain words, and last what it does not. */
export function sentencesOf(ballot: Ballot, result: Result): ResultSentence[] {
  const { answered, byChannel } = result.people;
  const raised = byChannel.find(({ channel }) => channel === 'hands')?.people ?? 0;
  if (answered === 0) return [say('nobody')];
  return [
    ...mainSentences(ballot, result),
    ...groupSentences(result),
    ...measureSentences(result),
    ...(ballot.kind === 'ranking' && raised > 0 ? [say('firstByHands', { count: raised })] : []),
    ...(result.wasReopened ? [say('reopened')] : []),
    ...(answered < fewPeople ? [say('few', { count: answered })] : []),
    say('limits', { count: answered }),
  ];
}

function mainSentences(ballot: Ballot, result: Result): ResultSentence[] {
  switch (ballot.kind) {
    case 'dots':
      return firsts(result, result.totals.figures.some(({ supporters }) => supporters === null) ? 'dotsByHands' : 'dots', (figure) => ({
        total: figure.total ?? 0,
        all: result.totals.figures.reduce((sum, { total }) => sum + (total ?? 0), 0),
        supporters: figure.supporters ?? 0,
        people: figure.n ?? 0,
      }));
    case 'ranking':
      return [...firsts(result, 'ranking', (figure) => ({ supporters: figure.supporters ?? 0, people: figure.n ?? 0 })), ...pairSentences(result)];
    case 'place':
      return firsts(result, 'place', (figure) => ({ total: figure.total ?? 0, people: figure.n ?? 0 }));
    case 'pairwise':
      return firsts(result, 'pairwise', (figure) => ({ weightShare: figure.points ?? 0, people: figure.n ?? 0 }));
    case 'rating':
    case 'grid':
      return levelSentences(ballot, result);
    case 'agree':
      return agreeSentences(result);
    case 'quiz': {
      const right = result.measures.find(({ name }) => name === 'rightShare')?.value;
      return [
        right === null || right === undefined
          ? say('quiz', { count: result.people.answered })
          : say('quizRight', { rightShare: right, people: result.people.answered }),
      ];
    }
    case 'statement':
      return [
        say('statements', { count: result.texts.length, people: result.people.answered }),
        ...(result.heldBack > 0 ? [say('heldBack', { count: result.heldBack })] : []),
      ];
  }
}

/** The option in the first place, or those that share it. */
function firsts(result: Result, key: string, params: (figure: ResultFigure) => ResultSentence['params']): ResultSentence[] {
  const best = firstFigures(result);
  const [only] = best;
  if (!only) return [say('noneFirst')];
  if (best.length > 1) return [say('level', { names: listOf(best.map((figure) => nameOf(result, figure.optionId))), count: best.length })];
  return [say(key, { name: nameOf(result, only.optionId), ...params(only) })];
}

/** The figures in the first place. */
export function firstFigures(result: Pick<Result, 'totals'>): ResultFigure[] {
  const ranks = result.totals.figures.flatMap(({ rank }) => rank ?? []);
  return ranks.length === 0 ? [] : result.totals.figures.filter(({ rank }) => rank === Math.min(...ranks));
}

/** Names as one blank: each on its own, parted the way lists are in every language of the interface by whoever shows them. */
const listMark = '\u001f';
function listOf(names: readonly string[]): string {
  return names.join(listMark);
}

function nameOf(result: Result, optionId: string): string {
  return result.options.find(({ id }) => id === optionId)?.text ?? '';
}

function pairSentences(result: Result): ResultSentence[] {
  if (result.circle.length > 0) return [say('circle', { names: listOf(result.circle.map((id) => nameOf(result, id))) })];
  const best = result.totals.figures.find(({ copeland }) => copeland === result.options.length - 1);
  const [first] = firstFigures(result);
  if (!best) return [];
  return [best.optionId === first?.optionId ? say('beatsAllToo') : say('beatsAll', { name: nameOf(result, best.optionId) })];
}

function levelSentences(ballot: Ballot, result: Result): ResultSentence[] {
  const known = result.totals.figures.filter(({ median }) => median !== null);
  if (known.length === 0) return [say('noneFirst')];
  const order = known.toSorted((a, b) => (b.points ?? 0) - (a.points ?? 0));
  const [highest] = order;
  const lowest = order.at(-1);
  const about = (figure: ResultFigure | undefined) => ({
    name: figure ? nameOf(result, figure.optionId) : '',
    facet: figure?.facet ?? '',
    median: figure?.median ?? 0,
  });
  const high = about(highest);
  const low = about(lowest);
  if (order.length === 1) return [say('levelOne', { name: high.name, facet: high.facet, median: high.median, scale: ballot.settings.scale })];
  return [
    say('levels', {
      name: high.name,
      facet: high.facet,
      median: high.median,
      lowName: low.name,
      lowFacet: low.facet,
      lowMedian: low.median,
      scale: ballot.settings.scale,
    }),
  ];
}

function agreeSentences(result: Result): ResultSentence[] {
  const last = result.rounds.at(-1);
  if (last) {
    const reached = last.entries.filter(({ verdict }) => verdict === 'reached').length;
    if (last.entries.every(({ verdict }) => verdict === 'counts-only')) return [say('delphiFew', { count: result.rule?.fewestAnswers ?? 0 })];
    return [say(reached === last.entries.length ? 'delphiAll' : 'delphi', { reached, count: last.entries.length, round: last.round })];
  }
  const known = result.totals.figures.filter(({ agreeing }) => agreeing !== null).toSorted((a, b) => (b.agreeing ?? 0) - (a.agreeing ?? 0));
  const [most] = known;
  return most ? [say('agree', { name: nameOf(result, most.optionId), agreeShare: most.agreeing ?? 0, people: most.n ?? 0 })] : [say('noneFirst')];
}

/** Of the groups of the room: where they lie apart, and whether every group weighing the same would turn the result. */
function groupSentences(result: Result): ResultSentence[] {
  const division = result.divisions.find(({ by }) => by === 'group');
  if (!division) return result.withheld.includes('group') ? [say('groupsHidden', { count: result.smallest })] : [];
  const sentences: ResultSentence[] = [];
  if (division.changesFirst) {
    const ranks = division.equal.flatMap(({ rank }) => rank ?? []);
    const first = result.totals.figures.filter((_, index) => division.equal[index]?.rank === Math.min(...ranks));
    if (first.length > 0) sentences.push(say('equalChanges', { names: listOf(first.map(({ optionId }) => nameOf(result, optionId))) }));
  }
  const widest = division.divergence.reduce<number>((best, value, index) => ((value ?? 0) > (division.divergence[best] ?? 0) ? index : best), 0);
  if ((division.divergence[widest] ?? 0) > 1e-9) sentences.push(apartSentence(result, division, widest));
  return sentences;
}

function apartSentence(result: Result, division: Result['divisions'][number], index: number): ResultSentence {
  const order = division.parts
    .filter((part) => typeof part.figures[index]?.points === 'number')
    .toSorted((a, b) => (b.figures[index]?.points ?? 0) - (a.figures[index]?.points ?? 0));
  const about = (part: (typeof order)[number] | undefined) => part?.name || `key:results.part.${part?.id ?? 'none'}`;
  const figure = result.totals.figures[index];
  return say('apart', { name: nameOf(result, figure?.optionId ?? ''), facet: figure?.facet ?? '', high: about(order[0]), low: about(order.at(-1)) });
}

function measureSentences(result: Result): ResultSentence[] {
  return result.measures.flatMap(({ name, value }): ResultSentence[] => {
    if (value === null) return [];
    if (name === 'kendallW') return [say(value >= strongFrom ? 'agreementStrong' : value < weakBelow ? 'agreementWeak' : 'agreementSome')];
    if (name === 'winnerSteadiness') return [say(value >= steadyFrom ? 'steady' : 'shaky', { firstShare: value })];
    if (name === 'consistency') return value > 0.1 ? [say('askRoomAgain')] : [];
    if (name === 'askAgain') return value > 0 ? [say('askAgain', { count: value })] : [];
    return [];
  });
}
