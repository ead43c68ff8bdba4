import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { writeBaseMap } from '../../fixtures/base-map.ts';
import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

async function openMap(page: Page) {
  await goTo(page, '/city/areas');
  const map = page.getByRole('application', { name: 'How densely the areas are lived in' });
  await map.waitFor();
  await map.locator('[data-ready] canvas.maplibregl-canvas').waitFor();
  return map;
}

test('a map is read by keyboard alone: in, along, choose, out', async ({ page, openSample, client }) => {
  await openSample();
  const map = await openMap(page);
  const areas = (await client.areas.list({})).filter((area) => area.areaKm2 && area.population && area.layerId === (area.layerId ?? ''));
  const [layer] = await client.areas.layers();
  const densest = areas
    .filter((area) => area.layerId === layer?.id)
    .sort((a, b) => (b.population?.value ?? 0) / (b.areaKm2 ?? 1) - (a.population?.value ?? 0) / (a.areaKm2 ?? 1));
  await map.focus();
  await page.keyboard.press('Enter');
  await expect(map.getByText(`${densest[0]?.name}:`, { exact: false })).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(map.getByText(`${densest[1]?.name}:`, { exact: false })).toBeAttached();
  await page.keyboard.press('Enter');
  await expect(page.locator('tr[aria-selected="true"], tr[data-selected]').filter({ hasText: densest[1]?.name ?? '' })).toBeVisible();
  await page.keyboard.press('Shift+Tab');
  await expect(map.getByText(`${densest[0]?.name}:`, { exact: false })).toBeAttached();
  await page.keyboard.press('Escape');
  await expect(map.getByText(`${densest[0]?.name}:`, { exact: false })).not.toBeAttached();
  await expect(map).toBeFocused();
  // Out of the shapes the page's own order goes on.
  await page.keyboard.press('Tab');
  await expect(map.getByRole('button', { name: 'Zoom in' })).toBeFocused();
});

test('arrows move the map, plus and minus zoom it', async ({ page, openSample }) => {
  await openSample();
  const map = await openMap(page);
  await map.focus();
  const scale = () => map.getByText(/^\d+ k?m$/).textContent();
  const before = await scale();
  for (let press = 0; press < 4; press += 1) await page.keyboard.press('+');
  await expect.poll(scale).not.toBe(before);
  await page.keyboard.press('0');
  await expect.poll(scale).toBe(before);
});

test('a map is saved as a drawing and as a picture, and tells its figures as a table', async ({ page, openSample }) => {
  await openSample();
  await openMap(page);
  for (const [item, ending] of [
    [/SVG/, 'svg'],
    [/PNG/, 'png'],
  ] as const) {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'More for this map' }).click();
    await page.getByRole('menuitem', { name: item }).click();
    const saved = await download;
    expect(saved.suggestedFilename()).toMatch(new RegExp(`How densely the areas are lived in\\.${ending}$`));
    const bytes = readFileSync(await saved.path());
    expect(ending === 'svg' ? bytes.toString('utf8', 0, 300) : bytes.toString('latin1', 1, 4)).toContain(ending === 'svg' ? '<svg' : 'PNG');
  }
  await page.getByRole('button', { name: 'Show as table' }).click();
  await expect(page.getByRole('table', { name: 'How densely the areas are lived in' })).toBeVisible();
});

test('the explore screen shows circles, cells and pairs without a complaint', async ({ page, openSample, complaints }) => {
  await openSample();
  await goTo(page, '/profile/explore');
  const kinds = page.getByRole('radiogroup', { name: 'Kind of map' });
  await kinds.getByText('Cells').click();
  await expect(page.getByText('Hidden to protect people').first()).toBeVisible();
  await expect(page.getByText(/^Cells are 500 m wide/)).toBeVisible();
  await page.getByRole('combobox', { name: 'Compare' }).click();
  await page.getByRole('option', { name: 'Day and night' }).click();
  await expect(page.getByRole('application')).toHaveCount(2);
  await kinds.getByText('Circles').click();
  await expect(page.getByRole('application')).toHaveCount(2);
  expect(complaints).toEqual([]);
});

test('the city’s own base map lies under the areas; one of another place is told', async ({ page, openSample, client, folder, complaints }) => {
  await openSample();
  const [layer] = await client.areas.layers();
  const boundaries = await client.areas.boundaries({ layerId: layer?.id ?? '' });
  const positions = boundaries.features.flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates)).flat(2);
  const [longitudes, latitudes] = [positions.map(([x]) => x), positions.map(([, y]) => y)];
  const box = {
    west: Math.min(...longitudes) - 0.2,
    east: Math.max(...longitudes) + 0.2,
    south: Math.min(...latitudes) - 0.2,
    north: Math.max(...latitudes) + 0.2,
  };
  writeBaseMap(join(folder, 'streets.pmtiles'), box, { tiles: 'vector' });
  writeBaseMap(join(folder, 'elsewhere.pmtiles'), { west: 100, south: 10, east: 100.5, north: 10.5 }, { tiles: 'raster' });
  await openMap(page);
  const choose = async (name: string) => {
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'More for this map' }).click();
    await page
      .getByRole('menuitem', { name: /base map/i })
      .first()
      .click();
    await (await chooser).setFiles(join(folder, name));
  };
  await choose('streets.pmtiles');
  await expect(page.getByText('Base map: © Made for tests')).toBeVisible();
  await choose('elsewhere.pmtiles');
  await expect(page.getByText('The base map “elsewhere.pmtiles” does not show this city.')).toBeVisible();
  await page.getByRole('button', { name: 'More for this map' }).click();
  await page.getByRole('menuitem', { name: 'Work without a base map' }).click();
  await expect(page.getByText(/base map “/i)).toBeHidden();
  expect(complaints).toEqual([]);
});

for (const language of ['en', 'ar']) {
  test(`axe finds nothing serious about maps in ${language === 'en' ? 'English' : 'Arabic'}`, async ({ page, openSample }) => {
    await openSample();
    await switchLanguage(page, language);
    await goTo(page, '/city/areas');
    await page.getByRole('application').first().waitFor();
    await expectAccessible(page);
  });
}
