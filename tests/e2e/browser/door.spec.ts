import { expect, test } from './fixtures.ts';

test('the page is drawn under its policy without a complaint, and the address is clean', async ({ page, complaints }) => {
  await expect(page.locator('main')).toBeVisible();
  expect(new URL(page.url()).search).toBe('');
  expect(complaints).toEqual([]);
});

test('a project made beside the page appears in it', async ({ page, newProject }) => {
  await newProject({ name: 'Ciudad de Prueba' });
  await page.evaluate(() => {
    window.location.hash = '/city';
  });
  await expect(page.getByRole('banner').getByText('Ciudad de Prueba')).toBeVisible();
});

test('an engine that dies leaves a page that says so and can start it again, with the project still open', async ({ page, door, newProject }) => {
  await newProject({ name: 'Ciudad de Prueba' });
  const pid = door.engineProcessId();
  expect(pid).toBeGreaterThan(0);
  process.kill(Number(pid), 'SIGKILL');
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.evaluate(() => {
    window.location.hash = '/city';
  });
  await expect(page.getByRole('banner').getByText('Ciudad de Prueba')).toBeVisible();
  expect(door.engineProcessId()).not.toBe(pid);
});
