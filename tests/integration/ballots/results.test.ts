import { describe, expect, test } from 'vitest';
import type { Answer, BallotKind, BallotSettings, QuizQuestion } from '#shared/domain/ballots.ts';
import { ballotSettingsSchema } from '#shared/domain/ballots.ts';
import type { BallotResult } from '#shared/domain/results.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { newProject, refusalOf } from '../../fixtures/engine.ts';
import { addVoters, giveAnswers } from '../../fixtures/voters.ts';

const setUp = async () => {
  const fixture = await newProject();
  const workshop = await fixture.client.workshops.add({ title: 'Safe harbour', smallestGroup: 5 });
  const groups = new Map<string, string>();
  for (const name of ['Women', 'Men', 'Youth']) groups.set(name, (await fixture.client.workshops.addGroup({ workshopId: workshop.id, name })).id);
  const ballot = async (kind: BallotKind, texts: readonly string[], settings: Partial<BallotSettings> = {}, quiz: readonly QuizQuestion[] = []) => {
    const options = texts.map((text, index) => ({ text, picture: '', refId: null, quiz: quiz[index] ?? null }));
    const added = await fixture.client.ballots.add({
      workshopId: workshop.id,
      kind,
      subject: 'own',
      question: 'What first?',
      options,
      settings: ballotSettingsSchema.parse(settings),
    });
    await fixture.client.ballots.open({ id: added.id });
    return { id: added.id, ids: added.options.map(({ id }) => id) };
  };
  const voters = (...sizes: [string | null, number][]) =>
    addVoters(
      fixture,
      workshop.id,
      sizes.flatMap(([name, count]) => Array.from({ length: count }, () => (name === null ? {} : { groupId: groups.get(name) ?? '' }))),
    );
  const closed = async (ballotId: string) => {
    await fixture.client.ballots.close({ id: ballotId });
    return fixture.client.results.of({ ballotId });
  };
  return { ...fixture, fixture, workshop, groups, ballot, voters, closed };
};
const ranking = (ids: readonly string[], places: string): Answer => ({
  kind: 'ranking',
  places: Object.fromEntries([...places].map((place, index) => [ids[index] ?? '', Number(place)])),
});
const said = (result: BallotResult) => result.sentences.map(({ key }) => key.replace('results.said.', ''));
const figures = (result: BallotResult) => result.totals.figures;

test('nothing of a ballot is seen until it is closed, and again not while it is open once more', async () => {
  const { client, fixture, ballot, voters, closed } = await setUp();
  const { id, ids } = await ballot('dots', ['A', 'B', 'C', 'D']);
  giveAnswers(fixture, id, voters([null, 1]), [{ kind: 'dots', dots: { [ids[0] ?? '']: 1 } }]);
  expect((await refusalOf(client.results.of({ ballotId: id }))).code).toBe('ballot/still-open');
  expect((await closed(id)).totals.people).toBe(1);
  await client.ballots.reopen({ id });
  expect((await refusalOf(client.results.of({ ballotId: id }))).code).toBe('ballot/still-open');
  const again = await closed(id);
  expect(again.wasReopened).toBe(true);
  expect(said(again)).toContain('reopened');
});

