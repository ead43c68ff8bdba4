import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newProject } from '../../fixtures/engine.ts';
import { TextWindow } from '../../fixtures/text-editor.ts';

test('who is deleted for good stands in no part of the text, no comment and no byte of the file; the other words stay', async () => {
  const city = await newProject();
  const { client } = city;
  const name = 'Anastasia Quintanilla';
  const { id: stakeholderId } = await client.stakeholders.add({ name: 'Municipal Police' });
  const { personId } = await client.people.addContact({ stakeholderId, role: '', details: { name, email: '', phone: '' } });
  const draft = await client.policyText.addDraft({ template: 'short-policy', language: 'en' });
  const section = draft.sections[0];
  const window = await TextWindow.open(client, section?.id ?? '');
  await window.add(`Ask ${name} about the lamps.`);
  await client.policyText.addComment({ sectionId: section?.id ?? '', text: `Is ${name} still there?`, replyTo: null });
  await client.policyText.makeVersion({ draftId: draft.id, kind: 'draft' });
  await client.privacy.erase({ personId, asAuthor: true, inTexts: true });
  const text = (await client.policyText.drafts())[0]?.sections[0]?.plainText ?? '';
  expect(text).toContain('about the lamps.');
  for (const said of [text, JSON.stringify(await client.policyText.comments({ draftId: draft.id })), readFileSync(city.path).toString('latin1')])
    expect(said).not.toContain(name);
  await (await TextWindow.open(client, section?.id ?? '')).add('Written after.');
  expect((await client.policyText.drafts())[0]?.sections[0]?.plainText).toContain('Written after.');
});
