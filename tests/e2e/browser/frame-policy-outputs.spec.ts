import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

for (const language of ['en', 'ar']) {
  test(`nothing serious for axe on the welcome, policy and output screens in ${language}`, async ({ page, openSample, client }) => {
    // A drawer half faded in has half its contrast.
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await switchLanguage(page, language);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
    await openSample();

    await goTo(page, '/policy');
    const [measure] = await client.policy.measures();
    await expect(page.getByRole('button', { name: measure?.title ?? '' }).first()).toBeVisible();
    await expectAccessible(page);
    await page
      .getByRole('button', { name: measure?.title ?? '' })
      .first()
      .click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page);
    await page.keyboard.press('Escape');

    for (const path of ['/policy/budget', '/outputs']) {
      await goTo(page, path);
      await expect(page.getByRole('table').first()).toBeVisible();
      await expectAccessible(page);
    }
  });
}

test('the palette goes anywhere by name, and keys go to the stages', async ({ page, openSample }) => {
  await openSample();
  await goTo(page, '/city');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('A screen, an action, a name').fill('budget');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Budget' })).toBeVisible();
  await page.keyboard.press('Alt+2');
  await expect(page.getByRole('heading', { level: 1, name: 'Register' })).toBeVisible();
});

test('the frame stands still: what is long scrolls inside it, whatever is placed beyond its end', async ({ page, openSample }) => {
  await openSample();
  for (const path of ['/city', '/city/areas', '/profile/explore', '/file']) {
    await goTo(page, path);
    const table = page.getByRole('table').last();
    await expect(table).toBeAttached();
    await table.evaluate((element) => element.scrollIntoView({ block: 'start' }));
    const { scrollTop, scrollHeight, clientHeight } = await page.evaluate(() => {
      const { scrollTop, scrollHeight, clientHeight } = document.documentElement;
      return { scrollTop, scrollHeight, clientHeight };
    });
    expect({ path, scrollTop, scrollHeight }).toEqual({ path, scrollTop: 0, scrollHeight: clientHeight });
    await expect(page.getByRole('banner').first()).toBeInViewport({ ratio: 1 });
  }
});

test('an address that leads nowhere says so and leads on', async ({ page, openSample }) => {
  await openSample();
  for (const path of ['/follow-up/nowhere', '/import/nothing']) {
    await goTo(page, '/city');
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, path);
    await expect(page.getByText(/There is no screen at this address|This screen could not be shown/)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'To the city' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'About the city' })).toBeVisible();
  }
});

test('projector mode makes type large and takes the help away', async ({ page, openSample }) => {
  await openSample();
  await goTo(page, '/priorities/result');
  const sizeOf = () => page.evaluate(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize));
  await expect(page.getByRole('heading', { level: 1, name: 'Result' })).toBeVisible();
  const before = await sizeOf();
  await page.getByRole('button', { name: 'Projector mode: large type' }).click();
  await expect.poll(sizeOf).toBeGreaterThan(before * 1.3);
  await expect(page.getByRole('complementary', { name: 'Help for this screen' })).toBeHidden();
});

test('what is typed into the plan is kept when the window closes at once', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/policy');
  await page.getByLabel('The city as people want it').fill('A harbour where nobody walks home in fear.');
  await page.reload();
  await expect.poll(async () => (await client.policy.get()).vision).toBe('A harbour where nobody walks home in fear.');
});

test('a measure says what is missing, and the list leads to it', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/policy');
  const [objective] = await client.policy.objectives();
  const measure = await client.policy.addMeasure({ objectiveId: objective?.id ?? '', title: 'Night bus to the settlements' });
  await page.getByText(/places to look at/).click();
  await page.getByRole('complementary', { name: 'What is missing or rests on nothing' }).getByRole('button', { name: measure.title }).first().click();
  await expect(page.getByRole('dialog').getByLabel('What will be done')).toHaveValue('Night bus to the settlements');
});

test('what was given out is listed with what is hidden in it, and sensitive offences ask for more', async ({ page, openSample, client }) => {
  await openSample();
  await goTo(page, '/outputs');
  const workbook = page.getByRole('region', { name: 'Data workbook' });
  await workbook.getByRole('button', { name: 'Make it' }).click();
  await expect(workbook.getByText(/^Ready: /)).toBeVisible({ timeout: 60_000 });
  const [release] = await client.releases.list();
  const list = page.getByRole('table', { name: 'What was given out' });
  await expect(list.getByText(release?.name ?? '')).toBeVisible();
  await expect(list.getByText(/too small/)).toBeVisible();

  // It never left the team: asked once, undone by the same switch.
  const neverLeft = list.getByRole('switch');
  await neverLeft.click({ force: true });
  await page.getByRole('alertdialog').getByRole('button', { name: 'It never left the team' }).click();
  await expect(neverLeft).toBeChecked();
  // While it fades out the dialog still takes the clicks.
  await page.locator('.mantine-Modal-overlay').waitFor({ state: 'detached' });
  await neverLeft.click({ force: true });
  await expect(neverLeft).not.toBeChecked();

  // A sensitive offence is shown from ten on; more may be asked for, less is put right.
  const thresholds = page.getByRole('table', { name: 'From which count on offences are shown' });
  const field = thresholds.getByLabel('Smallest count shown of “Violencia familiar”');
  await expect(field).toHaveValue('10');
  await field.fill('25');
  await field.blur();
  await expect.poll(async () => (await client.releases.thresholds()).find(({ name }) => name === 'Violencia familiar')?.own).toBe(25);
});