describe('dots', () => {
  test('DOT-1: dots and distinct supporters; a blank answer takes part', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('dots', ['A', 'B', 'C', 'D'], { dotsPerPerson: 2, capPerOption: 2 });
    const [a = '', b = '', c = ''] = ids;
    const given: (Record<string, number> | null)[] = [{ [a]: 2 }, { [a]: 1, [b]: 1 }, { [b]: 1, [c]: 1 }, { [a]: 2 }, {}, null];
    giveAnswers(
      fixture,
      id,
      voters([null, 6]),
      given.map((dots) => dots && { kind: 'dots', dots }),
    );
    const result = await closed(id);
    expect(figures(result).map(({ total, supporters, rank }) => [total, supporters, rank])).toEqual([
      [5, 3, 1],
      [2, 2, 2],
      [1, 1, 3],
      [0, 0, 4],
    ]);
    expect(result.people).toMatchObject({ present: 6, answered: 5, blank: 1, leftOut: [{ reason: 'not-answered', count: 1 }] });
    expect(result.facts[0]).toMatchObject({ method: 'dotVote', n: 5, missing: 0 });
    expect(said(result)).toEqual(['dots', 'few', 'limits']);
  });

  test('paper and raised hands count like phones; a sheet over the dots is listed and not counted', async () => {
    const { client, fixture, ballot, voters, closed, groups } = await setUp();
    const { id, ids } = await ballot('dots', ['A', 'B', 'C', 'D']);
    const [a = '', b = ''] = ids;
    giveAnswers(
      fixture,
      id,
      voters(['Women', 6]),
      Array.from({ length: 6 }, () => ({ kind: 'dots', dots: { [a]: 1 } })),
    );
    const mark = ballotMark(id);
    for (const [number, dots] of [{ [b]: 1 }, { [a]: 1, [b]: 1 }].entries()) {
      await client.ballots.enterPaper({
        ballotId: id,
        paperCode: sheetCode(mark, number + 1),
        groupId: groups.get('Men') ?? null,
        answer: { kind: 'dots', dots },
      });
    }
    await client.ballots.setHands({ ballotId: id, groupId: groups.get('Men') ?? null, people: 5, counts: { [b]: 5 } });
    const result = await closed(id);
    expect(
      figures(result)
        .map(({ total, supporters }) => [total, supporters])
        .slice(0, 2),
    ).toEqual([
      [6, 6],
      [6, 6],
    ]);
    expect(result.people.byChannel).toEqual([
      { channel: 'phone', people: 6 },
      { channel: 'paper', people: 1 },
      { channel: 'hands', people: 5 },
    ]);
    expect(result.people.leftOut).toEqual([{ reason: 'problems', count: 1 }]);
    expect(said(result)[0]).toBe('level');
    const byGroup = result.divisions.find(({ by }) => by === 'group');
    expect(byGroup?.parts.map(({ name, people }) => [name, people])).toEqual([
      ['Women', 6],
      ['Men', 6],
    ]);
    expect(byGroup?.divergence.slice(0, 2)).toEqual([1, 1]);
    expect(byGroup?.agreement[0]?.tau).toBeLessThan(0);
  });
});

