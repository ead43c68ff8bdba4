import { ORPCError } from '@orpc/client';
import type { Area } from '#shared/domain/areas.ts';
import { type Answer, type Ballot, ballotKinds, ballotSettingsSchema, ballotSubjects } from '#shared/domain/ballots.ts';
import { criterionKinds, offeredCriteria } from '#shared/domain/criteria.ts';
import { engagementLevels } from '#shared/domain/engagement.ts';
import { eventTypes, reportParts, speakerRoles } from '#shared/domain/event-reports.ts';
import { changeabilities, ecologicalLevels, factorDirections, horizons, outsideDimensions } from '#shared/domain/factors.ts';
import { evidenceKinds } from '#shared/domain/findings.ts';
import { answerStatuses, commitmentStatuses } from '#shared/domain/follow-up.ts';
import { offenceGroups } from '#shared/domain/incidents.ts';
import { knowledgeAnswers, monitorQuestions, monitorThemes } from '#shared/domain/indicators.ts';
import { practicePlaces } from '#shared/domain/library.ts';
import { tieKinds } from '#shared/domain/network.ts';
import { usualSettings } from '#shared/domain/output-profiles.ts';
import { partnershipStatuses } from '#shared/domain/partnerships.ts';
import { costKinds, fundingKinds } from '#shared/domain/plan-costs.ts';
import { measureStatuses } from '#shared/domain/policy.ts';
import { markerThemes, planAttributes, safeguardLevels, safeguardQuestions, safeguardStages } from '#shared/domain/policy-checks.ts';
import { commentStatuses, draftTemplates, versionKinds } from '#shared/domain/policy-text.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { raciRoles } from '#shared/domain/roles.ts';
import { residentGroups, stakeholderSectors } from '#shared/domain/stakeholders.ts';
import { problemNodeKinds } from '#shared/domain/trees.ts';
import { logKinds } from '#shared/domain/workshops.ts';
import { possibleQuadrants } from '#shared/methods/power-interest.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import type { EngineFixture } from '../../fixtures/engine.ts';
import { TextWindow } from '../../fixtures/text-editor.ts';
import { fc } from '../../property-cases.ts';
import { geoJson, importText, square } from '../imports/importing.ts';

/** One thing that a person does; `a` and `b` choose to what and how. */
export interface Deed {
  readonly what: keyof typeof deeds;
  readonly a: number;
  readonly b: number;
  readonly text: string;
}

type DoDeed = (city: EngineFixture, deed: Omit<Deed, 'what'>) => Promise<unknown>;

/** One of a list, or nothing to do. */
class NothingThere extends Error {}
function pick<Item>(items: readonly Item[], number: number): Item {
  if (items.length === 0) throw new NothingThere();
  return items[number % items.length] as Item;
}

const contactsOf = async (city: EngineFixture) =>
  (await Promise.all((await city.client.stakeholders.list()).map(({ id }) => city.client.people.contacts({ stakeholderId: id })))).flat();
const inWorkshops = async <Item>(city: EngineFixture, read: (workshopId: string) => Promise<Item[]>): Promise<Item[]> =>
  (await Promise.all((await city.client.workshops.list()).map(({ id }) => read(id)))).flat();
const reportsOf = async (city: EngineFixture) =>
  (await Promise.all((await city.client.workshops.list()).map(({ id }) => city.client.eventReports.get({ workshopId: id })))).flatMap((report) => report ?? []);
const sessionsOf = (city: EngineFixture) => inWorkshops(city, (workshopId) => city.client.workshops.sessions({ workshopId }));
const tablesOf = (city: EngineFixture) => inWorkshops(city, (workshopId) => city.client.workshops.groups({ workshopId }));
const participantsOf = (city: EngineFixture) => inWorkshops(city, (workshopId) => city.client.workshops.participants({ workshopId }));
const entriesOf = (city: EngineFixture) => inWorkshops(city, (workshopId) => city.client.workshops.log({ workshopId }));
const sectionsOfDrafts = async (city: EngineFixture) => (await city.client.policyText.drafts()).flatMap(({ sections }) => sections);
const commentsOfDrafts = async (city: EngineFixture) =>
  (await Promise.all((await city.client.policyText.drafts()).map(({ id }) => city.client.policyText.comments({ draftId: id })))).flat();
const areasOf = async (city: EngineFixture): Promise<Area[]> => city.client.areas.list({});
const some = <Item>(items: readonly Item[], number: number): Item[] => items.filter((_item, index) => (number >> (index % 5)) % 2 === 1).slice(0, 4);
const ids = (items: readonly { id: string }[], number: number) => some(items, number).map(({ id }) => id);
const orNull = <Value>(number: number, value: Value) => (number % 4 === 0 ? null : value);

const datasetOf = async (city: EngineFixture, kind: ImportKind, number: number) =>
  pick(
    (await city.client.imports.datasets()).filter((dataset) => dataset.kind === kind),
    number,
  ).id;

const ballotsOf = async (city: EngineFixture): Promise<Ballot[]> =>
  (await Promise.all((await city.client.workshops.list()).map(({ id }) => city.client.ballots.list({ workshopId: id })))).flat();
const ballotOf = async (city: EngineFixture, number: number, state?: Ballot['state']): Promise<Ballot> =>
  pick(
    (await ballotsOf(city)).filter((ballot) => state === undefined || ballot.state === state),
    number,
  );
const aWorkshop = async (city: EngineFixture): Promise<string> =>
  (await city.client.workshops.list())[0]?.id ?? (await city.client.workshops.add({ title: 'Random', template: '' })).id;
const ownOption = (text: string) => ({ text, picture: '', refId: null, quiz: null });

/** What somebody may have ticked, within the rules or not. */
function someAnswer({ kind, options }: Ballot, a: number, b: number): Answer {
  const of = <Value>(value: (place: number) => Value): Record<string, Value> =>
    Object.fromEntries(some(options, a).map(({ id }, place) => [id, value(place + b)]));
  const level = (place: number) => (place % 5) + 1;
  if (kind === 'dots') return { kind, dots: of((place) => place % 3) };
  if (kind === 'ranking') return { kind, places: of(level) };
  if (kind === 'rating') return { kind, levels: of((place) => ({ level: level(place) })) };
  if (kind === 'grid') return { kind, scores: of((place) => ({ power: level(place), interest: level(a) })) };
  if (kind === 'agree') return { kind, levels: of(level), reasons: {} };
  if (kind === 'place') return { kind, areaIds: some(options, a).flatMap(({ refId }) => refId ?? []), note: '' };
  if (kind === 'quiz') return { kind, answers: {} };
  if (kind === 'pairwise') return { kind, ratios: {} };
  return { kind: 'statement', text: `Words ${a} ${b}` };
}

const questionsOf = async (city: EngineFixture) =>
  (await Promise.all((await city.client.surveys.list()).map(({ datasetId }) => city.client.surveys.questions({ datasetId })))).flat();

const surveyRows = (a: number, b: number) =>
  ['area,weight,stratum,P1,P2']
    .concat(
      Array.from(
        { length: 8 + (a % 5) },
        (_, row) => `${['Poniente', 'Oriente', 'Nowhere'][(row + b) % 3]},${1 + ((row * b) % 4)},${row % 2},${1 + ((row + a) % 2)},${[1, 2, 9][row % 3]}`,
      ),
    )
    .join('\n');

const incidentRows = (a: number, b: number) =>
  ['date,time,offence,area,latitude,longitude']
    .concat(
      Array.from({ length: 3 + (a % 6) }, (_, row) => {
        const day = String(1 + ((row * 3 + b) % 28)).padStart(2, '0');
        const offence = ['Robbery', 'Burglary', 'Homicide', `Offence ${a % 3}`][(row + b) % 4];
        return `2023-0${1 + ((a + row) % 9)}-${day},1${row % 10}:15,${offence},${['Poniente', 'Oriente', 'Nowhere'][(row + a) % 3]},${19.41 + (row % 8) / 100},${-99.19 + ((row + b) % 18) / 100}`;
      }),
    )
    .join('\n');

