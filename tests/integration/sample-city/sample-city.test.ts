import { readFileSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countedAnswers } from '#main/engine/ballots/counted-answers.ts';
import { createEngine, type Engine } from '#main/engine/engine.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { IncidentKey, IncidentRow } from '#shared/domain/incidents.ts';
import type { ProjectState } from '#shared/domain/project.ts';
import { resourcesFolder, temporaryFolder } from '../../fixtures/engine.ts';
import { fold, tally } from '../real-cities/independent-count.ts';

/** The three raw files, read without the product's help: usable rows with the area that a person would read in them. */
function rawIncidents(): { year: string; day: string; hour: string; offence: string; area: string }[] {
  const shortForms: Record<string, string> = { 'nva esperanza': 'nueva esperanza', astilleros: 'los astilleros', 'mdo grande': 'mercado grande' };
  return ['2023', '2024', '2025'].flatMap((year) => {
    const bytes = readFileSync(`${resourcesFolder}sample-city/incidents-${year}.csv`);
    const lines = bytes
      .toString(year === '2023' ? 'latin1' : 'utf8')
      .split(/\r?\n/)
      .slice(1, -1);
    return lines.map((line) => {
      const [date = '', time = '', offence = '', area = ''] = line.split(year === '2023' ? ';' : ',');
      const name = fold(area);
      return { year, day: year === '2023' ? date.split('/').toReversed().join('-') : date, hour: time.slice(0, 2), offence, area: shortForms[name] ?? name };
    });
  });
}

const isRealDay = (day: string) => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day && day < '2030';
const raw = rawIncidents();
const usable = raw.filter(({ day, offence }) => isRealDay(day) && offence !== '');

const folder = temporaryFolder();
let engine: Engine;
let client: EngineClient;
let state: ProjectState;
beforeAll(async () => {
  engine = createEngine({
    folders: { settings: join(folder, 'settings'), projects: join(folder, 'projects'), resources: resourcesFolder, temporary: join(folder, 'temporary') },
  });
  client = engine.client({ kind: 'desktop', mayNamePaths: false });
  state = await client.project.openSample();
});
afterAll(() => {
  engine.close();
  rmSync(folder, { recursive: true, force: true });
});

const query = (by: IncidentKey[], where = {}) => client.incidents.query({ by, where });
const counts = (rows: IncidentRow[], keyOf: (row: IncidentRow) => string) => tally(rows, keyOf, (row) => row.count);