describe('a ranking by groups', () => {
  test('GR-1: nine women and six men; every group weighing the same turns the result, and it is said', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('ranking', ['A', 'B', 'C', 'D']);
    const places = [...Array(6).fill('1234'), ...Array(3).fill('2134'), ...Array(4).fill('4321'), ...Array(2).fill('3412')] as string[];
    giveAnswers(
      fixture,
      id,
      voters(['Women', 9], ['Men', 6]),
      places.map((own) => ranking(ids, own)),
    );
    const result = await closed(id);
    const rounded = (values: readonly (number | null)[]) => values.map((value) => Number(value?.toFixed(3)));
    expect(rounded(figures(result).map(({ points }) => points))).toEqual([1.733, 1.667, 1.533, 1.067]);
    const division = result.divisions.find(({ by }) => by === 'group');
    expect(rounded(division?.equal.map(({ points }) => points) ?? [])).toEqual([1.5, 1.5, 1.667, 1.333]);
    expect(division).toMatchObject({ changesFirst: true, agreement: [{ tau: expect.closeTo(-1, 9) }], facts: { method: 'equalGroups' } });
    expect(said(result)).toContain('equalChanges');
    expect(said(result)).toContain('apart');
    expect(said(result).at(-1)).toBe('limits');
  });

  test('BO-1, CO-1 and KW-1 from five answers', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('ranking', ['A', 'B', 'C', 'D']);
    giveAnswers(
      fixture,
      id,
      voters([null, 5]),
      ['1234', '1324', '2134', '1243', '1234'].map((own) => ranking(ids, own)),
    );
    const result = await closed(id);
    expect(figures(result).map(({ total, copeland }) => [total, copeland])).toEqual([
      [14, 3],
      [10, 1],
      [5, -1],
      [1, -3],
    ]);
    const w = result.measures.find(({ name }) => name === 'kendallW');
    expect(w?.value?.toFixed(3)).toBe('0.776');
    expect(w?.facts.inputs.find(({ key }) => key === 'chance')?.value).toBeCloseTo(0.00184, 5);
    expect(said(result)).toEqual(expect.arrayContaining(['ranking', 'beatsAllToo', 'agreementStrong', 'few']));
  });

  test('a hand raised for a first choice counts like a sheet with only a first place; who raised none is blank', async () => {
    const texts = ['A', 'B', 'C', 'D'];
    const rankings = ['1234', '1324', '2134', '1243', '1234'];
    const byHands = await setUp();
    const raised = await byHands.ballot('ranking', texts);
    giveAnswers(
      byHands.fixture,
      raised.id,
      byHands.voters(['Women', 5]),
      rankings.map((own) => ranking(raised.ids, own)),
    );
    const [a = '', b = ''] = raised.ids;
    await byHands.client.ballots.setHands({ ballotId: raised.id, groupId: byHands.groups.get('Men') ?? null, people: 9, counts: { [a]: 2, [b]: 6 } });
    const result = await byHands.closed(raised.id);

    const byPaper = await setUp();
    const typed = await byPaper.ballot('ranking', texts);
    giveAnswers(
      byPaper.fixture,
      typed.id,
      byPaper.voters(['Women', 5]),
      rankings.map((own) => ranking(typed.ids, own)),
    );
    for (const [index, first] of [0, 0, 1, 1, 1, 1, 1, 1, null].entries())
      await byPaper.client.ballots.enterPaper({
        ballotId: typed.id,
        paperCode: sheetCode(ballotMark(typed.id), index + 1),
        groupId: byPaper.groups.get('Men') ?? null,
        answer: { kind: 'ranking', places: first === null ? {} : { [typed.ids[first] ?? '']: 1 } },
      });
    const onPaper = await byPaper.closed(typed.id);
    const seen = (found: BallotResult) => ({
      all: figures(found).map(({ n, total, points, supporters, copeland, rank }) => ({ n, total, points, supporters, copeland, rank })),
      parts: found.divisions.find(({ by }) => by === 'group')?.parts.map(({ people, figures: own }) => [people, own.map(({ total }) => total)]),
      people: [found.people.answered, found.people.blank],
    });
    expect(seen(result)).toEqual(seen(onPaper));
    expect(figures(result).map(({ n, supporters }) => [n, supporters])).toEqual([
      [13, 6],
      [13, 7],
      [13, 0],
      [13, 0],
    ]);
    expect(result.people).toMatchObject({ answered: 14, blank: 1 });
    expect(result.people.byChannel).toContainEqual({ channel: 'hands', people: 9 });
    expect(said(result)).toContain('firstByHands');
    // Hands give no order that could be the same as another's.
    expect(result.measures.find(({ name }) => name === 'kendallW')?.facts.n).toBe(5);
  });

  test('the attendance list stands beside the answers, so that what came twice is seen', async () => {
    const { client, ballot, workshop, groups, closed } = await setUp();
    const { id, ids } = await ballot('ranking', ['A', 'B', 'C']);
    const people = [1, 2, 3, 4, 5, 6].map((number) => ({ presentDays: number < 6 ? [1] : [] }));
    await client.workshops.addParticipants({ workshopId: workshop.id, people });
    const hands = { ballotId: id, people: 5, counts: { [ids[0] ?? '']: 5 } };
    await client.ballots.setHands({ ...hands, groupId: groups.get('Men') ?? null });
    await client.ballots.setHands({ ...hands, groupId: null });
    expect((await closed(id)).people).toMatchObject({ listed: 5, answered: 10, present: 10 });
  });

  test('a room without phones and paper ranks by hands alone', async () => {
    const { client, ballot, closed } = await setUp();
    const { id, ids } = await ballot('ranking', ['A', 'B', 'C']);
    const [a = '', b = ''] = ids;
    await client.ballots.setHands({ ballotId: id, groupId: null, people: 20, counts: { [a]: 7, [b]: 12 } });
    const result = await closed(id);
    expect(figures(result).map(({ total, supporters, rank }) => [total, supporters, rank])).toEqual([
      [7 * 2 + 12 / 2, 7, 2],
      [12 * 2 + 7 / 2, 12, 1],
      [19 / 2, 0, 3],
    ]);
    expect(result.measures.find(({ name }) => name === 'kendallW')?.value).toBeNull();
    expect(said(result)[0]).toBe('ranking');
  });

  test('preferences that go round are said as a finding', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('ranking', ['A', 'B', 'C']);
    giveAnswers(
      fixture,
      id,
      voters([null, 3]),
      ['123', '312', '231'].map((own) => ranking(ids, own)),
    );
    const result = await closed(id);
    expect(result.circle).toHaveLength(3);
    expect(said(result)).toEqual(expect.arrayContaining(['level', 'circle']));
  });
});

