import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('a workshop’s report fills itself, counts its words while they are typed, keeps people out who did not agree, and becomes a Word file', async ({
  page,
  client,
  newProject,
}) => {
  await newProject();
  const { id: workshopId } = await client.workshops.add({
    ...{ title: 'Two days', kind: 'training', place: 'Casa', startsOn: '2026-02-18', endsOn: '2026-02-19', purpose: 'Choose first steps', template: '' },
  });
  await client.workshops.addLogEntry({ workshopId, kind: 'decision', text: 'Lighting comes first' });
  await client.workshops.addParticipants({ workshopId, people: [{ name: 'Ada Ejemplo', consent: { list: true }, completed: true, presentDays: [1] }] });
  const report = () => client.eventReports.get({ workshopId });

  await goTo(page, '/workshops/report');
  await page.getByRole('button', { name: 'Fill from the workshop' }).click();
  const event = page.getByRole('region', { name: 'The event' });
  await expect(event.getByRole('textbox', { name: 'Event title' })).toHaveValue('Two days');
  await expect(event.getByText('Taken from the workshop').first()).toBeVisible();
  await event.getByRole('textbox', { name: 'Venue' }).fill('Town hall');
  await event.getByRole('textbox', { name: 'From', exact: true }).fill('2.30 p.m.');
  await event.getByRole('textbox', { name: 'From', exact: true }).blur();
  await expect.poll(async () => (await report())?.facts).toMatchObject({ venue: 'Town hall', startTime: '14:30' });
  await page.getByRole('region', { name: 'Focus areas and issues' }).getByLabel('Urban mobility').check();
  await expect.poll(async () => (await report())?.facts.themes).toContain('basic-services/mobility');

  const discussion = page.getByRole('region', { name: 'Summary of the discussion' });
  await discussion.getByRole('textbox', { name: 'Outline of discussion and debates' }).fill(Array.from({ length: 510 }, () => 'word').join(' '));
  await expect(discussion.getByRole('status')).toContainText('over the limit of 500');
  await expect.poll(async () => (await report())?.texts.outline.length).toBe(510 * 5 - 1);

  const people = page.getByRole('region', { name: 'Speakers, presenters, moderators' });
  await people.getByLabel('Somebody else: full name').fill('Marta Inventada');
  await people.getByRole('button', { name: 'Add a person' }).click();
  await expect(people.getByText('Not in the report: has not agreed')).toBeVisible();
  await expectAccessible(page);
  await people.getByRole('button', { name: /Marta Inventada/ }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Agrees to stand in the report').check();
  await drawer.getByLabel('Delete after').fill('2020-01-01');
  await expect.poll(async () => (await report())?.speakers[0]).toMatchObject({ consent: { named: true }, isDue: true });
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  await page.getByRole('button', { name: 'Make Word file' }).click();
  await expect(page.getByText(/is ready/)).toBeVisible({ timeout: 60_000 });
  await people.getByRole('button', { name: 'Delete for good' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete for good' }).click();
  await expect.poll(async () => (await report())?.speakers).toEqual([]);

  await goTo(page, '/workshops/people');
  await page.getByText('Certificates', { exact: true }).click();
  await page.getByRole('button', { name: 'Issue 1 certificate' }).click();
  await expect(page.getByRole('cell', { name: 'Ada Ejemplo' })).toBeVisible();
  await expectAccessible(page);
});

test('the report of the sample workshop stands in Arabic from the right and shows where it is over the limit', async ({ page, openSample }) => {
  await openSample();
  await goTo(page, '/workshops/report');
  await expect(page.getByText(/over the limit of 500/)).toBeVisible();
  await expect(page.getByText(/over the limit of 300/)).toBeVisible();
  await switchLanguage(page, 'ar');
  await expect(page.getByRole('heading', { name: 'تقرير الفعالية' })).toBeVisible();
  await expectAccessible(page);
});
