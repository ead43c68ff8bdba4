import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('undo and redo say what they do, by button and by keyboard', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Ward council' });
  await client.stakeholders.rate({ id, rater: '', power: 4, interest: null });
  await goTo(page, '/stakeholders');
  await page.getByRole('button', { name: 'Undo: “Ward council” moved to high power' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Undone: “Ward council” moved to high power' })).toBeAttached();
  await expect.poll(async () => (await client.stakeholders.list())[0]?.power).toBeNull();
  await page
    .getByRole('group', { name: /^Undone/ })
    .getByRole('button', { name: 'Redo' })
    .click();
  await expect.poll(async () => (await client.stakeholders.list())[0]?.power).toBe(4);

  await page.getByRole('main').click({ position: { x: 4, y: 4 } });
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await client.stakeholders.list())[0]?.power).toBeNull();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await client.stakeholders.list()).length).toBe(0);
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(async () => (await client.stakeholders.list()).length).toBe(1);
  await page.keyboard.press('Control+y');
  await expect.poll(async () => (await client.stakeholders.list())[0]?.power).toBe(4);
  await expect(page.getByRole('button', { name: 'Nothing to redo' })).toBeVisible();
});

test('inside a text field the keys belong to the field', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Ward council' });
  await goTo(page, '/stakeholders');
  const field = page.getByLabel('Add a stakeholder');
  await field.click();
  await page.keyboard.type('Traders');
  await page.keyboard.press('Control+z');
  await expect(field).not.toHaveValue('Traders');
  expect((await client.stakeholders.list()).map(({ name }) => name)).toEqual(['Ward council']);
});

