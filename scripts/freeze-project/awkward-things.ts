import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import type { Engine } from '#main/engine/engine.ts';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { ImportKind } from '#shared/domain/recipes.ts';
import { sheetCode } from '#shared/methods/sheet-code.ts';

/** What a workshop leaves behind besides whole answers: half-filled ones, empty ones, other scripts, things taken out again. */
export async function addAwkwardThings(engine: Engine, client: EngineClient, folder: string): Promise<void> {
  await nameInOtherScripts(client);
  await importAndRemove(engine, client, folder);
  await leaveHalfFilled(client);
  await holdWorkshop(client);
  await planHalfWay(client);
  await removeThings(client);
  await makeWorkbook(engine, client, folder);
}

async function nameInOtherScripts(client: EngineClient): Promise<void> {
  const { team } = await client.project.city();
  await client.project.updateCity({
    name: 'Puerto Sereno / الميناء الهادئ / 静かな港',
    languages: ['es', 'ar', 'zh-Hant'],
    mandate: "Acuerdo 14/2025 «Ciudad segura»\nقرار المجلس ١٤/٢٠٢٥\n\tO'Higgins & Söhne; 100 % <ready>",
    team: [
      ...team,
      { id: uuidv7(), name: 'فاطمة الزهراء', role: 'تيسير الورشة', body: '' },
      { id: uuidv7(), name: '', role: '', body: 'Somebody of the water board' },
      { id: uuidv7(), name: '李小龍', role: '', body: '' },
    ],
    smallNumberThreshold: 7,
  });
}

async function importAndRemove(engine: Engine, client: EngineClient, folder: string): Promise<void> {
  const incidents = await importText(engine, client, { folder, name: 'otra fuente.csv', kind: 'incidents', text: otherIncidents });
  await client.imports.updateDataset({ id: incidents, source: '', licence: '', publishedOn: '2025-02-28' });
  const removed = await importText(engine, client, { folder, name: 'por error.csv', kind: 'incidents', text: otherIncidents.replaceAll('2022', '2021') });
  await client.imports.removeDataset({ id: removed });
  await importText(engine, client, { folder, name: 'actores.csv', kind: 'stakeholders', text: 'Nombre,Sector\n=SUM(1+1),police\n"Asociación ""La Ñ""",\n' });
}

/** Days, hours and places are missing here and there. */
const otherIncidents = `fecha,hora,delito,barrio
2022-03-01,23:15,Robo de motocicleta,Puerto Viejo
2022-03-02,,Robo de motocicleta,Nowhere at all
,,Desaparición de personas,
2022-12-31,00:00,Ataque con «ácido»,Los Astilleros
`;

async function importText(
  engine: Engine,
  client: EngineClient,
  { folder, name, kind, text }: { folder: string; name: string; kind: ImportKind; text: string },
): Promise<string> {
  const path = join(folder, name);
  writeFileSync(path, text);
  const running = await client.imports.run({ file: engine.services.files.hand(path), kind, recipe: {} });
  for (;;) {
    const next = await running.next();
    if (next.done) return next.value.dataset;
  }
}

async function leaveHalfFilled(client: EngineClient): Promise<void> {
  await client.stakeholders.add({});
  const { id } = await client.stakeholders.add({ name: 'مجلس الشباب', note: 'Zeile 1\nZeile 2' });
  await client.stakeholders.rate({ id, rater: 'مجموعة ٢', power: 4, interest: null });
  await client.stakeholders.rate({ id, rater: 'مجموعة ٢', power: null, interest: null });
  await client.areas.add({ name: 'Barrio sin población' });
  await client.risks.add({ kind: 'vulnerability' });
  const finding = await client.findings.add({ evidence: [] });
  await client.findings.addEvidence({ findingId: finding.id, evidence: { kind: 'group-work', stance: 'against', text: '', source: '', refId: null } });
  await client.priorities.add({ title: '', findingId: null });
  await client.priorities.addGroup({ name: '', people: 0 });
  const objective = await client.policy.addObjective({});
  await client.policy.addMeasure({ objectiveId: objective.id });
  await client.policy.addMeasure({ objectiveId: objective.id, title: 'إنارة الشوارع', startYear: 2029, endYear: 2027, capitalCost: 0, fundingOwn: 12.5 });
  await client.policy.update({ vision: 'Una ciudad donde nadie vuelve a casa con miedo.\n\nمدينة يعود فيها الجميع إلى بيوتهم بأمان.' });
  await client.indicators.add({ indicatorCode: 'own/lamps', note: 'lux < 5' });
}