describe('small groups', () => {
  test('a small group is shown only together with another, and its figures cannot be worked out', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('dots', ['A', 'B', 'C', 'D']);
    giveAnswers(
      fixture,
      id,
      voters(['Women', 9], ['Men', 6], ['Youth', 3]),
      Array.from({ length: 18 }, (_, index) => ({ kind: 'dots', dots: { [ids[index % 2] ?? '']: 1 } })),
    );
    const division = (await closed(id)).divisions.find(({ by }) => by === 'group');
    expect(division?.parts.map(({ id: part, people, merged }) => [part === 'merged', people, merged.map(({ name }) => name)])).toEqual([
      [false, 9, []],
      [true, 9, ['Men', 'Youth']],
    ]);
  });

  test('where too few would be left, the division is withheld and said so', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('dots', ['A', 'B', 'C', 'D']);
    giveAnswers(
      fixture,
      id,
      voters(['Women', 9], ['Men', 2]),
      Array.from({ length: 11 }, () => ({ kind: 'dots', dots: { [ids[0] ?? '']: 1 } })),
    );
    const result = await closed(id);
    expect(result.divisions).toEqual([]);
    expect(result.withheld).toEqual(['group']);
    expect(said(result)).toContain('groupsHidden');
  });

  test('an option that few of a large group answered is hidden there, and beside it what would tell it', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('rating', ['Station', 'Market']);
    const [station = '', market = ''] = ids;
    const answers = Array.from(
      { length: 14 },
      (_, index): Answer => ({
        kind: 'rating',
        levels: index < 6 || index > 12 ? { [station]: { level: 2 } } : { [station]: { level: 4 }, [market]: { level: 5 } },
      }),
    );
    giveAnswers(fixture, id, voters(['Women', 9], ['Men', 5]), answers);
    const division = (await closed(id)).divisions.find(({ by }) => by === 'group');
    // Three women and four men rated the market.
    expect(division?.parts.map(({ figures: own }) => own.map(({ n, why }) => [n, why]))).toEqual([
      [
        [9, null],
        [null, 'hidden'],
      ],
      [
        [5, null],
        [null, 'hidden'],
      ],
    ]);
  });

  test('by what people said of themselves too', async () => {
    const { fixture, workshop, ballot, closed } = await setUp();
    const { id, ids } = await ballot('dots', ['A', 'B', 'C', 'D']);
    const people = addVoters(fixture, workshop.id, [
      ...Array.from({ length: 7 }, () => ({ attributes: { gender: 'woman' as const, standing: 'resident' as const } })),
      ...Array.from({ length: 5 }, () => ({ attributes: { gender: 'man' as const } })),
    ]);
    giveAnswers(
      fixture,
      id,
      people,
      people.map((_, index) => ({ kind: 'dots', dots: { [ids[index < 7 ? 0 : 1] ?? '']: 1 } })),
    );
    const result = await closed(id);
    expect(result.divisions.map(({ by, parts }) => [by, parts.map((part) => part.id)])).toEqual([
      ['gender', ['woman', 'man']],
      ['standing', ['resident', 'none']],
    ]);
  });
});

