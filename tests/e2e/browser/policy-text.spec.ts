import { expectAccessible, switchLanguage } from './accessibility.ts';
import { expect, goTo, test } from './fixtures.ts';

test('a policy is written from a template: typed words are saved, undone, commented on, suggested and kept as a version', async ({
  page,
  client,
  newProject,
  complaints,
}) => {
  await newProject();
  await client.policy.update({ vision: 'A harbour without fear.' });
  await goTo(page, '/policy/text');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Begin: Safety policy in short' }).click();
  const editor = page.getByRole('textbox', { name: 'Text of “Purpose”' });
  const textOf = async (title: string) => (await client.policyText.drafts())[0]?.sections.find((section) => section.title === title)?.plainText;

  await editor.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type(' Nobody is left out.');
  await expect.poll(() => textOf('Purpose')).toMatch(/ Nobody is left out\.$/);
  await expect(page.getByText('Saved in the project')).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(editor).not.toContainText('Nobody is left out');
  await expect.poll(() => textOf('Purpose')).not.toContain('Nobody is left out');
  await page.keyboard.press('Control+y');
  await expect(editor).toContainText('Nobody is left out');

  // What another window writes comes by itself.
  const section = (await client.policyText.drafts())[0]?.sections[0];
  const base = await client.policyText.nodes({ sectionId: section?.id ?? '' });
  const { id } = await client.policyText.addSuggestion({
    sectionId: section?.id ?? '',
    base,
    content: [...base, { type: 'paragraph', content: [{ type: 'text', text: 'Written elsewhere.' }] }],
    reason: 'It was missing.',
  });
  await client.policyText.decideSuggestion({ id, isAccepted: true });
  await expect(editor).toContainText('Written elsewhere.');

  await editor.getByText('Written elsewhere.').click({ clickCount: 3 });
  await page.getByRole('button', { name: 'Comment', exact: true }).click();
  await page.getByLabel('Comment on these words').fill('By whom?');
  await page.getByRole('region', { name: 'Comments' }).getByRole('button', { name: 'Comment', exact: true }).click();
  await expect(editor.locator('[data-comment]')).toHaveText('Written elsewhere.');
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Vision and principles', exact: true }).click();
  await expect(page.getByLabel('Vision', { exact: true })).toContainText('A harbour without fear.');
  await client.policy.update({ vision: 'Calm nights.' });
  await expect(page.getByLabel('Vision', { exact: true })).toContainText('Calm nights.');
  await page.keyboard.press('Alt+ArrowUp');
  await expect.poll(async () => (await client.policyText.drafts())[0]?.sections[0]?.title).toBe('Vision and principles');

  await page.getByRole('button', { name: 'Keep a version' }).click();
  await page.getByRole('dialog').getByLabel('Adopted').check();
  await page.getByLabel('Adopted by').fill('Municipal council');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep a version' }).click();
  await page.getByRole('button', { name: 'Read' }).click();
  await expect(page.getByRole('dialog')).toContainText('Calm nights.');
  await expectAccessible(page);
  expect(complaints).toEqual([]);
});

test('the sample city’s policy stands in Arabic from right to left and is accessible; a suggestion is answered', async ({ page, client, openSample }) => {
  await openSample();
  await client.policyText.addDraft({ template: 'council-resolution', language: 'ar' });
  await switchLanguage(page, 'ar');
  await goTo(page, '/policy/text');
  const editor = page.getByRole('textbox', { name: /نص/ });
  await expect(editor).toHaveAttribute('dir', 'rtl');
  await expect(editor).toContainText('إنّ المجلس البلدي');
  await expectAccessible(page);
  const [english] = await client.policyText.drafts();
  const legal = english?.sections.find(({ code }) => code === 'legal-basis');
  await page.getByRole('combobox', { name: 'أي مسودة' }).click();
  await page.getByRole('option', { name: /Puerto Sereno/ }).click();
  await page.getByRole('button', { name: 'Legal basis', exact: true }).click();
  await expect(page.locator('ins').first()).toContainText('every month');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'قبول' }).click();
  await expect.poll(async () => JSON.stringify(await client.policyText.nodes({ sectionId: legal?.id ?? '' }))).toContain('share data every month');
});
