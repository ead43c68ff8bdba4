import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

const ana = { name: 'Ana Ruiz Paz', email: 'ana.ruiz@puerto.example', phone: '+52 55 1234 5678' };
const standsIn = (path: string, text: string) => readFileSync(path).includes(Buffer.from(text));

test('a contact is entered beside the stakeholder, and the same person at another is chosen, not typed again', async ({ page, client, newProject }) => {
  await newProject();
  await client.stakeholders.add({ name: 'Municipal Police' });
  await client.stakeholders.add({ name: 'Central Market' });
  await goTo(page, '/stakeholders');
  await page.getByRole('button', { name: 'Details of Municipal Police' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Add a contact').fill(ana.name);
  await drawer.getByRole('button', { name: 'Add', exact: true }).click();
  const card = drawer.getByRole('group', { name: ana.name });
  await card.getByLabel('Role there').fill('Press officer');
  await card.getByLabel('Phone').fill(ana.phone);
  await card.getByLabel('E-mail').fill(ana.email);
  await expect(drawer.getByText('This is personal data')).toBeVisible();
  await expect
    .poll(async () => (await client.people.list())[0])
    .toMatchObject({ ...ana, contactOf: [{ stakeholder: 'Municipal Police', role: 'Press officer' }] });
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details of Central Market' }).click();
  await drawer.getByLabel('Add a contact').fill('ana');
  await page.getByRole('option', { name: /Ana Ruiz Paz – Municipal Police/ }).click();
  await expect(drawer.getByText('Also in: Municipal Police')).toBeVisible();
  await expect(drawer.getByLabel('Phone')).toHaveValue(ana.phone);
  expect(await client.people.list()).toHaveLength(1);
  await drawer.getByRole('button', { name: `Remove ${ana.name} as a contact` }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect.poll(async () => (await client.people.list())[0]?.contactOf.length).toBe(1);
});

test('a person is deleted for good after the name is typed; the file and its automatic copies hold nothing of them', async ({ page, client, newProject }) => {
  const path = await newProject();
  const { id } = await client.stakeholders.add({ name: 'Municipal Police', note: `Call ${ana.name}` });
  await client.people.addContact({ stakeholderId: id, role: 'Press officer', details: ana });
  for (const making = await client.copies.make(); ; ) if ((await making.next()).done) break;
  await goTo(page, '/file');
  await page.getByRole('button', { name: `Delete for good: ${ana.name}` }).click();
  const dialog = page.getByRole('alertdialog');
  await expect(dialog).toContainText('This cannot be undone');
  await expect(dialog.getByText('Other texts with the name')).toBeVisible();
  const sure = dialog.getByRole('button', { name: 'Delete for good' });
  await expect(sure).toBeDisabled();
  await expectAccessible(page);
  await dialog.getByLabel(/Type the name/).fill('ana ruiz paz');
  await sure.click();
  await expect(dialog).toContainText('The person is deleted');
  await expect(dialog).toContainText('Copies made before still hold the person');
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  for (const text of Object.values(ana)) expect(standsIn(path, text), text).toBe(false);
  const people = page.getByRole('region', { name: 'People', exact: true });
  await expect(people).toContainText('These copies still hold people');
  const { copies } = await client.privacy.uncleanCopies();
  expect(standsIn(copies[0]?.path ?? '', ana.phone)).toBe(true);
  await expectAccessible(page);
  await people.getByRole('button', { name: 'Take them out of the copies too' }).click();
  await expect(people).toContainText('Cleaned: 1.');
  for (const text of Object.values(ana)) expect(standsIn(copies[0]?.path ?? '', text), text).toBe(false);
});

test('a copy without personal data says what it leaves out and holds nobody', async ({ page, client, newProject, folder }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'Municipal Police', note: `Call ${ana.name}` });
  await client.people.addContact({ stakeholderId: id, role: 'Press officer', details: ana });
  await client.stakeholders.rate({ id, rater: 'Table three', power: 3, interest: 4 });
  await goTo(page, '/file');
  await page.getByRole('button', { name: 'Share without personal data…' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('region', { name: 'What the copy leaves out' })).toContainText('E-mail addresses');
  await expect(dialog.getByRole('checkbox', { name: /Ana Ruiz Paz in 2 places/ })).toBeChecked();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Choose a place and make the copy' }).click();
  await expect(dialog).toContainText('is ready');
  const path = join(folder, 'Puerto Prueba without personal data.citysafety');
  for (const text of [...Object.values(ana), 'Table three', 'Press officer']) expect(standsIn(path, text), text).toBe(false);
  expect(existsSync(`${path}.part`)).toBe(false);
});

test('people, deleting and sharing stand in Arabic from right to left and are accessible', async ({ page, client, newProject }) => {
  await newProject();
  const { id } = await client.stakeholders.add({ name: 'شرطة المدينة' });
  await client.people.addContact({ stakeholderId: id, role: 'الناطق', details: { ...ana, name: 'عمر حداد' } });
  await switchLanguage(page, 'ar');
  await goTo(page, '/stakeholders');
  await page
    .getByRole('button', { name: /شرطة المدينة/ })
    .last()
    .click();
  await expect(page.getByRole('dialog').getByRole('group', { name: 'عمر حداد' })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await goTo(page, '/file');
  await page.getByRole('button', { name: 'مشاركة بلا بيانات شخصية…' }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'حذف نهائي: عمر حداد' }).click();
  await expectAccessible(page);
});