test('what was removed can be taken back at once', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Fundación Puente' });
  await goTo(page, '/stakeholders');
  await page.getByRole('button', { name: 'Details of Fundación Puente' }).click();
  await page.getByRole('button', { name: 'Remove from the register' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  const note = page.getByRole('group', { name: 'Stakeholder “Fundación Puente” removed' });
  await note.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(async () => (await client.stakeholders.list()).map(({ name }) => name)).toEqual(['Fundación Puente']);
});

test('the timeline tells what was done, field by field, and brings things back', async ({ page, client, newProject }) => {
  await newProject();
  await client.history.setAuthor({ person: 'Table 3' });
  const { id } = await client.stakeholders.add({ name: 'Traders', sector: 'private' });
  await client.stakeholders.rate({ id, rater: '', power: 2, interest: 5 });
  await client.stakeholders.update({ id, patch: { sector: 'community' } });
  await client.stakeholders.remove({ id });
  await client.areas.add({ name: 'Centro' });
  await goTo(page, '/history');
  const entries = page.getByRole('region', { name: 'Changes by day' });
  await expect(entries.getByRole('button', { name: /Stakeholder “Traders” removed/ })).toContainText('Table 3');

  await entries.getByRole('button', { name: /Stakeholder “Traders” changed \(Sector\)/ }).click();
  await expect(entries).toContainText('Private sector');
  await page.getByRole('combobox', { name: 'About' }).click();
  await page.getByRole('option', { name: 'Areas and population' }).click();
  await expect(entries.getByRole('button')).toHaveCount(1);
  await page.getByRole('button', { name: 'Show everything' }).click();

  await entries.getByRole('button', { name: /Area “Centro” added/ }).click();
  await page.getByRole('button', { name: 'History of this: Centro' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Show only this in the timeline' }).click();
  await expect(page.getByText('Only: Centro')).toBeVisible();
  await expect(entries.getByRole('button', { name: /Stakeholder/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show everything' }).click();

  await entries.getByRole('button', { name: /Stakeholder “Traders” removed/ }).click();
  await page.getByRole('button', { name: 'Put this back: Traders' }).first().click();
  await expect.poll(async () => await client.stakeholders.list()).toMatchObject([{ id, name: 'Traders', power: 2, interest: 5, sector: 'community' }]);
});

test('the timeline shows what was done in one session, or outside them all', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Police' });
  await goTo(page, '/history');
  const entries = page.getByRole('region', { name: 'Changes by day' });
  await expect(entries.getByRole('button', { name: /“Police” added/ })).toBeVisible();
  const session = page.getByRole('combobox', { name: 'Session' });
  await expect(session).toHaveCount(0);
  const { id: workshopId } = await client.workshops.add({ title: 'Safe streets' });
  const { id } = await client.workshops.addSession({ workshopId, title: 'Opening' });
  await client.workshops.startSession({ id });
  await client.stakeholders.add({ name: 'Traders' });
  await session.click();
  await page.getByRole('option', { name: 'Opening' }).click();
  await expect(entries.getByRole('button')).toHaveCount(1);
  await expect(entries.getByRole('button')).toContainText('Stakeholder “Traders” added');
  await session.click();
  await page.getByRole('option', { name: 'In none' }).click();
  await expect(entries.getByRole('button', { name: /“Police” added/ })).toBeVisible();
  await expect(entries.getByRole('button', { name: /“Traders” added/ })).toHaveCount(0);
  await page.getByRole('button', { name: 'Show everything' }).click();
  await expect(entries.getByRole('button', { name: /“Traders” added/ })).toBeVisible();
});

test('a thing tells its own past and goes back to it', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Traders', note: 'first' });
  await client.stakeholders.update({ id, patch: { note: 'second' } });
  await client.stakeholders.rate({ id, rater: '', power: 2, interest: 5 });
  await goTo(page, '/stakeholders');
  await page.getByRole('button', { name: 'Details of Traders' }).click();
  await page.getByRole('button', { name: 'History of this stakeholder' }).click();
  const past = page.getByRole('dialog', { name: 'History: Traders' });
  await expect(past).toContainText('moved to low power and very high interest');
  await past.getByRole('button', { name: 'Put back to this' }).click();
  await expect.poll(async () => (await client.stakeholders.list())[0]?.note).toBe('first');
});

test('the whole project goes back to a moment, said beforehand and undoable', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Police' });
  await client.stakeholders.add({ name: 'Traders' });
  await client.stakeholders.add({ name: 'Mothers of La Loma' });
  await goTo(page, '/history');
  await page.getByRole('button', { name: /Stakeholder “Police” added/ }).click();
  await page.getByRole('button', { name: 'Put the project back to this moment' }).click();
  const question = page.getByRole('alertdialog');
  await expect(question).toContainText('Stakeholders 2 removed');
  await question.getByRole('button', { name: 'Put it back' }).click();
  await expect.poll(async () => (await client.stakeholders.list()).map(({ name }) => name)).toEqual(['Police']);
  await page.getByRole('button', { name: /^Undo: Whole project put back/ }).click();
  await expect.poll(async () => (await client.stakeholders.list()).length).toBe(3);
});

test('snapshots are made, compared, gone back to; the history is made smaller and keeps them', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Police' });
  await goTo(page, '/history/snapshots');
  await page.getByRole('button', { name: 'Make a snapshot' }).click();
  await page.getByRole('dialog').getByLabel('Name').fill('After workshop 1');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep this state' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'After workshop 1' })).toBeVisible();
  await client.stakeholders.add({ name: 'Traders' });
  await expect(page.getByRole('region', { name: 'What changed between two states' })).toContainText('Stakeholders 1 added');

  await page.getByRole('button', { name: 'Make the history smaller…' }).click();
  await expect(page.getByRole('alertdialog')).toContainText('cannot be undone');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make it smaller' }).click();
  await expect(page.getByRole('button', { name: 'Nothing to undo' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'What changed between two states' })).toContainText('Stakeholders 1 added');

  await page.getByRole('button', { name: 'More for “After workshop 1”' }).click();
  await page.getByRole('menuitem', { name: 'Put the project back to it' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Put it back' }).click();
  await expect.poll(async () => (await client.stakeholders.list()).map(({ name }) => name)).toEqual(['Police']);
});

test('who works here is said once, stays, and stands beside changes', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/city');
  await page.getByRole('button', { name: 'Say who works at this computer' }).click();
  await page.getByRole('textbox', { name: 'Who works at this computer?' }).fill('Table 3');
  await page.keyboard.press('Tab');
  await expect.poll(async () => (await client.history.author()).person).toBe('Table 3');
  await client.stakeholders.add({ name: 'Police' });
  expect((await client.history.list({}))[0]?.person).toBe('Table 3');
});

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe in ${language}`, async ({ page, client, openSample }) => {
    await openSample();
    await client.history.addSnapshot({ name: 'After workshop 1' });
    await client.stakeholders.remove({ id: (await client.stakeholders.list())[0]?.id ?? '' });
    await switchLanguage(page, language);
    await goTo(page, '/history');
    await page.locator('main li button[aria-expanded]').first().click();
    await expect(page.locator('main dl').first()).toBeVisible();
    await expectAccessible(page);
    await goTo(page, '/history/snapshots');
    await expect(page.getByText('After workshop 1').first()).toBeVisible();
    await expectAccessible(page);
  });
}