describe('levels', () => {
  test('by day and by night: medians, quartiles, how many gave each level, hands added', async () => {
    const { client, fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('rating', ['Station'], { scale: 'safe', times: ['day', 'night'] });
    const [station = ''] = ids;
    giveAnswers(
      fixture,
      id,
      voters([null, 4]),
      [1, 2, 2, 5].map((night) => ({ kind: 'rating', levels: { [station]: { day: 4, night } } })),
    );
    await client.ballots.setHands({ ballotId: id, groupId: null, people: 2, counts: { [`${station}:night:1`]: 2 } });
    const result = await closed(id);
    expect(figures(result).map(({ facet, n, median, counts }) => [facet, n, median, counts])).toEqual([
      ['day', 4, 4, [0, 0, 0, 4, 0]],
      ['night', 6, 1.5, [3, 2, 0, 0, 1]],
    ]);
    expect(result.sentences[0]).toMatchObject({ key: 'results.said.levels', params: { facet: 'day', lowFacet: 'night', lowMedian: 1.5, scale: 'safe' } });
  });

  test('DE-1: two rounds against the rule, with the steadiness of those who answered both', async () => {
    const { client, fixture, ballot, voters, closed } = await setUp();
    const consensus = { agreePercent: 75, mostIqr: 1, fewestAnswers: 8, mostRounds: 3 };
    const first = await ballot('agree', ['Light first'], { consensus, hasReasons: true });
    const people = voters([null, 12]);
    const answer = (option: string, level: number): Answer => ({
      kind: 'agree',
      levels: { [option]: level },
      reasons: level === 2 ? { [option]: 'Cameras first' } : {},
    });
    const one = [4, 5, 3, 2, 4, 4, 5, 3, 4, 2, 5, 4];
    const two = [4, 5, 4, 2, 4, 4, 5, 3, 4, 3, 5, 4];
    giveAnswers(
      fixture,
      first.id,
      people,
      one.map((level) => answer(first.ids[0] ?? '', level)),
    );
    const before = await closed(first.id);
    expect(before.rounds[0]?.entries[0]).toMatchObject({ agreeing: expect.closeTo(2 / 3, 9), iqr: 1.25, verdict: 'open', stability: null });
    const second = await client.ballots.nextRound({ id: first.id });
    await client.ballots.open({ id: second.id });
    giveAnswers(
      fixture,
      second.id,
      people,
      two.map((level) => answer(second.options[0]?.id ?? '', level)),
    );
    const result = await closed(second.id);
    expect(result.rounds.map(({ round }) => round)).toEqual([1, 2]);
    expect(result.rounds[1]?.entries[0]).toMatchObject({
      agreeing: 0.75,
      iqr: 0.5,
      verdict: 'reached',
      stability: { n: 12, kappa: expect.closeTo(0.6364, 4) },
    });
    expect(result.sentences[0]).toMatchObject({ key: 'results.said.delphiAll', params: { round: 2, count: 1 } });
    expect(result.texts).toMatchObject([{ text: 'Cameras first', level: 2 }]);
  });
});

describe('the other kinds', () => {
  test('pairs: weights of all, and who is asked again', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('pairwise', ['Harm', 'Cost', 'Speed']);
    const [a = '', b = '', c = ''] = ids;
    const pairs = (ab: number, ac: number, bc: number): Answer => ({ kind: 'pairwise', ratios: { [`${a}:${b}`]: ab, [`${a}:${c}`]: ac, [`${b}:${c}`]: bc } });
    giveAnswers(fixture, id, voters([null, 3]), [pairs(3, 5, 2), pairs(3, 5, 2), { kind: 'pairwise', ratios: { [`${a}:${b}`]: 3 } }]);
    const result = await closed(id);
    expect(figures(result).map(({ points }) => points?.toFixed(4))).toEqual(['0.6483', '0.2297', '0.1220']);
    expect(result.measures.find(({ name }) => name === 'consistency')).toMatchObject({ value: expect.closeTo(0.0032, 4), facts: { n: 2, missing: 1 } });
  });

  test('pairs that contradict each other: ask again', async () => {
    const { fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('pairwise', ['Harm', 'Cost', 'Speed']);
    const [a = '', b = '', c = ''] = ids;
    giveAnswers(fixture, id, voters([null, 1]), [{ kind: 'pairwise', ratios: { [`${a}:${b}`]: 9, [`${a}:${c}`]: 1 / 9, [`${b}:${c}`]: 9 } }]);
    expect(said(await closed(id))).toEqual(expect.arrayContaining(['askRoomAgain', 'askAgain']));
  });

  test('a test: choices and the share that was right, hands for a choice by its place', async () => {
    const { client, fixture, ballot, voters, closed } = await setUp();
    const { id, ids } = await ballot('quiz', ['What is a rate?', 'How was it?'], {}, [
      { type: 'choice', choices: ['A count', 'A count for each 1,000'], correct: 'A count for each 1,000' },
      { type: 'text', choices: [], correct: null },
    ]);
    const [rate = '', how = ''] = ids;
    giveAnswers(fixture, id, voters([null, 2]), [
      { kind: 'quiz', answers: { [rate]: 'A count', [how]: 'Good' } },
      { kind: 'quiz', answers: { [rate]: 'A count for each 1,000' } },
    ]);
    await client.ballots.setHands({ ballotId: id, groupId: null, people: 2, counts: { [`${rate}:1`]: 2 } });
    const result = await closed(id);
    expect(figures(result)[0]).toMatchObject({ n: 4, counts: [1, 3], points: 0.75 });
    expect(result.texts.map(({ text }) => text)).toEqual(['Good']);
  });

  test('statements: only what the facilitator lets through', async () => {
    const { client, fixture, ballot, voters, closed } = await setUp();
    const { id } = await ballot('statement', []);
    giveAnswers(fixture, id, voters([null, 2]), [
      { kind: 'statement', text: 'More light' },
      { kind: 'statement', text: 'My neighbour did it' },
    ]);
    const [first] = await client.ballots.statements({ ballotId: id });
    await client.ballots.moderate({ ids: [first?.id ?? ''], moderation: 'shown' });
    const result = await closed(id);
    expect(result.texts.map(({ text }) => text)).toEqual([first?.text]);
    expect(result).toMatchObject({ heldBack: 1, totals: { people: 2, figures: [] } });
  });

  test('an empty ballot says that nobody answered, and has no figure of zero', async () => {
    const { ballot, closed } = await setUp();
    const result = await closed((await ballot('agree', ['Light first'])).id);
    expect(said(result)).toEqual(['nobody']);
    expect(figures(result)[0]).toMatchObject({ n: 0, agreeing: null, median: null, why: 'no-answers' });
  });
});
