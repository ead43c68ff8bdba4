import type { EngineClient } from '#shared/contract/contract.ts';
import { type Answer, type BallotKind, ballotSettingsSchema } from '#shared/domain/ballots.ts';
import { ballotMark, sheetCode } from '#shared/methods/sheet-code.ts';
import { expectAccessible, switchLanguage, untilStill } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

/** A workshop of three tables, the third of them small, that answered on paper. */
async function workshopWith(client: EngineClient) {
  const workshop = await client.workshops.add({ title: 'Safe harbour', smallestGroup: 5 });
  const groups: string[] = [];
  for (const name of ['Women', 'Men', 'Youth']) groups.push((await client.workshops.addGroup({ workshopId: workshop.id, name })).id);
  const tables = [...Array(7).fill(0), ...Array(6).fill(1), ...Array(3).fill(2)] as number[];
  const ballot = async (
    kind: BallotKind,
    question: string,
    options: readonly string[],
    answer: (ids: readonly string[], table: number, person: number) => Answer,
    more: { subject?: 'own' | 'priorities'; settings?: object; isOpen?: boolean } = {},
  ) => {
    const added = await client.ballots.add({
      workshopId: workshop.id,
      kind,
      subject: more.subject ?? 'own',
      question,
      settings: ballotSettingsSchema.parse(more.settings ?? {}),
      ...(more.subject ? {} : { options: options.map((text) => ({ text, picture: '', refId: null, quiz: null })) }),
    });
    await client.ballots.open({ id: added.id });
    const ids = added.options.map(({ id }) => id);
    for (const [person, table] of tables.entries()) {
      const paperCode = sheetCode(ballotMark(added.id), person + 1);
      await client.ballots.enterPaper({ ballotId: added.id, paperCode, groupId: groups[table] ?? null, answer: answer(ids, table, person) });
    }
    if (!more.isOpen) await client.ballots.close({ id: added.id });
    return added;
  };
  return { workshop, ballot };
}
const ranks = (places: readonly number[]) => (ids: readonly string[]) => ({
  kind: 'ranking' as const,
  places: Object.fromEntries(ids.map((id, index) => [id, places[index] ?? 1])),
});
const order = (ids: readonly string[], table: number): Answer => ranks(table === 0 ? [1, 2, 3] : [3, 1, 2])(ids);
const options = ['Light the market edge', 'Buses until midnight', 'Mediators in schools'];

test('hands rank by first choice, and more answers than people on the list are pointed at', async ({ page, client, newProject }) => {
  await newProject();
  const workshop = await client.workshops.add({ title: 'Safe harbour' });
  await client.workshops.addParticipants({ workshopId: workshop.id, people: Array.from({ length: 12 }, () => ({ presentDays: [1] })) });
  const { id, options: added } = await client.ballots.add({
    ...{ workshopId: workshop.id, kind: 'ranking', subject: 'own', question: 'What comes first?' },
    options: options.map((text) => ({ text, picture: '', refId: null, quiz: null })),
  });
  await client.ballots.open({ id });
  const [first = '', second = ''] = added.map((option) => option.id);
  await client.ballots.setHands({ ballotId: id, groupId: null, people: 20, counts: { [first]: 6, [second]: 11 } });
  await client.ballots.close({ id });
  await goTo(page, '/workshops/results');
  const result = page.getByRole('region', { name: /^Ranking, closed/ });
  await expect(result.getByText(/Buses until midnight.*comes first when all places are counted; 11 of 17 people put it first\./)).toBeVisible();
  await expect(result.getByText(/^20 people answered by show of hands: a hand counts as a first place/)).toBeVisible();
  const who = page.getByRole('region', { name: 'Who is in it' });
  await expect(who.getByText('Answers: 20. Marked present on the attendance list: 12.')).toBeVisible();
  await expectAccessible(page);
});

test('a result says in plain words what it means, shows the groups, and hides the small one', async ({ page, client, newProject }) => {
  await newProject();
  const { ballot } = await workshopWith(client);
  await ballot('ranking', 'What comes first?', options, order);
  await goTo(page, '/workshops/results');
  const result = page.getByRole('region', { name: /^Ranking, closed/ });
  await expect(result.getByText(/Buses until midnight.*comes first when all places are counted; 9 of 16 people put it first\./)).toBeVisible();
  await expect(result.getByText('These are the views of the 16 people present who answered; not of the city.')).toBeVisible();
  await expect(result.getByText('16 of 16 people present. Paper 16')).toBeVisible();
  const groups = page.getByRole('region', { name: 'By group' });
  await expect(groups.getByText('Small groups together', { exact: true })).toBeVisible();
  await expect(groups.getByText('Men and Youth stand together')).toBeVisible();
  await expect(groups.getByRole('row', { name: /Light the market edge/ })).toContainText('Women: 2.00');
  await groups.getByRole('button', { name: /as a table/i }).click();
  await expect(groups.getByRole('columnheader', { name: 'Groups equal' })).toBeVisible();
  await page.getByRole('button', { name: /How .*Buses until midnight/ }).click();
  await expect(page.getByRole('dialog')).toContainText('Borda points');
});

