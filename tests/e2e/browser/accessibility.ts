import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/**
 * Fails with the rule and the elements when axe finds something serious or critical on the page, once it stands still. A page without frames is
 * looked at by axe whole (`setLegacyMode`): the other way opens one more page for every look. What passes is not written down.
 */
export async function expectAccessible(page: Page): Promise<void> {
  await untilStill(page);
  const axe = new AxeBuilder({ page }).setLegacyMode(page.frames().length === 1).options({ resultTypes: ['violations'] });
  const { violations } = await axe.analyze();
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.any[0]?.message ?? ''}`).join('\n  ')}`);
  expect(found).toEqual([]);
}

/** How long nothing may come or go for a page to stand still, and the longest that is waited for it, in milliseconds. */
const stillness = { quiet: 250, most: 10_000 };

/** Waits until what is being read has come, and nothing fades or moves any more: contrast counts once a thing has faded in. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async ({ quiet, most }) => {
    const started = performance.now();
    let changedAt = started;
    const observer = new MutationObserver(() => {
      changedAt = performance.now();
    });
    observer.observe(document.body, { childList: true, subtree: true });
    // What moves for ever (a pulse, a spinner) never ends.
    const moves = () =>
      document.getAnimations().some(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
    const isStill = () => performance.now() - changedAt >= quiet && !document.querySelector('.mantine-Skeleton-root[data-visible]') && !moves();
    while (!isStill() && performance.now() - started < most) await new Promise((resolve) => setTimeout(resolve, 50));
    observer.disconnect();
  }, stillness);
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