/** All that can be written through the contract, but for deleting a person for good, which is not to be undone. */
export const deeds = {
  updateCity: (city, { a, text }) =>
    city.client.project.updateCity(
      pick([{ name: text }, { mandate: text }, { country: 'PE' }, { languages: ['es', 'qu'] }, { currency: 'PEN' }, { smallNumberThreshold: 3 + (a % 9) }], a),
    ),
  setTeam: async (city, { a, text }) => {
    const { team } = await city.client.project.city();
    const kept = team.filter((_member, index) => index !== a % 3).map((member, index) => (index === 0 ? { ...member, role: text } : member));
    return city.client.project.updateCity({ team: [...kept, { id: crypto.randomUUID(), name: `Member ${text}`, role: '', body: 'City' }].slice(0, 4) });
  },

  addArea: (city, { text }) => city.client.areas.add({ name: `Area ${text}` }),
  updateArea: async (city, { a, text }) =>
    city.client.areas.update({ id: pick(await areasOf(city), a).id, ...(a % 2 ? { name: `A ${text}` } : { code: text }) }),
  setPopulation: async (city, { a, b }) =>
    city.client.areas.setPopulation({
      id: pick(await areasOf(city), a).id,
      population: orNull(b, { value: b * 137, year: orNull(a, 2018 + (b % 6)), source: 'Count' }),
    }),
  removeArea: async (city, { a }) => city.client.areas.remove({ id: pick(await areasOf(city), a).id }),
  renameLayer: async (city, { a, text }) => city.client.areas.renameLayer({ id: pick(await city.client.areas.layers(), a).id, name: `L ${text}` }),
  removeLayer: async (city, { a }) => city.client.areas.removeLayer({ id: pick(await city.client.areas.layers(), a).id }),

  importAreas: (city, { a }) =>
    importText(
      city,
      'areas',
      geoJson([
        { name: 'Poniente', geometry: square(-99.2, 19.4) },
        { name: 'Oriente', geometry: square(-99.1, 19.4 + (a % 2) / 100) },
      ]),
      { name: `areas-${a % 2}.geojson`, recipe: { layer: `Boroughs ${a % 2}` }, again: a % 3 === 0 },
    ),
  importPopulation: (city, { a }) =>
    importText(city, 'population', `area,year,sex,population\nPoniente,20${10 + (a % 5)},all,${1000 + a}\nOriente,2020,female,${500 + a}\n`, { again: true }),
  importIncidents: (city, { a, b }) => importText(city, 'incidents', incidentRows(a, b), { name: `incidents-${a % 4}.csv`, again: true }),
  importFigures: (city, { a, b }) =>
    importText(city, 'figures', `area,grupo,20${10 + (a % 5)},20${16 + (a % 4)}\nPoniente,mujeres,${a},n.d.\nOriente,«todas»,-,${b}\nNowhere,,${a + b},1\n`, {
      name: `figures-${a % 3}.csv`,
      again: true,
    }),
  importSurvey: (city, { a, b }) => importText(city, 'survey', surveyRows(a, b), { name: `survey-${a % 3}.csv`, again: true }),
  updateQuestion: async (city, { a, b, text }) => {
    const question = pick(await questionsOf(city), a);
    const [option] = question.options;
    return city.client.surveys.updateQuestion({
      id: question.id,
      patch: b % 2 || !option ? { wording: text } : { options: [{ ...option, label: text, isMissing: a % 2 === 0 }] },
    });
  },
  applyCodebook: async (city, { a, text }) => {
    const { datasetId, column } = pick(await questionsOf(city), a);
    const codebook = { questions: [{ column, wording: text, options: [{ code: '1', label: `One ${text}`, isMissing: false }] }], unknown: [] };
    return city.client.surveys.applyCodebook({ datasetId, codebook });
  },
  saveEstimate: async (city, { a, b }) => {
    const { datasetId, id } = pick(await questionsOf(city), a);
    return city.client.surveys.saveAsObservation({
      request: { datasetId, questionId: id, codes: ['1'] },
      group: null,
      indicatorCode: pick(['16.1.4', 'LOC-07'], b),
    });
  },
  importIndicators: (city, { a }) =>
    importText(city, 'indicators', `indicator,year,value,source\n16.1.1,20${10 + (a % 9)},${a / 2},Census\nLOC-07,2022,${a},Count\n`, { again: true }),
  importStakeholders: (city, { a, text }) =>
    importText(city, 'stakeholders', `name,sector,power,interest\nBody ${text},police,${1 + (a % 5)},3\nBody ${a},health,,\n`, { again: true }),
  updateDataset: async (city, { a, b, text }) =>
    city.client.imports.updateDataset({
      id: pick(await city.client.imports.datasets(), a).id,
      ...pick([{ source: text }, { title: text }, { note: text, licence: text }, { publishedOn: '2024-01-31' }], b),
    }),
  importNewerIncidents: async (city, { a, b }) =>
    importText(city, 'incidents', incidentRows(a, b), { name: `incidents-${a % 4} new.csv`, again: true, replaces: await datasetOf(city, 'incidents', b) }),
  importNewerAreas: async (city, { a, b }) =>
    importText(
      city,
      'areas',
      geoJson([
        { name: 'Oriente', geometry: square(-99.1, 19.4 + (b % 3) / 100) },
        { name: `Norte ${a % 3}`, geometry: square(-99.2, 19.5) },
      ]),
      { name: `areas-${a % 2} new.geojson`, again: true, replaces: await datasetOf(city, 'areas', a) },
    ),
  importNewerIndicators: async (city, { a, b }) =>
    importText(city, 'indicators', `indicator,year,value,source\n16.1.1,20${10 + (a % 9)},${b},Census\n`, {
      again: true,
      replaces: await datasetOf(city, 'indicators', a),
    }),
  importNewerStakeholders: async (city, { a, b, text }) =>
    importText(city, 'stakeholders', `name,sector,mandate\nBody ${a},health,M ${b}\nFresh ${text},police,\n`, {
      again: true,
      replaces: await datasetOf(city, 'stakeholders', b),
    }),
  importNewerPopulation: async (city, { a, b }) =>
    importText(city, 'population', `area,year,sex,population\nPoniente,20${10 + (a % 5)},all,${2000 + b}\n`, {
      again: true,
      replaces: await datasetOf(city, 'population', b),
    }),
  addRecipe: async (city, { a, b, text }) =>
    city.client.imports.saveRecipe({ name: `Recipe ${b % 5}`, recipe: pick(await city.client.imports.datasets(), a).recipe, columns: ['date', text] }),
  renameRecipe: async (city, { a, text }) => city.client.imports.renameRecipe({ id: pick(await city.client.imports.recipes(), a).id, name: `R ${text}` }),
  removeRecipe: async (city, { a }) => city.client.imports.removeRecipe({ id: pick(await city.client.imports.recipes(), a).id }),
  removeDataset: async (city, { a }) => city.client.imports.removeDataset({ id: pick(await city.client.imports.datasets(), a).id }),
  addHarmSet: (city, { a, text }) => city.client.patterns.addHarmSet({ name: `Weights ${text}`, unit: 'days', dated: orNull(a, `20${10 + (a % 14)}-01-01`) }),
  updateHarmSet: async (city, { a, text }) =>
    city.client.patterns.updateHarmSet({ id: pick(await city.client.patterns.harmSets(), a).id, patch: { source: text } }),
  removeHarmSet: async (city, { a }) => city.client.patterns.removeHarmSet({ id: pick(await city.client.patterns.harmSets(), a).id }),
  chooseHarmSet: async (city, { a }) => city.client.patterns.chooseHarmSet({ id: pick(await city.client.patterns.harmSets(), a).id }),
  setHarmWeights: async (city, { a, b }) =>
    city.client.patterns.setHarmWeights({
      id: pick(await city.client.patterns.harmSets(), a).id,
      weights: [{ offenceId: pick(await city.client.incidents.offences(), b).id, weight: orNull(b, a % 900) }],
    }),
  setThreshold: async (city, { a, b }) => {
    const offences = await city.client.releases.thresholds();
    return city.client.releases.setThreshold({ offenceIds: [pick(offences, a).offenceId], smallestCount: orNull(b, 1 + (b % 40)) });
  },
  withdrawRelease: async (city, { b }) => {
    const releases = await city.client.releases.list();
    return city.client.releases.setWithdrawn({ id: pick(releases, b).id, isWithdrawn: b % 3 > 0 });
  },
  setOffenceGroup: async (city, { a, b }) => {
    const offences = await city.client.incidents.offences();
    return city.client.incidents.setOffenceGroup({ offenceIds: [pick(offences, a).id, pick(offences, b).id], group: pick(offenceGroups, a + b) });
  },

  addStakeholder: (city, { a, text }) =>
    city.client.stakeholders.add({ name: `S ${text}`, sector: pick(stakeholderSectors, a), represents: some(residentGroups, a) }),
  updateStakeholder: async (city, { a, b, text }) =>
    city.client.stakeholders.update({
      id: pick(await city.client.stakeholders.list(), a).id,
      patch: pick([{ name: text }, { note: text }, { sector: pick(stakeholderSectors, b) }, { represents: some(residentGroups, b) }], b),
    }),
  rate: async (city, { a, b }) =>
    city.client.stakeholders.rate({
      id: pick(await city.client.stakeholders.list(), a).id,
      rater: pick(['', 'Table 1', 'Table 2'], b),
      power: orNull(a, 1 + (a % 5)),
      interest: orNull(b, 1 + (b % 5)),
    }),
  rateInFull: async (city, { a, b }) =>
    city.client.stakeholders.rate({
      id: pick(await city.client.stakeholders.list(), a).id,
      rater: pick(['', 'Table 1', 'Table 2'], a),
      ratedOn: pick(['2026-01-10', '2026-03-01'], b),
      ...pick([{ legitimacy: 1 + (a % 5), urgency: 1 + (b % 5) }, { stance: orNull(b, 1 + (a % 5)) }, { power: 3, interest: 3 }], b),
    }),
  rateMany: async (city, { a, b }) =>
    city.client.stakeholders.rateMany({
      ratings: (await city.client.stakeholders.list()).slice(0, 1 + (a % 4)).map(({ id }) => ({ id, rater: 'Sheet', urgency: 1 + (b % 5), stance: null })),
    }),
  decide: async (city, { a, b, text }) => {
    const { id, power, interest } = pick(await city.client.stakeholders.list(), a);
    return city.client.stakeholders.decide({ id, place: pick([...possibleQuadrants(power, interest), ''] as const, b), reason: text });
  },
  serveAreas: async (city, { a, b }) =>
    city.client.stakeholders.update({
      id: pick(await city.client.stakeholders.list(), a).id,
      patch: { level: pick(['', 'local', 'city'] as const, b), areaIds: ids(await areasOf(city), b) },
    }),
  removeStakeholder: async (city, { a }) => city.client.stakeholders.remove({ id: pick(await city.client.stakeholders.list(), a).id }),

  addContact: async (city, { a, b, text }) =>
    city.client.people.addContact({
      stakeholderId: pick(await city.client.stakeholders.list(), a).id,
      ...(b % 3 === 0 ? { personId: pick(await city.client.people.list(), b).id } : { details: { name: `C ${text}`, phone: String(b) } }),
    }),
  updateContact: async (city, { a, b, text }) =>
    city.client.people.updateContact({
      id: pick(await contactsOf(city), a + b).id,
      patch: a % 2 ? { role: text } : { phone: text },
    }),
  removeContact: async (city, { a, b }) =>
    city.client.people.removeContact({
      id: pick(await contactsOf(city), a + b).id,
    }),

  addObservation: async (city, { a, b, text }) =>
    city.client.indicators.add({
      indicatorCode: pick(['16.1.1', 'LOC-07', '11.7.2'], a),
      year: orNull(b, 2010 + (a % 12)),
      value: b / 3,
      source: text,
      areaId: orNull(a, (await areasOf(city))[0]?.id ?? null),
    }),
  takeComputed: async (city, { a }) => city.client.indicators.add(pick(await city.client.indicators.computable(), a)),
  updateObservation: async (city, { a, b, text }) =>
    city.client.indicators.update({ id: pick(await city.client.indicators.observations(), a).id, patch: b % 2 ? { value: b } : { note: text } }),
  addRival: async (city, { a, b }) => {
    const { indicatorCode, year, areaId, breakdown, definitionVersion } = pick(await city.client.indicators.observations(), a);
    return city.client.indicators.add({
      indicatorCode,
      year,
      areaId,
      breakdown,
      definitionVersion,
      numerator: b,
      denominator: 1000 + a,
      source: `Source ${b}`,
    });
  },
  choose: async (city, { a, text }) =>
    city.client.indicators.choose({ id: pick(await city.client.indicators.observations(), a).id, reason: text.trim() || 'Because' }),
  unchoose: async (city, { a }) => city.client.indicators.unchoose({ id: pick(await city.client.indicators.observations(), a).id }),
  setKnowledge: async (city, { a, b, text }) =>
    city.client.indicators.setKnowledge({
      indicatorCode: pick(['16.1.1', 'LOC-07'], a),
      patch: pick([{ doesExist: pick(knowledgeAnswers, a) }, { holder: text }, { isUsed: pick(knowledgeAnswers, b) }], b),
    }),
  addTarget: async (city, { a, b }) =>
    city.client.indicators.addTarget({ baselineId: pick(await city.client.indicators.observations(), a).id, targetValue: b, targetYear: orNull(b, 2030) }),
  updateTarget: async (city, { a, b, text }) =>
    city.client.indicators.updateTarget({ id: pick(await city.client.indicators.targets(), a).id, patch: b % 2 ? { targetValue: b } : { reason: text } }),
  removeTarget: async (city, { a }) => city.client.indicators.removeTarget({ id: pick(await city.client.indicators.targets(), a).id }),
  addOwn: async (city, { a, text }) => city.client.indicators.addOwn({ code: `CITY-${a % 4}`, definition: { name: text } }),
  updateOwn: async (city, { a, b, text }) => {
    const own = (await city.client.indicators.catalogue({})).flatMap(({ ownId }) => ownId ?? []);
    return city.client.indicators.updateOwn({ id: pick(own, a), patch: b % 2 ? { unit: text } : { multiplier: 1 + b } });
  },
  removeOwn: async (city, { a }) => {
    const own = (await city.client.indicators.catalogue({})).flatMap(({ ownId }) => ownId ?? []);
    return city.client.indicators.removeOwn({ id: pick(own, a) });
  },
  setSlot: (city, { a, b, text }) =>
    city.client.indicators.setSlot({
      slot: pick(['USM-01', 'USM-06', 'USM-15'], a),
      patch: pick([{ name: text }, { theme: orNull(b, pick(monitorThemes, b)) }, { indicatorCodes: some(['16.1.1', 'LOC-07', 'GOV-01'], b) }], b),
    }),
  setMonitorNote: (city, { a, text }) => city.client.indicators.setMonitorNote({ question: pick(monitorQuestions, a), text }),
  removeObservation: async (city, { a }) => city.client.indicators.remove({ id: pick(await city.client.indicators.observations(), a).id }),

  addRisk: async (city, { a, text }) =>
    city.client.risks.add({ kind: a % 2 ? 'threat' : 'vulnerability', title: `R ${text}`, areaIds: ids(await areasOf(city), a) }),
  updateRisk: async (city, { a, b, text }) =>
    city.client.risks.update({
      id: pick(await city.client.risks.list(), a).id,
      patch: b % 2 ? { areaIds: ids(await areasOf(city), b) } : { description: text, origin: 'external' },
    }),
  removeRisk: async (city, { a }) => city.client.risks.remove({ id: pick(await city.client.risks.list(), a).id }),
  rateMeeting: async (city, { a, b, text }) => {
    const risks = await city.client.risks.list();
    const of = (kind: 'threat' | 'vulnerability') => risks.filter((risk) => risk.kind === kind);
    const patch = pick(
      [{ exposure: 1 + (a % 5), reason: text }, { institutionResilience: 1 + (b % 5) }, { communityResilience: orNull(b, 3) }, { restrictedNote: text }],
      b,
    );
    return city.client.risks.rate({ threatId: pick(of('threat'), a).id, vulnerabilityId: pick(of('vulnerability'), b).id, patch });
  },
  removeMeeting: async (city, { a }) => city.client.risks.removeMeeting({ id: pick(await city.client.risks.meetings(), a).id }),
  addFactor: async (city, { a, b, text }) =>
    city.client.factors.add({
      level: pick(ecologicalLevels, a),
      direction: pick(factorDirections, b),
      text,
      findingId: orNull(b, (await city.client.findings.list())[0]?.id ?? null),
    }),
  updateFactor: async (city, { a, b, text }) =>
    city.client.factors.update({
      id: pick(await city.client.factors.list(), a).id,
      patch: pick([{ text }, { changeable: pick(changeabilities, a) }, { note: text, isRestricted: a % 2 === 0 }], b),
    }),
  removeFactor: async (city, { a }) => city.client.factors.remove({ id: pick(await city.client.factors.list(), a).id }),
  addOutside: (city, { a, b, text }) => city.client.factors.addOutside({ dimension: pick(outsideDimensions, a), text, impact: 1 + (b % 4) }),
  updateOutside: async (city, { a, b, text }) =>
    city.client.factors.updateOutside({
      id: pick(await city.client.factors.outside(), a).id,
      patch: pick([{ effect: text }, { likelihood: 1 + (b % 4) }, { horizon: pick(horizons, b) }], b),
    }),
  removeOutside: async (city, { a }) => city.client.factors.removeOutside({ id: pick(await city.client.factors.outside(), a).id }),
  addStrategy: (city, { a, text }) =>
    city.client.strategies.add({ title: `S ${text}`, ...(a % 2 ? { reading: { text: `The plan of the city and its police ${text}` } } : {}) }),
  updateStrategy: async (city, { a, text }) =>
    city.client.strategies.update({ id: pick(await city.client.strategies.list(), a).id, patch: { note: text, year: 2020 } }),
  readStrategy: async (city, { a, text }) =>
    city.client.strategies.read({ id: pick(await city.client.strategies.list(), a).id, reading: { text: `La violencia en la ciudad y el barrio ${text}` } }),
  removeStrategy: async (city, { a }) => city.client.strategies.remove({ id: pick(await city.client.strategies.list(), a).id }),
  addLeadingRole: async (city, { a, text }) =>
    city.client.strategies.addRole({ title: text, stakeholderId: orNull(a, (await city.client.stakeholders.list())[0]?.id ?? null) }),
  updateLeadingRole: async (city, { a, text }) =>
    city.client.strategies.updateRole({ id: pick(await city.client.strategies.roles(), a).id, patch: { succession: text } }),
  removeLeadingRole: async (city, { a }) => city.client.strategies.removeRole({ id: pick(await city.client.strategies.roles(), a).id }),
  addPractice: (city, { a, text }) => city.client.library.add({ title: text, placeTypes: some(practicePlaces, a) }),
  updatePractice: async (city, { a, text }) =>
    city.client.library.update({
      id: pick(
        (await city.client.library.list({ language: 'en' })).filter(({ isShipped }) => !isShipped),
        a,
      ).id,
      patch: { steps: text, results: [{ text, source: 'S' }] },
    }),
  removePractice: async (city, { a }) =>
    city.client.library.remove({
      id: pick(
        (await city.client.library.list({ language: 'en' })).filter(({ isShipped }) => !isShipped),
        a,
      ).id,
    }),
  linkPractice: async (city, { a, b, text }) =>
    city.client.library.link({
      measureId: pick(await city.client.policy.measures(), a).id,
      practiceId: pick(await city.client.library.list({ language: 'en' }), b).id,
      note: text,
    }),
  unlinkPractice: async (city, { a }) => {
    const { measureId, practiceId } = pick(await city.client.library.links(), a);
    return city.client.library.unlink({ measureId, practiceId });
  },

  addFinding: async (city, { a, b, text }) =>
    city.client.findings.add({
      sentence: `F ${text}`,
      areaIds: ids(await areasOf(city), a),
      groups: some(residentGroups, b),
      evidence: b % 3 ? [{ kind: pick(evidenceKinds, a), stance: 'for', text, source: '', refId: null }] : [],
    }),
  updateFinding: async (city, { a, b, text }) =>
    city.client.findings.update({
      id: pick(await city.client.findings.list(), a).id,
      patch: pick([{ sentence: text }, { groups: some(residentGroups, a) }, { areaIds: ids(await areasOf(city), b) }], b),
    }),
  removeFinding: async (city, { a }) => city.client.findings.remove({ id: pick(await city.client.findings.list(), a).id }),
  addEvidence: async (city, { a, b, text }) =>
    city.client.findings.addEvidence({
      findingId: pick(await city.client.findings.list(), a).id,
      evidence: { kind: pick(evidenceKinds, b), stance: b % 3 ? 'for' : 'against', text, source: 'S', refId: (await city.client.risks.list())[0]?.id ?? null },
    }),
  updateEvidence: async (city, { a, b, text }) =>
    city.client.findings.updateEvidence({
      id: pick(
        (await city.client.findings.list()).flatMap(({ evidence }) => evidence),
        a,
      ).id,
      patch: b % 2 ? { text } : { stance: 'against' },
    }),
  removeEvidence: async (city, { a }) =>
    city.client.findings.removeEvidence({
      id: pick(
        (await city.client.findings.list()).flatMap(({ evidence }) => evidence),
        a,
      ).id,
    }),

  addPriority: async (city, { a, text }) =>
    city.client.priorities.add({ title: `P ${text}`, findingId: orNull(a, (await city.client.findings.list())[0]?.id ?? null) }),
  addFromFindings: (city) => city.client.priorities.addFromFindings(),
  updatePriority: async (city, { a, b, text }) =>
    city.client.priorities.update({
      id: pick(await city.client.priorities.list(), a).id,
      patch: pick([{ title: text || 'T' }, { isChosen: a % 2 === 0 }, { reason: text }], b),
    }),
  removePriority: async (city, { a }) => city.client.priorities.remove({ id: pick(await city.client.priorities.list(), a).id }),
  setVoteSource: async (city, { a }) => {
    const [workshop] = await city.client.workshops.list();
    const closed = workshop
      ? (await city.client.ballots.list({ workshopId: workshop.id })).filter(
          ({ state, subject, kind }) => state === 'closed' && subject === 'priorities' && (kind === 'dots' || kind === 'ranking'),
        )
      : [];
    return city.client.priorities.setSource({ ballotId: a % 3 === 0 || closed.length === 0 ? null : pick(closed, a).id });
  },
  setRules: (city, { a, b }) => city.client.priorities.setRules({ dotsPerPerson: 1 + (a % 9), capPerOption: 1 + (b % 3) }),
  addGroup: (city, { a, text }) => city.client.priorities.addGroup({ name: `G ${text}`, people: a }),
  updateGroup: async (city, { a, b }) =>
    city.client.priorities.updateGroup({ id: pick((await city.client.priorities.vote()).groups, a).id, patch: { people: b } }),
  removeGroup: async (city, { a }) => city.client.priorities.removeGroup({ id: pick((await city.client.priorities.vote()).groups, a).id }),
  setTally: async (city, { a, b }) =>
    city.client.priorities.setTally({
      groupId: pick((await city.client.priorities.vote()).groups, a).id,
      priorityId: pick(await city.client.priorities.list(), b).id,
      dots: a % 7,
    }),

  updatePolicy: (city, { a, b, text }) =>
    city.client.policy.update(pick([{ title: text }, { vision: `We want ${text}` }, { vision: text }, { startYear: orNull(b, 2020 + (a % 9)) }], a)),
  addObjective: async (city, { a, text }) =>
    city.client.policy.addObjective({
      title: `O ${text}`,
      findingIds: ids(await city.client.findings.list(), a),
      priorityIds: ids(await city.client.priorities.list(), a),
    }),
  updateObjective: async (city, { a, b, text }) =>
    city.client.policy.updateObjective({
      id: pick(await city.client.policy.objectives(), a).id,
      patch: pick(
        [{ title: text }, { findingIds: ids(await city.client.findings.list(), b) }, { priorityIds: ids(await city.client.priorities.list(), b) }],
        b,
      ),
    }),
  removeObjective: async (city, { a }) => {
    const measures = await city.client.policy.measures();
    const free = (await city.client.policy.objectives()).filter(({ id }) => !measures.some(({ objectiveId }) => objectiveId === id));
    return city.client.policy.removeObjective({ id: pick(free, a).id });
  },
  addMeasure: async (city, { a, text }) =>
    city.client.policy.addMeasure({
      objectiveId: pick(await city.client.policy.objectives(), a).id,
      title: `M ${text}`,
      ownerId: orNull(a, (await city.client.stakeholders.list())[0]?.id ?? null),
      partnerIds: ids(await city.client.stakeholders.list(), a),
      areaIds: ids(await areasOf(city), a),
    }),
  updateMeasure: async (city, { a, b, text }) => {
    const stakeholders = await city.client.stakeholders.list();
    return city.client.policy.updateMeasure({
      id: pick(await city.client.policy.measures(), a).id,
      patch: pick(
        [
          { title: text },
          { capitalCost: b * 1000 },
          { ownerId: orNull(b, stakeholders.at(-1)?.id ?? null) },
          { partnerIds: ids(stakeholders, b) },
          { startYear: 2025 },
        ],
        b,
      ),
    });
  },
  removeMeasure: async (city, { a }) => city.client.policy.removeMeasure({ id: pick(await city.client.policy.measures(), a).id }),
  planMeasure: async (city, { a, b, text }) =>
    city.client.policy.updateMeasure({
      id: pick(await city.client.policy.measures(), a).id,
      patch: pick(
        [
          { startsOn: `2026-0${1 + (a % 9)}`, endsOn: pick(['', '2028-12'], b) },
          { startYear: orNull(b, 2025 + (a % 4)) },
          { residentGroups: some(residentGroups, b) },
          { output: text, activities: `${text}\n${text}`, verification: text },
          { legalBasis: text, deliveryLevel: orNull(a, 'district') },
          { direction: orNull(a, 'down'), status: orNull(a, 'delayed'), statusOn: '2026-11' },
        ],
        b,
      ),
    }),
  addCostLine: async (city, { a, b, text }) =>
    city.client.policy.addCostLine({
      measureId: pick(await city.client.policy.measures(), a).id,
      ...{ title: text, kind: pick(costKinds, b), unitCost: orNull(b, a * 10), quantity: orNull(a, b) },
    }),
  updateCostLine: async (city, { a, b, text }) => {
    const lines = (await city.client.policy.measures()).flatMap(({ costLines }) => costLines);
    return city.client.policy.updateCostLine({ id: pick(lines, a).id, patch: pick([{ unitCost: b }, { firstYear: orNull(b, 2026) }, { source: text }], b) });
  },
  removeCostLine: async (city, { a }) => {
    const lines = (await city.client.policy.measures()).flatMap(({ costLines }) => costLines);
    return city.client.policy.removeCostLine({ id: pick(lines, a).id });
  },
  addFundingLine: async (city, { a, b, text }) =>
    city.client.policy.addFundingLine({
      measureId: pick(await city.client.policy.measures(), a).id,
      ...{
        source: text,
        kind: pick(fundingKinds, b),
        amount: orNull(b, a * 10),
        stakeholderId: orNull(a, (await city.client.stakeholders.list())[0]?.id ?? null),
      },
    }),
  updateFundingLine: async (city, { a, b }) => {
    const lines = (await city.client.policy.measures()).flatMap(({ fundingLines }) => fundingLines);
    return city.client.policy.updateFundingLine({ id: pick(lines, a).id, patch: pick([{ amount: b }, { status: orNull(a, 'asked') }], b) });
  },
  removeFundingLine: async (city, { a }) => {
    const lines = (await city.client.policy.measures()).flatMap(({ fundingLines }) => fundingLines);
    return city.client.policy.removeFundingLine({ id: pick(lines, a).id });
  },
  updatePolicyFacts: (city, { a, b, text }) =>
    city.client.policy.updateFacts(pick([{ legalBasis: text }, { coversWholeCity: orNull(a, b % 2 === 0) }, { adoptedYear: orNull(a, 2020) }], b)),
  addPrinciple: (city, { text }) => city.client.policy.addPrinciple({ title: text }),
  updatePrinciple: async (city, { a, text }) => city.client.policy.updatePrinciple({ id: pick(await city.client.policy.principles(), a).id, patch: { text } }),
  removePrinciple: async (city, { a }) => city.client.policy.removePrinciple({ id: pick(await city.client.policy.principles(), a).id }),
  addPillar: (city, { text }) => city.client.policy.addPillar({ title: text }),
  updatePillar: async (city, { a, text }) =>
    city.client.policy.updatePillar({ id: pick(await city.client.policy.pillars(), a).id, patch: { description: text } }),
  removePillar: async (city, { a }) => city.client.policy.removePillar({ id: pick(await city.client.policy.pillars(), a).id }),
  groupObjective: async (city, { a, b, text }) =>
    city.client.policy.updateObjective({
      id: pick(await city.client.policy.objectives(), a).id,
      patch: {
        pillarId: orNull(a, pick(await city.client.policy.pillars(), b).id),
        ...pick([{ level: 'impact' }, { assumption: text, baselineOn: '2025' }, { targetValue: b, targetOn: '2029-12-31' }] as const, b),
      },
    }),
  setPlanOrder: async (city, { a }) => city.client.policy.setOrder({ kind: 'measure', ids: [pick(await city.client.policy.measures(), a).id] }),

  setIdentity: (city, { a, text }) => city.client.identity.setFacts(pick([{ accent: '#224488' }, { accent: '' }, { unit: text }, { imprint: text }], a)),
  addSignatory: (city, { a, text }) => city.client.identity.addSignatory({ title: text, use: a % 2 ? ['policy'] : [] }),
  updateSignatory: async (city, { a, b, text }) =>
    city.client.identity.updateSignatory({
      id: pick((await city.client.identity.read()).signatories, a).id,
      patch: pick([{ body: text }, { use: [] }, { title: '' }], b),
    }),
  removeSignatory: async (city, { a }) => city.client.identity.removeSignatory({ id: pick((await city.client.identity.read()).signatories, a).id }),
  addAnnex: (city, { text }) => city.client.identity.addAnnex({ title: `Annex ${text}`, text }),
  updateAnnex: async (city, { a, b, text }) =>
    city.client.identity.updateAnnex({ id: pick((await city.client.identity.read()).annexes, a).id, patch: pick([{ text }, { use: ['profile'] }], b) }),
  removeAnnex: async (city, { a }) => city.client.identity.removeAnnex({ id: pick((await city.client.identity.read()).annexes, a).id }),
  orderAnnexes: async (city, { a }) => city.client.identity.order({ what: 'annex', ids: [pick((await city.client.identity.read()).annexes, a).id] }),
  saveChoice: (city, { a, text }) =>
    city.client.outputProfiles.add({ kind: 'profile', name: `C ${text}`, settings: { ...usualSettings, chapters: a % 2 ? ['summary'] : null } }),
  changeChoice: async (city, { a, b, text }) =>
    city.client.outputProfiles.update({
      id: pick(await city.client.outputProfiles.list(), a).id,
      patch: pick([{ name: `N ${text}` }, { settings: { ...usualSettings, withIdentity: false } }], b),
    }),
  removeChoice: async (city, { a }) => city.client.outputProfiles.remove({ id: pick(await city.client.outputProfiles.list(), a).id }),

  addCriterion: (city, { a, b, text }) =>
    city.client.criteria.add({ name: `C ${text}`, kind: pick(criterionKinds, a), worst: orNull(b, 1), best: orNull(a, 5), unit: text }),
  offerCriteria: (city, { a }) => city.client.criteria.addOffered({ codes: [pick(offeredCriteria, a)] }),
  updateCriterion: async (city, { a, b, text }) =>
    city.client.criteria.update({
      id: pick(await city.client.criteria.list(), a).id,
      patch: pick([{ description: text }, { best: b }, { source: { groups: some(offenceGroups, b), ballotId: null } }], b),
    }),
  moveCriterion: async (city, { a, b }) => city.client.criteria.move({ id: pick(await city.client.criteria.list(), a).id, place: b % 4 }),
  removeCriterion: async (city, { a }) => city.client.criteria.remove({ id: pick(await city.client.criteria.list(), a).id }),
  judge: async (city, { a, b, text }) => {
    const place = { criterionId: pick(await city.client.criteria.list(), a).id, priorityId: pick(await city.client.priorities.list(), b).id };
    const { groups } = await city.client.priorities.vote();
    if (b % 5 === 0) return city.client.criteria.setCounted({ ...place, groups: orNull(a, some(offenceGroups, b)) });
    if (b % 7 === 0) return city.client.criteria.removeScore({ ...place, groupId: null });
    return city.client.criteria.setScore({ ...place, groupId: orNull(a, groups[b % Math.max(1, groups.length)]?.id ?? null), value: orNull(b, a), note: text });
  },
  weigh: async (city, { a, b }) => {
    const { groups } = await city.client.priorities.vote();
    const groupId = orNull(a, groups[b % Math.max(1, groups.length)]?.id ?? null);
    return city.client.criteria.setSwing({ criterionId: pick(await city.client.criteria.list(), a).id, groupId, swing: orNull(b, b % 101) });
  },
  setSeed: (city, { a }) => city.client.criteria.setSeed({ seed: a + 1 }),
  decidePriorities: (city, { a, text }) => city.client.criteria.decide({ body: text, people: orNull(a, a), reasons: text }),
  updateDecision: async (city, { a, text }) =>
    city.client.criteria.updateDecision({
      id: pick(await city.client.criteria.decisions(), a).id,
      patch: pick([{ reasons: text }, { method: 'vote' as const }], a),
    }),
  removeDecision: async (city, { a }) => city.client.criteria.removeDecision({ id: pick(await city.client.criteria.decisions(), a).id }),
  dissent: async (city, { a, b, text }) => {
    const decision = pick(await city.client.criteria.decisions(), a);
    const known = decision.dissents[0];
    if (known && b % 3 === 0) return city.client.criteria.removeDissent({ id: known.id });
    if (known && b % 3 === 1) return city.client.criteria.updateDissent({ id: known.id, patch: { who: text } });
    const priorityId = orNull(b, (await city.client.priorities.list())[0]?.id ?? null);
    return city.client.criteria.addDissent({ decisionId: decision.id, who: text, text: `D ${text}`, priorityId });
  },
  setPriorityOrder: async (city, { a }) => city.client.criteria.setOrder({ ids: ids(await city.client.priorities.list(), a) }),

  addTie: async (city, { a, b, text }) => {
    const stakeholders = await city.client.stakeholders.list();
    const [from, to] = [pick(stakeholders, a), pick(stakeholders, a + 1)];
    if (from.id === to.id) throw new NothingThere();
    return city.client.network.addTie({ fromId: from.id, toId: to.id, kind: pick(tieKinds, b), informant: b % 2 ? 'Table 1' : '', note: text });
  },
  updateTie: async (city, { a, b, text }) =>
    city.client.network.updateTie({ id: pick(await city.client.network.ties(), a).id, patch: b % 2 ? { note: text } : { kind: pick(tieKinds, a + b) } }),
  removeTie: async (city, { a }) => city.client.network.removeTie({ id: pick(await city.client.network.ties(), a).id }),
  moveBody: async (city, { a, b }) =>
    city.client.network.move({ positions: [{ stakeholderId: pick(await city.client.stakeholders.list(), a).id, x: b - 50, y: a / 4 }] }),
  arrangeAnew: (city) => city.client.network.arrangeAnew(),
  addSteps: async (city, { a, b, text }) => {
    const stakeholderIds = ids(await city.client.stakeholders.list(), a);
    if (stakeholderIds.length === 0) throw new NothingThere();
    return city.client.engagement.plan({ stakeholderIds, how: text, dueOn: orNull(b, '2026-05-01') });
  },
  updateStep: async (city, { a, b, text }) =>
    city.client.engagement.update({
      id: pick(await city.client.engagement.list(), a).id,
      patch: pick([{ how: text }, { doneOn: '2026-04-01' }, { responsible: text }, { level: pick(engagementLevels, a) }], b),
    }),
  removeStep: async (city, { a }) => city.client.engagement.remove({ id: pick(await city.client.engagement.list(), a).id }),
  addActual: async (city, { a, b, text }) =>
    city.client.followUp.addActual({
      measureId: pick(await city.client.policy.measures(), a).id,
      measuredOn: `2027-0${1 + (b % 9)}-15`,
      value: orNull(b, b),
      source: text,
    }),
  updateActual: async (city, { a, b, text }) => {
    const points = (await city.client.followUp.progress()).flatMap((followed) => followed.points).flatMap(({ id }) => id ?? []);
    return city.client.followUp.updateActual({
      id: pick(points, a),
      patch: pick([{ value: b }, { value: null }, { explanation: text }, { quality: 'B' as const }], b),
    });
  },
  removeActual: async (city, { a }) => {
    const points = (await city.client.followUp.progress()).flatMap((followed) => followed.points).flatMap(({ id }) => id ?? []);
    return city.client.followUp.removeActual({ id: pick(points, a) });
  },
  addReport: async (city, { a, b, text }) =>
    city.client.followUp.addReport({
      ...{ measureId: pick(await city.client.policy.measures(), a).id, reportedOn: `2027-0${1 + (b % 9)}-01`, explanation: text },
      ...{ status: pick(measureStatuses, b), spent: orNull(a, b * 10) },
    }),
  updateReport: async (city, { a, b, text }) =>
    city.client.followUp.updateReport({
      id: pick(
        (await city.client.followUp.measures()).flatMap(({ reports }) => reports),
        a,
      ).id,
      patch: pick([{ status: pick(measureStatuses, a) }, { nextStep: text }, { isPublic: b % 2 === 0 }, { reportedOn: '2028-01-01' }], b),
    }),
  removeReport: async (city, { a }) =>
    city.client.followUp.removeReport({
      id: pick(
        (await city.client.followUp.measures()).flatMap(({ reports }) => reports),
        a,
      ).id,
    }),
  addCommitment: (city, { b, text }) => city.client.followUp.addCommitment({ text, dueOn: orNull(b, '2027-05-01') }),
  takePromises: async (city) => city.client.followUp.takePromises({ logEntryIds: [pick(await city.client.followUp.promises(), 0).logEntryId] }),
  updateCommitment: async (city, { a, b, text }) =>
    city.client.followUp.updateCommitment({
      id: pick(await city.client.followUp.commitments(), a).id,
      patch: pick(
        [{ status: pick(commitmentStatuses, a) }, { explanation: text }, { ownerId: orNull(a, pick(await city.client.stakeholders.list(), a).id) }],
        b,
      ),
    }),
  removeCommitment: async (city, { a }) => city.client.followUp.removeCommitment({ id: pick(await city.client.followUp.commitments(), a).id }),
  addInput: (city, { text }) => city.client.followUp.addInput({ said: `Said ${text}` }),
  answerInput: async (city, { a, b, text }) => {
    const { kind, inputId, id } = pick(await city.client.followUp.inputs(), a);
    return city.client.followUp.answer({ inputs: [{ kind, inputId: inputId ?? id ?? '' }], patch: { status: pick(answerStatuses, b), answer: text } });
  },
  removeAnswer: async (city, { a }) =>
    city.client.followUp.removeAnswer({
      id: pick(
        (await city.client.followUp.inputs()).flatMap(({ id }) => id ?? []),
        a,
      ),
    }),
  addScore: (city, { a, b, text }) =>
    city.client.followUp.addScore({ question: text, groupLabel: pick(['', 'Women', 'Men'], a), mean: 1 + (b % 5), people: b }),
  updateScore: async (city, { a, b }) => city.client.followUp.updateScore({ id: pick(await city.client.followUp.scores(), a).id, patch: { people: b } }),
  removeScore: async (city, { a }) => city.client.followUp.removeScore({ id: pick(await city.client.followUp.scores(), a).id }),
  addLesson: (city, { text }) => city.client.followUp.addLesson({ text }),
  updateLesson: async (city, { a, text }) =>
    city.client.followUp.updateLesson({ id: pick(await city.client.followUp.lessons(), a).id, patch: { nextTime: text } }),
  removeLesson: async (city, { a }) => city.client.followUp.removeLesson({ id: pick(await city.client.followUp.lessons(), a).id }),
  mark: async (city, { a, b, text }) =>
    city.client.policyChecks.mark({
      ...{ measureId: a % 2 === 0 ? null : pick(await city.client.policy.measures(), a).id, theme: pick(markerThemes, b) },
      ...pick([{ level: b % 4 }, { level: null }, { reason: text }], a + b),
    }),
  answerSafeguard: (city, { a, b, text }) =>
    city.client.policyChecks.answerSafeguard({
      ...{ measureId: null, question: pick(safeguardQuestions, a), stage: pick(safeguardStages, b), level: pick(safeguardLevels, a), mitigation: text },
    }),
  gradePlan: (city, { a, b, text }) => city.client.policyChecks.grade({ attribute: pick(planAttributes, a), grade: orNull(a, b % 4), reason: text }),

  addPartnership: async (city, { a, text }) =>
    city.client.partnerships.add({ name: `P ${text}`, memberIds: ids(await city.client.stakeholders.list(), a), pledgeAmount: a, pledgeCurrency: 'PEN' }),
  updatePartnership: async (city, { a, b, text }) => {
    const stakeholders = await city.client.stakeholders.list();
    const patch = pick([{ agreement: text }, { memberIds: ids(stakeholders, a) }, { pledgeAmount: null }, { status: pick(partnershipStatuses, a) }], b);
    return city.client.partnerships.update({ id: pick(await city.client.partnerships.list(), a).id, patch });
  },
  removePartnership: async (city, { a }) => city.client.partnerships.remove({ id: pick(await city.client.partnerships.list(), a).id }),
  addContribution: async (city, { a, b, text }) => {
    const { id, memberIds } = pick(await city.client.partnerships.list(), a);
    return city.client.partnerships.addContribution({ partnershipId: id, what: text, amount: orNull(b, b * 10), stakeholderId: memberIds[0] ?? null });
  },
  updateContribution: async (city, { a, text }) => {
    const { contributions } = pick(await city.client.partnerships.list(), a);
    return city.client.partnerships.updateContribution({ id: pick(contributions, a).id, patch: { what: text, amount: a } });
  },
  removeContribution: async (city, { a }) => {
    const { contributions } = pick(await city.client.partnerships.list(), a);
    return city.client.partnerships.removeContribution({ id: pick(contributions, a).id });
  },
  setRole: async (city, { a, b }) =>
    city.client.roles.set({
      measureId: pick(await city.client.policy.measures(), a).id,
      stakeholderId: pick(await city.client.stakeholders.list(), b).id,
      role: pick(raciRoles, a + b),
      has: a % 3 > 0,
    }),
  setAccountable: async (city, { a, b }) =>
    city.client.roles.setAccountable({
      measureId: pick(await city.client.policy.measures(), a).id,
      stakeholderId: pick(await city.client.stakeholders.list(), b).id,
    }),
  confirmRole: async (city, { a, b }) => {
    const { measureId, stakeholderId } = pick((await city.client.roles.get()).roles, a);
    return city.client.roles.confirm({ measureId, stakeholderId, confirmedOn: orNull(b, '2026-02-01') });
  },
  setShare: (city, { a, b, text }) =>
    city.client.representation.setShare({
      attribute: 'residentGroup',
      value: pick(residentGroups, a),
      share: orNull(b, (b % 100) / 100),
      source: text,
      year: 2024,
    }),

  addValidation: async (city, { a, b, text }) =>
    city.client.findings.addValidation({
      findingId: pick(await city.client.findings.list(), a).id,
      ...{ workshopId: orNull(a, await aWorkshop(city)), agree: orNull(b, b % 9), people: 9, note: text, validatedOn: '2026-03-02' },
    }),
  updateValidation: async (city, { a, b, text }) => {
    const validations = (await city.client.findings.list()).flatMap((finding) => finding.validations);
    const patch = pick([{ note: text }, { agree: 1, people: 1 + b }, { validatedOn: null }], b);
    return city.client.findings.updateValidation({ id: pick(validations, a).id, patch });
  },
  removeValidation: async (city, { a }) =>
    city.client.findings.removeValidation({
      id: pick(
        (await city.client.findings.list()).flatMap(({ validations }) => validations),
        a,
      ).id,
    }),
  addTree: async (city, { a, text }) => {
    const [finding] = some(await city.client.findings.list(), a);
    return city.client.trees.add({ title: text, core: { text, findingId: finding?.id ?? null } });
  },
  updateTree: async (city, { a, text }) =>
    city.client.trees.update({ id: pick(await city.client.trees.list(), a).id, patch: pick([{ title: text }, { note: text }], a) }),
  removeTree: async (city, { a, b }) => (b % 3 === 0 ? city.client.trees.remove({ id: pick(await city.client.trees.list(), a).id }) : undefined),
  addTreeNode: async (city, { a, b, text }) => {
    const { id: treeId, nodes } = pick(await city.client.trees.list(), a);
    const near = nodes.length === 0 ? {} : a % 2 === 0 ? { causeOf: pick(nodes, b).id } : { effectOf: pick(nodes, b).id };
    return city.client.trees.addNode({ treeId, text, kind: pick(problemNodeKinds, b), isClaim: b % 2 === 0, ...near });
  },
  updateTreeNode: async (city, { a, b, text }) => {
    const [finding] = some(await city.client.findings.list(), b);
    const patch = pick(
      [{ text }, { objectiveText: text }, { kind: pick(problemNodeKinds, a) }, { findingId: finding?.id ?? null }, { isClaim: a % 2 === 0 }],
      b,
    );
    return city.client.trees.updateNode({
      id: pick(
        (await city.client.trees.list()).flatMap(({ nodes }) => nodes),
        a,
      ).id,
      patch,
    });
  },
  removeTreeNode: async (city, { a }) =>
    city.client.trees.removeNode({
      id: pick(
        (await city.client.trees.list()).flatMap(({ nodes }) => nodes),
        a,
      ).id,
    }),
  linkTreeNodes: async (city, { a, b }) => {
    const { id: treeId, nodes } = pick(await city.client.trees.list(), a);
    const [cause, effect] = [pick(nodes, a), pick(nodes, b)];
    return cause.id === effect.id ? undefined : city.client.trees.link({ treeId, causeId: cause.id, effectId: effect.id });
  },
  unlinkTreeNodes: async (city, { a, b }) => {
    const { id: treeId, links } = pick(await city.client.trees.list(), a);
    return city.client.trees.unlink({ treeId, ...pick(links, b) });
  },
  moveTreeNodes: async (city, { a, b }) => {
    const { id: treeId, nodes } = pick(await city.client.trees.list(), a);
    return a % 4 === 0
      ? city.client.trees.arrange({ treeId })
      : city.client.trees.move({ treeId, positions: nodes.slice(0, 2).map(({ id }) => ({ id, x: a, y: -b })) });
  },
  makeTreeObjective: async (city, { a }) => {
    const worded = (await city.client.trees.list()).flatMap(({ nodes }) => nodes).filter(({ objectiveText }) => objectiveText.trim() !== '');
    return city.client.trees.makeObjective({ nodeId: pick(worded, a).id });
  },
  addWorkshop: (city, { a, text }) =>
    city.client.workshops.add({ title: text, template: pick(['', 'half-day-rapid', 'training-day'], a), startsOn: orNull(a, '2026-03-02') }),
  updateWorkshop: async (city, { a, text }) =>
    city.client.workshops.update({
      id: pick(await city.client.workshops.list(), a).id,
      patch: pick(
        [
          { title: text },
          { place: text, note: text },
          { startsOn: '2026-03-03', endsOn: '2026-03-04' },
          { smallestGroup: 4 },
          { kind: 'training' as const, course: text },
        ],
        a,
      ),
    }),
  removeWorkshop: async (city, { a, b }) => (b % 4 === 0 ? city.client.workshops.remove({ id: pick(await city.client.workshops.list(), a).id }) : undefined),
  addSession: async (city, { a, text }) =>
    city.client.workshops.addSession({ workshopId: await aWorkshop(city), title: text, day: 1 + (a % 2), minutes: 5 + a }),
  updateSession: async (city, { a, b, text }) =>
    city.client.workshops.updateSession({
      id: pick(await sessionsOf(city), a).id,
      patch: pick(
        [{ title: text }, { how: text, materials: text, notes: text }, { minutes: 10 + b }, { position: b / 3, day: 1 }, { plannedStart: '10:30' }],
        b,
      ),
    }),
  setMinutes: async (city, { a, b }) => {
    const session = pick(await sessionsOf(city), a);
    return city.client.workshops.setMinutes({ workshopId: session.workshopId, minutes: [{ id: session.id, minutes: 5 + b }] });
  },
  removeSession: async (city, { a }) => city.client.workshops.removeSession({ id: pick(await sessionsOf(city), a).id }),
  runSession: async (city, { a, b }) => {
    const { id } = pick(await sessionsOf(city), a);
    const { startSession, pauseSession, endSession } = city.client.workshops;
    return pick(
      [() => startSession({ id }), () => pauseSession({ id }), () => endSession({ id }), () => city.client.workshops.addMinutes({ id, minutes: b - 10 })],
      b,
    )();
  },
  addTable: async (city, { a, text }) =>
    city.client.workshops.addGroup({ workshopId: await aWorkshop(city), name: text, kind: a % 3 === 0 ? 'identity' : 'table', people: a }),
  updateTable: async (city, { a, text }) => city.client.workshops.updateGroup({ id: pick(await tablesOf(city), a).id, patch: { name: text, people: a } }),
  removeTable: async (city, { a }) => city.client.workshops.removeGroup({ id: pick(await tablesOf(city), a).id }),
  formTables: async (city, { a, b }) =>
    city.client.workshops.formGroups({
      ...{ workshopId: await aWorkshop(city), tables: 1 + (a % 4), balance: b % 2 ? ['gender', 'institution'] : [], seed: b },
      ...{ day: b % 5 === 0 ? 1 : null, name: 'Table #' },
    }),
  seat: async (city, { a, b }) => city.client.workshops.seat({ ids: ids(await participantsOf(city), a), groupId: orNull(b, pick(await tablesOf(city), b).id) }),
  addParticipants: async (city, { a, b, text }) =>
    city.client.workshops.addParticipants({
      workshopId: await aWorkshop(city),
      people: Array.from({ length: 1 + (a % 3) }, (_, index) => ({
        ...(index === 0 && { name: `Guest ${text}`, consent: { list: true, photos: b % 2 === 0 } }),
        attributes: { gender: pick(['woman', 'man', 'other'] as const, a + index) },
        residentGroups: some(residentGroups, b),
        presentDays: [1],
        role: text,
      })),
    }),
  updateParticipant: async (city, { a, b, text }) =>
    city.client.workshops.updateParticipant({
      id: pick(await participantsOf(city), a).id,
      patch: pick(
        [
          { role: text, accessNeeds: text },
          { consent: {} },
          { presentDays: [1, 2], presentHours: b },
          { completed: true },
          { name: text, consent: { list: true } },
        ],
        b,
      ),
    }),
  setPresent: async (city, { a, b }) =>
    city.client.workshops.setPresent({ workshopId: await aWorkshop(city), day: 1 + (b % 2), ids: ids(await participantsOf(city), a) }),
  removeParticipants: async (city, { a }) => city.client.workshops.removeParticipants({ ids: [pick(await participantsOf(city), a).id] }),
  addLogEntry: async (city, { a, text }) => city.client.workshops.addLogEntry({ workshopId: await aWorkshop(city), kind: pick(logKinds, a), text }),
  updateLogEntry: async (city, { a, b, text }) =>
    city.client.workshops.updateLogEntry({
      id: pick(await entriesOf(city), a).id,
      patch: pick([{ text }, { status: 'dropped' as const, reason: text }, { responsible: text, dueOn: '2026-05-01' }], b),
    }),
  removeLogEntry: async (city, { a }) => city.client.workshops.removeLogEntry({ id: pick(await entriesOf(city), a).id }),

  addEventReport: async (city) => city.client.eventReports.start({ workshopId: await aWorkshop(city), language: 'en' }),
  updateEventReport: async (city, { a, b, text }) => {
    const patch = pick([{ title: text }, { eventType: pick(eventTypes, a) }, { organisers: [{ name: text, place: '' }] }, { deadlineOn: '2026-09-01' }], b);
    return city.client.eventReports.update({ id: pick(await reportsOf(city), a).id, patch });
  },
  setEventReportText: async (city, { a, b, text }) =>
    city.client.eventReports.setText({ id: pick(await reportsOf(city), a).id, part: pick(reportParts, b), text }),
  takeForEventReport: async (city, { a, b }) =>
    city.client.eventReports.take({ id: pick(await reportsOf(city), a).id, what: pick(['outline', 'title', 'venue'] as const, b), language: 'en' }),
  removeEventReport: async (city, { a, b }) => (b % 3 === 0 ? city.client.eventReports.remove({ id: pick(await reportsOf(city), a).id }) : undefined),
  addSpeaker: async (city, { a, b, text }) =>
    city.client.eventReports.addSpeaker({
      ...{ reportId: pick(await reportsOf(city), a).id, role: pick(speakerRoles, a), fullName: `Voice ${text}` },
      ...(b % 3 === 0 && { personId: pick(await city.client.people.list(), b).id }),
    }),
  updateSpeaker: async (city, { a, b, text }) => {
    const speakers = (await reportsOf(city)).flatMap((report) => report.speakers);
    const patch = pick([{ fullName: text }, { consent: { named: true, email: false } }, { deleteAfter: '2030-01-01' }, { organisation: text }], b);
    return city.client.eventReports.updateSpeaker({ id: pick(speakers, a).id, patch });
  },
  removeSpeaker: async (city, { a }) => {
    const speakers = (await reportsOf(city)).flatMap((report) => report.speakers);
    return city.client.eventReports.removeSpeaker({ id: pick(speakers, a).id });
  },
  addCertificates: async (city) => city.client.certificates.issue({ workshopId: await aWorkshop(city), issuedOn: '2026-05-01', signatoryId: null }),
  setCertificateSignature: async (city) => city.client.certificates.sign({ workshopId: await aWorkshop(city), signatoryId: null }),
  withdrawCertificate: async (city, { a, text }) => {
    const { certificates } = await city.client.certificates.list({ workshopId: await aWorkshop(city) });
    return city.client.certificates.withdraw({ id: pick(certificates, a).id, withdrawnOn: '2026-06-01', reason: text });
  },

  addBallot: async (city, { a, b, text }) =>
    city.client.ballots.add({
      workshopId: await aWorkshop(city),
      kind: pick(ballotKinds, a),
      subject: pick(ballotSubjects, b),
      question: `${text}?`,
      settings: ballotSettingsSchema.parse({ consensus: a % 3 === 0 ? {} : null, isModerated: b % 2 === 0 }),
      ...(b % 3 > 0 && { options: ['One', 'Two', text].map(ownOption) }),
    }),
  updateBallot: async (city, { a, text }) => city.client.ballots.update({ id: (await ballotOf(city, a)).id, patch: { question: `${text}?`, help: text } }),
  setBallotOptions: async (city, { a, b, text }) => {
    const { id, options } = await ballotOf(city, a, 'draft');
    return city.client.ballots.setOptions({ id, options: [...some(options, b), ownOption(text), ownOption('Last')] });
  },
  moveBallot: async (city, { a, b }) => city.client.ballots.move({ id: (await ballotOf(city, a)).id, position: b }),
  openBallot: async (city, { a }) => city.client.ballots.open({ id: (await ballotOf(city, a, 'draft')).id }),
  closeBallot: async (city, { a }) => city.client.ballots.close({ id: (await ballotOf(city, a, 'open')).id }),
  reopenBallot: async (city, { a }) => city.client.ballots.reopen({ id: (await ballotOf(city, a, 'closed')).id }),
  addNextRound: async (city, { a }) => city.client.ballots.nextRound({ id: (await ballotOf(city, a, 'closed')).id }),
  removeBallot: async (city, { a, b }) => (b % 3 === 0 ? city.client.ballots.remove({ id: (await ballotOf(city, a)).id }) : undefined),
  enterPaper: async (city, { a, b }) => {
    const ballot = await ballotOf(city, a, 'open');
    const paperCode = sheetCode(ballotMark(ballot.id), (b % 5) + 1);
    return city.client.ballots.enterPaper({
      ...{ ballotId: ballot.id, paperCode, groupId: null, answer: someAnswer(ballot, a, b) },
      ...{ entry: (a % 2) + 1, replaces: b % 4 === 0 },
    });
  },
  removePaper: async (city, { a, b }) => {
    const { id } = await ballotOf(city, a);
    return city.client.ballots.removePaper({ ballotId: id, paperCode: pick(await city.client.ballots.papers({ ballotId: id }), b).paperCode });
  },
  setHands: async (city, { a, b }) => {
    const ballot = await ballotOf(city, a, 'open');
    return city.client.ballots.setHands({ ballotId: ballot.id, groupId: null, people: b, counts: {} });
  },
  removeHands: async (city, { a }) => city.client.ballots.removeHands({ ballotId: (await ballotOf(city, a)).id, groupId: null }),
  moderate: async (city, { a, b }) => {
    const statements = await city.client.ballots.statements({ ballotId: (await ballotOf(city, a)).id });
    return city.client.ballots.moderate({ ids: ids(statements, b), moderation: pick(['waiting', 'shown', 'hidden'] as const, a + b) });
  },
  addFromStatements: async (city, { a }) =>
    city.client.ballots.addFromStatements({ workshopId: await aWorkshop(city), fromBallotId: (await ballotOf(city, a, 'closed')).id, kind: 'dots' }),

  addDraft: (city, { a }) => city.client.policyText.addDraft({ template: pick(draftTemplates, a), language: pick(['en', 'es', 'ar'], a) }),
  renameDraft: async (city, { a, text }) => city.client.policyText.renameDraft({ id: pick(await city.client.policyText.drafts(), a).id, title: text }),
  removeDraft: async (city, { a }) => city.client.policyText.removeDraft({ id: pick(await city.client.policyText.drafts(), a).id }),
  addSection: async (city, { a, text }) =>
    city.client.policyText.addSection({ draftId: pick(await city.client.policyText.drafts(), a).id, afterId: null, title: text }),
  updateSection: async (city, { a, b, text }) =>
    city.client.policyText.updateSection({
      id: pick(await sectionsOfDrafts(city), a).id,
      patch: pick([{ title: text }, { isLeftOut: a % 2 === 0 }, { level: 2 as const }], b),
    }),
  moveSection: async (city, { a, b }) => {
    const sections = await sectionsOfDrafts(city);
    return city.client.policyText.moveSection({ id: pick(sections, a).id, beforeId: pick(sections, b).id });
  },
  removeSection: async (city, { a }) => city.client.policyText.removeSection({ id: pick(await sectionsOfDrafts(city), a).id }),
  writeText: async (city, { a, b, text }) => {
    const window = await TextWindow.open(city.client, pick(await sectionsOfDrafts(city), a).id);
    return b % 2 ? window.add(`${text} ${b}`) : window.type(b % Math.max(1, window.paragraphs.length), 0, `${text} `);
  },
  addComment: async (city, { a, b, text }) => {
    const section = pick(await sectionsOfDrafts(city), a);
    const comments = (await city.client.policyText.comments({ draftId: section.draftId })).filter(({ replyTo }) => replyTo === null);
    const asked = b % 2 ? comments[0] : undefined;
    return city.client.policyText.addComment({ sectionId: asked?.sectionId ?? section.id, text: `Why ${text}`, replyTo: asked?.id ?? null });
  },
  setCommentStatus: async (city, { a, b }) =>
    city.client.policyText.setCommentStatus({ id: pick(await commentsOfDrafts(city), a).id, status: pick(commentStatuses, b) }),
  removeComment: async (city, { a }) => city.client.policyText.removeComment({ id: pick(await commentsOfDrafts(city), a).id }),
  addSuggestion: async (city, { a, text }) => {
    const { id: sectionId } = pick(await sectionsOfDrafts(city), a);
    const base = await city.client.policyText.nodes({ sectionId });
    const content = [...base, { type: 'paragraph', content: [{ type: 'text', text: `Also ${text}` }] }];
    return city.client.policyText.addSuggestion({ sectionId, base, content, reason: text });
  },
  decideSuggestion: async (city, { a, b, text }) => {
    const drafts = await city.client.policyText.drafts();
    const suggestions = (await Promise.all(drafts.map(({ id }) => city.client.policyText.suggestions({ draftId: id })))).flat();
    return city.client.policyText.decideSuggestion({ id: pick(suggestions, a).id, isAccepted: b % 2 === 0, answer: text });
  },
  makeVersion: async (city, { a, b, text }) =>
    city.client.policyText.makeVersion({ draftId: pick(await city.client.policyText.drafts(), a).id, kind: pick(versionKinds, b), label: text }),

  addSnapshot: (city, { text }) => city.client.history.addSnapshot({ name: `Snap ${text}` }),
  updateSnapshot: async (city, { a, text }) => city.client.history.updateSnapshot({ id: pick(await city.client.history.snapshots(), a).id, note: text }),
  removeSnapshot: async (city, { a }) => city.client.history.removeSnapshot({ id: pick(await city.client.history.snapshots(), a).id }),
  undo: (city) => city.client.history.undo(),
  redo: async (city) => {
    await city.client.history.undo();
    return city.client.history.redo();
  },
  restoreProject: async (city, { a }) => city.client.history.restoreProject({ revision: pick(await city.client.history.list({}), a).revision }),
  restoreObject: async (city, { a, b }) => {
    const { revision } = pick(await city.client.history.list({}), a);
    const { type, id } = pick((await city.client.history.details({ revision })).objects, b);
    return city.client.history.restoreObject({ type, id, revision: b % 2 ? revision : Math.max(1, revision - 1) });
  },
} satisfies Record<string, DoDeed>;

const deedNames = Object.keys(deeds) as (keyof typeof deeds)[];

/** Things that make something come more often than those that take away, so that there is something to take away. */
const weighted = deedNames.map((what) => ({ arbitrary: fc.constant(what), weight: /^(add|import|set|rate|undo|redo)/.test(what) ? 3 : 2 }));

export const deedArbitrary: fc.Arbitrary<Deed> = fc.record({
  what: fc.oneof(...weighted),
  a: fc.nat(40),
  b: fc.nat(40),
  text: fc.oneof(fc.string({ maxLength: 8 }), fc.constantFrom('Ñandú', 'سلامة', '«a» & <b>', '')),
});

/** Does it as far as it can be done: what is refused, or has nothing to be done to, leaves the project as it is. Returns whether it was done. */
export async function doDeed(city: EngineFixture, { what, ...deed }: Deed): Promise<boolean> {
  try {
    await deeds[what](city, deed);
    return true;
  } catch (error) {
    if (error instanceof NothingThere) return false;
    if (error instanceof ORPCError && (error.code === 'REFUSED' || error.code === 'BAD_REQUEST')) return false;
    throw error;
  }
}