test('a result is kept as evidence, put under a finding, and its first option becomes a priority', async ({ page, client, newProject }) => {
  await newProject();
  const { ballot } = await workshopWith(client);
  const { id } = await ballot('ranking', 'What comes first?', options, order);
  await goTo(page, '/workshops/results');
  await page.getByRole('button', { name: /Keep.*What comes first/ }).click();
  await expect.poll(async () => await client.findings.waiting()).toMatchObject([{ kind: 'group-work', refId: id, shown: { title: 'What comes first?' } }]);
  await page.getByRole('button', { name: 'Use as evidence' }).click();
  await page.getByRole('dialog').getByLabel('Finding', { exact: false }).last().fill('People want to come home at night');
  await page.getByRole('dialog').getByRole('button', { name: /Start/ }).click();
  await expect.poll(async () => (await client.findings.list())[0]?.evidence[0]).toMatchObject({ kind: 'group-work', refId: id });
  await page.getByRole('button', { name: 'Make the first a priority' }).click();
  await expect.poll(async () => (await client.priorities.list()).map(({ title }) => title)).toEqual(['Buses until midnight']);
  await expect(page.getByRole('button', { name: 'The first is a priority' })).toBeDisabled();
});

test('a vote on the priorities is their result, and the screen names which vote counts', async ({ page, client, newProject }) => {
  await newProject();
  for (const title of ['Light', 'Buses', 'Parks', 'Schools']) await client.priorities.add({ title, findingId: null });
  const { ballot } = await workshopWith(client);
  await ballot('dots', 'Where first?', [], (ids, table) => ({ kind: 'dots', dots: { [ids[table] ?? '']: 1 } }), { subject: 'priorities' });
  await goTo(page, '/priorities/result');
  await expect(page.getByText('16 dots by 16 people present')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'The result comes from' })).toHaveValue('Dot vote: Where first? (Safe harbour)');
  const group = await client.priorities.addGroup({ name: 'Stickers', people: 4 });
  const [first] = await client.priorities.list();
  await client.priorities.setTally({ groupId: group.id, priorityId: first?.id ?? '', dots: 4 });
  await expect(page.getByText('4 dots by 4 people in 1 groups')).toBeVisible();
  await page.getByRole('combobox', { name: 'The result comes from' }).click();
  await page.getByRole('option', { name: /Dot vote/ }).click();
  await expect(page.getByText('16 dots by 16 people present')).toBeVisible();
  await expect.poll(async () => (await client.priorities.result()).decided.isAutomatic).toBe(false);
});

test('nothing of an open ballot is shown', async ({ page, client, newProject }) => {
  await newProject();
  const { ballot } = await workshopWith(client);
  await ballot('dots', 'Where first?', options, (ids) => ({ kind: 'dots', dots: { [ids[0] ?? '']: 1 } }), { isOpen: true });
  await goTo(page, '/workshops/results');
  await expect(page.getByText('A ballot is open. Its result can be seen when it is closed, and not before.')).toBeVisible();
  await expect(page.getByText('Light the market edge')).toBeHidden();
});

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe in ${language}, whatever was asked`, async ({ page, client, newProject }) => {
    test.slow();
    await newProject();
    const { ballot } = await workshopWith(client);
    await ballot(
      'agree',
      'How far do you agree?',
      options,
      (ids, table) => ({ kind: 'agree', levels: { [ids[0] ?? '']: 4, [ids[1] ?? '']: 2 + table }, reasons: {} }),
      {
        settings: { consensus: {} },
      },
    );
    await ballot('rating', 'How safe is it?', options, (ids, table) => ({ kind: 'rating', levels: { [ids[0] ?? '']: { day: 4, night: 1 + table } } }), {
      settings: { scale: 'safe', times: ['day', 'night'] },
    });
    await ballot('ranking', 'What comes first?', options, order);
    await switchLanguage(page, language);
    await goTo(page, '/workshops/results');
    for (const question of ['What comes first?', 'How safe is it?', 'How far do you agree?']) {
      const wide = page.getByRole('navigation').getByRole('button', { name: question });
      await untilStill(page);
      if (await wide.isVisible()) await wide.click();
      else {
        await page.locator('main input[aria-haspopup="listbox"]').first().click();
        await page.getByRole('option', { name: question }).click();
      }
      await expect(page.locator('main').getByText(question, { exact: true }).last()).toBeVisible();
      await expectAccessible(page);
    }
  });
}
