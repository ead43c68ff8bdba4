import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('a workshop is made from an agenda, its first item runs on every screen, and an item is moved by the keyboard', async ({ page, client, newProject }) => {
  await newProject();
  await goTo(page, '/workshops');
  await page.getByRole('button', { name: 'Make the first workshop' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: /Half day, rapid/ }).click();
  await dialog.getByLabel('Title').fill('Safe streets');
  await dialog.getByLabel('Begins at').fill('08:30');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Make the workshop' }).click();
  const [workshop] = await expect
    .poll(async () => client.workshops.list())
    .toHaveLength(1)
    .then(() => client.workshops.list());
  const workshopId = workshop?.id ?? '';
  const titles = async () => (await client.workshops.sessions({ workshopId })).map(({ title }) => title);
  const before = await titles();
  await page.getByRole('button', { name: `Move “${before[1]}”: drag, or use the arrow keys` }).press('ArrowDown');
  await expect.poll(async () => (await titles()).slice(0, 3)).toEqual([before[0], before[2], before[1]]);

  await page
    .getByRole('button', { name: `Start “${before[0]}”` })
    .first()
    .click();
  await expect(page.getByRole('timer')).toContainText(before[0] ?? '');
  await page.getByRole('button', { name: '5 minutes' }).click();
  await expect.poll(async () => (await client.workshops.running())?.session.addedMinutes).toBe(5);
  await expectAccessible(page);
  await goTo(page, '/stakeholders');
  await expect(page.getByRole('link', { name: /To the agenda/ })).toContainText(before[0] ?? '');
  await page.keyboard.press('Alt+N');
  await page.getByRole('dialog').getByText('Decision', { exact: true }).click();
  await page.getByRole('dialog').getByLabel('What', { exact: true }).fill('Light first');
  await page.getByRole('dialog').getByLabel('What', { exact: true }).press('Control+Enter');
  await expect.poll(async () => (await client.workshops.log({ workshopId }))[0]).toMatchObject({ kind: 'decision', text: 'Light first' });
  await switchLanguage(page, 'ar');
  await goTo(page, '/workshops');
  await expectAccessible(page);
});

test('people are listed as they agreed, seated evenly, and moved by hand', async ({ page, client, newProject }) => {
  await newProject();
  const { id: workshopId } = await client.workshops.add({ title: 'Safe streets', template: 'half-day-rapid' });
  await goTo(page, '/workshops/people');
  await page.getByRole('combobox', { name: 'Name (only with consent)' }).fill('Amina Salah');
  await expect(page.getByText('Ask first, then tick')).toBeVisible();
  await page.getByLabel('Agrees to be on the list').check();
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(page.getByRole('cell', { name: 'Amina Salah', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Several at once' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('One person a line: name; body; role').fill('Luis Ortega; Police; Officer\n; Market; Trader');
  await dialog.getByLabel('Further people without details').fill('5');
  await dialog.getByRole('button', { name: 'Add 7 people' }).click();
  await expect.poll(async () => (await client.workshops.participants({ workshopId })).map(({ name }) => name).join()).toBe('Amina Salah,,,,,,,');
  await expectAccessible(page);

  const pasted = 'Role\tName\tBody\nJudge\t"Noor ""N"" Haddad"\tCourt\nClerk\t\tCourt\n';
  await page.getByRole('combobox', { name: 'Name (only with consent)' }).evaluate((field, text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, pasted);
  await expect(dialog.getByLabel('One person a line: name; body; role')).toHaveValue(pasted);
  await dialog.getByLabel('Everybody named here agreed to be on the list').check();
  await dialog.getByRole('button', { name: 'Add 2 people' }).click();
  await expect
    .poll(async () => (await client.workshops.participants({ workshopId })).slice(-2))
    .toMatchObject([
      { name: 'Noor "N" Haddad', role: 'Court, Judge' },
      { name: '', role: 'Court, Clerk' },
    ]);

  await page.getByText('Groups', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Tables', exact: true }).fill('2');
  await page.getByRole('button', { name: 'Form tables' }).click();
  await expect.poll(async () => (await client.workshops.groups({ workshopId })).map(({ people }) => people)).toEqual([5, 5]);
  await expectAccessible(page);
  const [first] = await client.workshops.participants({ workshopId });
  const groups = await client.workshops.groups({ workshopId });
  const target = groups.find(({ id }) => id !== first?.groupId);
  await page.getByRole('button', { name: 'Move Amina Salah to another table' }).click();
  await page.getByRole('menuitem', { name: target?.name ?? '' }).click();
  await expect.poll(async () => (await client.workshops.participants({ workshopId }))[0]?.groupId).toBe(target?.id);
  await page.getByText('Totals', { exact: true }).click();
  await expect(page.getByText('on the list', { exact: true })).toBeVisible();
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
});

test('the log is searched, and what was parked says what became of it', async ({ page, client, newProject }) => {
  await newProject();
  const { id: workshopId } = await client.workshops.add({ title: 'Safe streets' });
  await client.workshops.addLogEntry({ workshopId, kind: 'parking', text: 'Opening hours of bars' });
  await client.workshops.addLogEntry({ workshopId, kind: 'decision', text: 'Light first' });
  await goTo(page, '/workshops/log');
  await page.getByRole('textbox', { name: 'Search the log' }).fill('bars');
  await expect(page.getByRole('listitem').filter({ hasText: 'Parking lot' })).toHaveCount(1);
  await expect(page.getByText('Light first')).toHaveCount(0);
  await page.getByRole('combobox', { name: 'What became of it' }).click();
  await page.getByRole('option', { name: 'Dropped' }).click();
  await page.getByLabel('Why it was dropped').fill('Not ours');
  await expect
    .poll(async () => (await client.workshops.log({ workshopId })).find(({ kind }) => kind === 'parking'))
    .toMatchObject({ status: 'dropped', reason: 'Not ours' });
  await expectAccessible(page);
  await switchLanguage(page, 'ar');
  await expectAccessible(page);
});
