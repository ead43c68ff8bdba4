import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** Fails with the rule and the elements when axe finds something serious or critical on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join('\n  ')}`);
  expect(found).toEqual([]);
}

/** The page again in another language, as the language menu would set it. */
export async function switchLanguage(page: Page, language: string): Promise<void> {
  await page.evaluate((tag) => {
    const key = 'city-safety-studio.preferences';
    localStorage.setItem(key, JSON.stringify({ ...JSON.parse(localStorage.getItem(key) ?? '{}'), language: tag }));
  }, language);
  await page.reload();
  await page.locator(`html[lang="${language}"]`).waitFor();
}