describe('the sample city', () => {
  it('is made up and says so', async () => {
    expect(state).toMatchObject({ isSample: true, fileName: 'Puerto Sereno.citysafety' });
    expect((await client.project.city()).name).toContain('made up');
    for (const dataset of await client.imports.datasets()) expect(dataset.source).toMatch(/made up/i);
  });

  it('has two closed ballots of forty-four people on phones and paper; the dots by group are those of the vote', async () => {
    const [workshop] = await client.workshops.list();
    const ballots = await client.ballots.list({ workshopId: workshop?.id ?? '' });
    expect(ballots).toMatchObject([
      { kind: 'dots', state: 'closed', turnout: { phone: 34, paper: 10 }, settings: { dotsPerPerson: 3, capPerOption: 2 } },
      { kind: 'rating', state: 'closed', turnout: { phone: 34, paper: 10 }, settings: { scale: 'safe', times: ['day', 'night'] } },
    ]);
    const answers = countedAnswers(engine.services.session.require(), ballots[0]?.id ?? '');
    const groups = new Map((await client.workshops.groups({ workshopId: workshop?.id ?? '' })).map(({ id, name }) => [id, name]));
    const titleOf = new Map(ballots[0]?.options.map(({ id, refId }) => [id, refId]));
    const counted = new Map<string, number>();
    for (const { answer, groupId } of answers) {
      for (const [id, dots] of Object.entries(answer.kind === 'dots' ? answer.dots : {})) {
        const key = `${groups.get(groupId ?? '')} ${titleOf.get(id)}`;
        counted.set(key, (counted.get(key) ?? 0) + dots);
      }
    }
    const vote = await client.priorities.vote();
    expect(vote.tallies.length).toBeGreaterThan(20);
    const nameOf = new Map(vote.groups.map(({ id, name }) => [id, name]));
    for (const { groupId, priorityId, dots } of vote.tallies) expect(counted.get(`${nameOf.get(groupId)} ${priorityId}`) ?? 0).toBe(dots);
  });

  it('has 24 neighbourhoods in 4 districts, all with boundary and population', async () => {
    const layers = await client.areas.layers();
    expect(layers.map(({ name, areaCount, withBoundaryCount }) => [name, areaCount, withBoundaryCount])).toEqual([
      ['Neighbourhoods', 24, 24],
      ['Districts', 4, 4],
    ]);
    const neighbourhoods = await client.areas.list({ layerId: layers[0]?.id ?? '' });
    for (const area of neighbourhoods) {
      expect(area.parentId).not.toBeNull();
      expect(area.population?.year).toBe(2025);
    }
    expect(neighbourhoods.reduce((sum, area) => sum + (area.population?.value ?? 0), 0)).toBe(466_200);
  });

  it('counts what the raw files hold: by year, offence, hour and area', async () => {
    expect(counts(await query(['year']), (row) => String(row.year))).toEqual(tally(usable, (row) => row.year));
    expect(counts(await query(['offence']), (row) => row.offence ?? '')).toEqual(tally(usable, (row) => row.offence));
    const withHour = usable.filter(({ hour }) => hour !== '' && Number(hour) < 24);
    const hours = counts(
      (await query(['hour'])).filter((row) => row.hour !== null),
      (row) => String(row.hour),
    );
    expect(hours).toEqual(tally(withHour, (row) => String(Number(row.hour))));
    const layer = (await client.areas.layers()).find(({ name }) => name === 'Neighbourhoods');
    const areas = (await client.incidents.query({ by: ['area'], where: {}, layerId: layer?.id ?? '' })).filter((row) => row.area !== null);
    const named = usable.filter(({ area }) => area !== 'sin dato' && area !== 'fuera del municipio');
    expect(counts(areas, (row) => fold(row.area ?? ''))).toEqual(tally(named, (row) => row.area));
  });

  it('lists the small faults of the raw files', async () => {
    const codes = new Set((await client.imports.datasets()).flatMap(({ problemCounts }) => problemCounts.map(({ code }) => code)));
    for (const code of ['impossible-date', 'missing-offence', 'bad-time', 'duplicate-row', 'zero-coordinates']) expect(codes).toContain(code);
  });

  it('says nothing in its evidence that the data does not say', () => {
    const of = (offence: string, test: (row: (typeof usable)[number]) => boolean = () => true) =>
      usable.filter((row) => row.offence === offence && test(row)).length;
    const years = ['2023', '2024', '2025'];
    const [, ...rises] = years.map((year) => of('Violencia familiar', (row) => row.year === year));
    expect(rises.every((count, index) => count > of('Violencia familiar', (row) => row.year === years[index]))).toBe(true);
    const byArea = tally(
      usable.filter(({ offence, year }) => offence === 'Violencia familiar' && year === '2025'),
      ({ area }) => area,
    );
    expect(Math.max(...Object.values(byArea))).toBe(byArea['nueva esperanza']);

    const isWaterfront = ({ area }: { area: string }) => area === 'el malecon' || area === 'puerto viejo';
    const isWeekendNight = ({ day, hour }: { day: string; hour: string }) => {
      const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
      return hour !== '' && ((Number(hour) >= 21 && (weekday === 5 || weekday === 6)) || (Number(hour) < 5 && (weekday === 6 || weekday === 0)));
    };
    const share = of('Lesiones dolosas', (row) => isWaterfront(row) && isWeekendNight(row)) / of('Lesiones dolosas', isWaterfront);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.45);

    const market = of('Hurto en mercado o tienda', (row) => row.year === '2025' && row.area === 'mercado grande');
    expect(market / of('Hurto en mercado o tienda', (row) => row.year === '2025')).toBeGreaterThan(1 / 3);
    const four = ['nueva esperanza', 'el manglar', 'alto oriente', 'la cantera'];
    expect(of('Homicidio doloso', ({ area }) => four.includes(area)) / of('Homicidio doloso')).toBeCloseTo(0.5, 1);
    expect(of('Fraude', ({ year }) => year === '2025') / of('Fraude', ({ year }) => year === '2023')).toBeGreaterThan(4 / 3);
  });

  it('has everything that the stages ask for, and leaves the policy something to say', async () => {
    expect((await client.findings.list()).map(({ support }) => support).sort()).toEqual(
      ['claim', 'contested', 'single', 'supported', 'supported', 'supported', 'supported'].sort(),
    );
    const vote = await client.priorities.vote();
    expect(vote.problems).toEqual([]);
    expect(vote.groups).toHaveLength(4);
    const checks = (await client.policy.checks()).map(({ code }) => code);
    for (const code of ['measure-without-owner', 'measure-with-gap', 'finding-without-objective']) expect(checks).toContain(code);
    const empty = (await client.project.stages()).filter(({ state: progress }) => progress === 'empty').map(({ stage }) => stage);
    expect(empty).toEqual(['outputs']);
  });

  it('opens a second copy beside the first', async () => {
    const second = await client.project.openSample();
    expect(basename(second.path)).toBe('Puerto Sereno 2.citysafety');
    expect(dirname(second.path)).toBe(dirname(state.path));
  });
});
