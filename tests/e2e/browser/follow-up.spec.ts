import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('values against targets, a report on a measure, a promise kept, an answer given and the checks of the plan', async ({ page, client, newProject }) => {
  await newProject();
  const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
  const { id: measureId } = await client.policy.addMeasure({
    ...{ objectiveId, title: 'Lamps', startYear: 2024, endYear: 2030, capitalCost: 1000, indicatorText: 'Lamps out of order' },
    ...{ baselineValue: 40, baselineYear: 2023, targetValue: 30, targetYear: 2030 },
  });
  const { id: workshopId } = await client.workshops.add({ title: 'Harbour', template: '' });
  await client.workshops.addLogEntry({ workshopId, kind: 'commitment', text: 'List of lamps', responsible: 'Public Works' });
  await client.workshops.addLogEntry({ workshopId, kind: 'parking', text: 'Night bus' });

  await goTo(page, '/follow-up');
  await page.getByRole('button', { name: 'Values : Lamps' }).click();
  await page.getByLabel('Value', { exact: true }).fill('34');
  await page.getByRole('button', { name: 'Write down a value' }).click();
  await expect.poll(async () => (await client.followUp.progress())[0]?.share).toBeCloseTo(0.6, 9);
  await expectAccessible(page);

  await goTo(page, '/follow-up/measures');
  await page.getByRole('button', { name: 'Lamps', exact: true }).click();
  await page.getByRole('dialog').getByLabel('What happened').fill('Half of them are up.');
  await page.getByRole('dialog').getByRole('button', { name: 'Add report' }).click();
  await expect.poll(async () => (await client.policy.measures())[0]?.status).toBe('on-track');
  await page.keyboard.press('Escape');

  await goTo(page, '/follow-up/commitments');
  await page.getByRole('button', { name: 'Make a commitment' }).click();
  await expect.poll(async () => (await client.followUp.commitments()).length).toBe(1);
  await expect(page.getByRole('button', { name: 'List of lamps', exact: true })).toBeVisible();

  await goTo(page, '/follow-up/answers');
  await page.getByRole('checkbox', { name: 'Choose: Night bus' }).check();
  await page.getByLabel('Answer in plain words').fill('It runs until four.');
  await page.getByRole('button', { name: 'Answer this one' }).click();
  await expect.poll(async () => (await client.followUp.inputs())[0]).toMatchObject({ status: 'did', answer: 'It runs until four.', isWaiting: false });
  await expectAccessible(page);

  await goTo(page, '/policy/checks');
  await page.getByRole('tab', { name: 'Safeguards' }).click();
  await page.getByRole('region', { name: 'Can a group be harmed?' }).getByText('Possible').click();
  await page.getByRole('region', { name: 'Can a group be harmed?' }).getByLabel('What is done about it').fill('Traders keep their places.');
  await page.getByRole('tab', { name: 'Inclusion' }).click();
  await page.getByRole('button', { name: 'Lamps, Gender: not looked at yet' }).click();
  await page.getByRole('radio', { name: /2 – / }).click();
  await expect.poll(async () => (await client.policyChecks.review()).markers).toMatchObject([{ measureId, theme: 'gender', level: 2 }]);
  await expect
    .poll(async () => (await client.policyChecks.review()).safeguards)
    .toMatchObject([{ level: 'possible', mitigation: 'Traders keep their places.' }]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: 'Checks' }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Lamps' }).first().click();
  await expect(page).toHaveURL(new RegExp(`object=${measureId}`));
  await switchLanguage(page, 'ar');
  await goTo(page, '/policy/checks');
  await expectAccessible(page);
});

test('a value and a report that were told wrongly are put right where they stand', async ({ page, client, newProject }) => {
  await newProject();
  const { id: objectiveId } = await client.policy.addObjective({ title: 'Light' });
  const { id: measureId } = await client.policy.addMeasure({ objectiveId, title: 'Lamps', indicatorText: 'Lamps out of order', baselineValue: 40 });
  await client.followUp.addActual({ measureId, measuredOn: '2025-06-30', value: 340, source: 'Public Works' });
  await client.followUp.addReport({ measureId, reportedOn: '2025-06-30', status: 'delayed', explanation: 'None is up.' });
  const point = async () => (await client.followUp.progress())[0]?.points;

  await goTo(page, '/follow-up');
  await page.getByRole('button', { name: 'Values : Lamps' }).click();
  await page.getByRole('button', { name: /^Change the value of/ }).click();
  await expect(page.getByLabel('Value', { exact: true })).toBeFocused();
  await page.getByLabel('Value', { exact: true }).fill('34');
  await page.getByRole('button', { name: 'Keep the change' }).click();
  await expect.poll(point).toMatchObject([{ on: '2025-06-30', value: 34, source: 'Public Works' }]);
  await expect(page.getByRole('button', { name: /^Write down/ })).toBeVisible();

  await goTo(page, '/follow-up/measures');
  await page.getByRole('button', { name: 'Lamps', exact: true }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByRole('button', { name: /^Change the report of/ }).click();
  await expect(drawer.getByLabel('What happened')).toHaveValue('None is up.');
  await drawer.getByLabel('What happened').fill('Half of them are up.');
  await drawer.getByRole('button', { name: 'Keep the change' }).click();
  await expect
    .poll(async () => (await client.followUp.measures())[0]?.reports)
    .toMatchObject([{ reportedOn: '2025-06-30', status: 'delayed', explanation: 'Half of them are up.' }]);
  await drawer.getByRole('button', { name: /^Change the report of/ }).click();
  await drawer.getByRole('button', { name: 'Cancel' }).click();
  await expect(drawer.getByRole('button', { name: 'Add report' })).toBeVisible();
  await expectAccessible(page);
});