/** Names in several scripts, a session that still runs, a ballot left open with a sheet that breaks its rules, words that look like something else. */
async function holdWorkshop(client: EngineClient): Promise<void> {
  const { id: workshopId } = await client.workshops.add({ title: 'ورشة ‹اختبار›', template: 'half-day-rapid', language: 'ar' });
  const [session] = await client.workshops.sessions({ workshopId });
  if (session) await client.workshops.startSession({ id: session.id });
  const group = await client.workshops.addGroup({ workshopId, name: '=1+1', kind: 'identity' });
  await client.workshops.addParticipants({ workshopId, people: [{ name: 'Zoë "Zz" Ñandú', consent: { list: true } }, { attributes: { gender: 'woman' } }] });
  await client.workshops.addLogEntry({ workshopId, kind: 'parking', text: '<b>later</b>\n\u2028' });
  const dots = await client.ballots.add({
    workshopId,
    kind: 'dots',
    subject: 'own',
    question: '¿Qué «primero»?',
    options: ['A', 'ب'].map((text) => ({ text, picture: '', refId: null, quiz: null })),
  });
  await client.ballots.open({ id: dots.id });
  const { mark } = await client.paper.sheets({ ballotId: dots.id });
  const [first] = dots.options;
  const answer = { kind: 'dots' as const, dots: first ? { [first.id]: 9 } : {} };
  await client.ballots.enterPaper({ ballotId: dots.id, paperCode: sheetCode(mark, 1), groupId: group.id, answer });
  const said = await client.ballots.add({ workshopId, kind: 'statement', subject: 'own', question: '؟' });
  await client.ballots.open({ id: said.id });
  const words = await client.paper.sheets({ ballotId: said.id });
  await client.ballots.enterPaper({
    ballotId: said.id,
    paperCode: sheetCode(words.mark, 7),
    groupId: null,
    answer: { kind: 'statement', text: '"quoted" \\ and 😀' },
  });
  await client.ballots.close({ id: said.id });
}

/** A ring of causes, a restricted word, an option without a score, a text in two directions, a version, a promise without a day. */
async function planHalfWay(client: EngineClient): Promise<void> {
  const { id: treeId } = await client.trees.add({ title: 'شجرة "1"' });
  const cause = await client.trees.addNode({ treeId, kind: 'cause', text: '=SUM(A1)' });
  const effect = await client.trees.addNode({ treeId, kind: 'effect', text: 'Miedo\u2028y silencio' });
  await client.trees.link({ treeId, causeId: cause.nodeId, effectId: effect.nodeId });
  await client.trees.link({ treeId, causeId: effect.nodeId, effectId: cause.nodeId });
  await client.findings.add({ sentence: 'Not for print', isRestricted: true, evidence: [] });
  await client.factors.add({ level: 'community', direction: 'risk', text: '' });
  await client.criteria.add({ name: 'بلا نقاط' });
  const [measure] = await client.policy.measures();
  if (measure) await client.policy.addCostLine({ measureId: measure.id, title: '', kind: 'capital' });
  const [draft] = await client.policyText.drafts();
  if (draft) await client.policyText.makeVersion({ draftId: draft.id, kind: 'adopted', label: 'v ١', body: 'المجلس', number: '12/2026' });
  await client.followUp.addCommitment({ text: 'Lamps «soon»', dueOn: null });
}

async function removeThings(client: EngineClient): Promise<void> {
  const [layer] = await client.areas.layers();
  const areas = await client.areas.list(layer ? { layerId: layer.id } : {});
  const last = areas.at(-1);
  if (last) await client.areas.remove({ id: last.id });
  const stakeholder = (await client.stakeholders.list()).find(({ name }) => name !== '');
  if (stakeholder) await client.stakeholders.remove({ id: stakeholder.id });
}

async function makeWorkbook(engine: Engine, client: EngineClient, folder: string): Promise<void> {
  const making = await client.outputs.make({ kind: 'workbook', language: 'ar', file: engine.services.files.hand(join(folder, 'made before.xlsx')) });
  for (let next = await making.next(); !next.done; ) next = await making.next();
  // A few incidents come and go after it: outputs of the frozen file must not be compared with it.
  for (const { id } of await client.releases.list()) await client.releases.setWithdrawn({ id, isWithdrawn: true });
}
