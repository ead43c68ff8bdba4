import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Draft, DraftSection } from '#shared/domain/policy-text.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';
import { TextWindow } from '../../fixtures/text-editor.ts';

async function beginDraft({ client }: EngineFixture, language = 'en'): Promise<Draft> {
  return client.policyText.addDraft({ template: 'short-policy', language });
}

function sectionOf(draft: Draft | undefined, code: string): DraftSection {
  const section = draft?.sections.find((candidate) => candidate.code === code);
  if (!section) throw new Error(`no section ${code}`);
  return section;
}

async function textOf({ client }: EngineFixture, id: string): Promise<string> {
  const drafts = await client.policyText.drafts();
  return drafts.flatMap(({ sections }) => sections).find((section) => section.id === id)?.plainText ?? 'gone';
}

describe('a draft of the policy', () => {
  test.each(['en', 'es', 'ar'])('begins with the parts and first words of its template in %s', async (language) => {
    const city = await newProject();
    for (const { template, title, sections } of await city.client.policyText.templates({ language })) {
      const draft = await city.client.policyText.addDraft({ template, language });
      expect(draft).toMatchObject({ template, title, language });
      expect(draft.sections.map((section) => section.title)).toEqual(sections.map((section) => section.title));
      expect(draft.sections.every(({ hint }) => hint.length > 10)).toBe(true);
    }
    expect(await city.client.policyText.drafts()).toHaveLength(3);
  });

  test('has its parts put in order, renamed, left out, added and removed, and all of it undone', async () => {
    const city = await newProject();
    const { client } = city;
    const { id, sections } = await beginDraft(city);
    const titles = async () => (await client.policyText.drafts())[0]?.sections.map(({ title }) => title);
    const begun = await titles();
    const [first, second, third] = sections as [DraftSection, DraftSection, DraftSection];
    await client.policyText.moveSection({ id: third.id, beforeId: first.id });
    expect((await titles())?.slice(0, 3)).toEqual([third.title, first.title, second.title]);
    await client.policyText.moveSection({ id: third.id, beforeId: null });
    expect((await titles())?.at(-1)).toBe(third.title);
    const added = await client.policyText.addSection({ draftId: id, afterId: first.id, title: 'Our history' });
    expect((await titles())?.slice(0, 3)).toEqual([first.title, 'Our history', second.title]);
    await client.policyText.updateSection({ id: added.id, patch: { title: 'History', isLeftOut: true } });
    await client.policyText.removeSection({ id: second.id });
    expect((await titles())?.slice(0, 2)).toEqual([first.title, 'History']);
    for (let step = 0; step < 5; step += 1) await client.history.undo();
    expect(await titles()).toEqual(begun);
    expect(await textOf(city, second.id)).toBe(second.plainText);
  });

  test('refuses a part that is not there', async () => {
    const city = await newProject();
    const { id } = await beginDraft(city);
    const nobody = '0190a0a0-0000-7000-8000-000000000000';
    expect(await refusalOf(city.client.policyText.addSection({ draftId: id, afterId: nobody, title: 'x' }))).toMatchObject({ code: 'object/not-found' });
    expect(await refusalOf(city.client.policyText.text({ sectionId: nobody, vector: null }))).toMatchObject({ code: 'object/not-found' });
  });
});

describe('words typed into a part', () => {
  test('are in the project at once, are seen by another window, and nothing of either is lost', async () => {
    const city = await newProject();
    const section = sectionOf(await beginDraft(city), 'purpose');
    const one = await TextWindow.open(city.client, section.id);
    const two = await TextWindow.open(city.client, section.id);
    await one.add('Streets for everybody.');
    await two.add('Light where people walk.');
    await one.type(0, 0, 'Together: ');
    expect(await textOf(city, section.id)).toContain('Streets for everybody.');
    await one.read();
    await two.read();
    expect(one.paragraphs).toEqual(two.paragraphs);
    expect(one.paragraphs.slice(1).toSorted()).toEqual(['Light where people walk.', 'Streets for everybody.']);
    expect(one.paragraphs[0]).toMatch(/^Together: This policy/);
  });

  test('are taken back and done again with the project, also after the file was closed', async () => {
    const city = await newProject();
    const section = sectionOf(await beginDraft(city), 'purpose');
    const window = await TextWindow.open(city.client, section.id);
    const begun = section.plainText;
    await window.add('One.');
    await window.add('Two.');
    await window.type(1, 4, ' And a half.');
    const written = await textOf(city, section.id);
    expect(written).toBe(`${begun}\nOne. And a half.\nTwo.`);
    await city.client.project.close();
    await city.client.project.open({ file: city.engine.services.files.hand(city.path) });
    await city.client.history.undo();
    expect(await textOf(city, section.id)).toBe(`${begun}\nOne.\nTwo.`);
    await city.client.history.undo();
    await city.client.history.undo();
    expect(await textOf(city, section.id)).toBe(begun);
    for (let step = 0; step < 3; step += 1) await city.client.history.redo();
    expect(await textOf(city, section.id)).toBe(written);
    await window.read();
    expect(window.paragraphs.slice(1)).toEqual(['One. And a half.', 'Two.']);
  });

  test('leave what somebody else wrote since where they are taken back', async () => {
    const city = await newProject();
    const section = sectionOf(await beginDraft(city), 'purpose');
    const { revision } = await city.client.project.current().then((state) => state ?? { revision: 0 });
    const window = await TextWindow.open(city.client, section.id);
    await window.add('Mine.');
    await city.client.history.restoreProject({ revision });
    expect(await textOf(city, section.id)).toBe(section.plainText);
    await city.client.history.undo();
    expect(await textOf(city, section.id)).toBe(`${section.plainText}\nMine.`);
  });

  test('are told by the history as words of the part', async () => {
    const city = await newProject();
    const section = sectionOf(await beginDraft(city), 'purpose');
    const window = await TextWindow.open(city.client, section.id);
    await window.add('Told.');
    const [entry] = await city.client.history.list({ limit: 1 });
    const details = await city.client.history.details({ revision: entry?.revision ?? 0 });
    expect(details).toMatchObject({ counts: [{ type: 'draft_section', changed: 1 }], total: 1 });
    expect(details.objects).toMatchObject([
      { type: 'draft_section', id: section.id, fields: [{ field: 'plain_text', before: section.plainText, after: `${section.plainText}\nTold.` }] },
    ]);
    const moments = await city.client.history.object({ type: 'draft_section', id: section.id });
    expect(moments.map(({ changeName }) => changeName)).toEqual(['policyText.write', 'policyText.addDraft']);
  });

  test('come back whole with a part that was removed', async () => {
    const city = await newProject();
    const section = sectionOf(await beginDraft(city), 'purpose');
    const window = await TextWindow.open(city.client, section.id);
    await window.add('Kept.');
    await city.client.policyText.removeSection({ id: section.id });
    expect(await refusalOf(window.add('Too late.'))).toMatchObject({ code: 'object/not-found' });
    await city.client.history.undo();
    expect(await textOf(city, section.id)).toContain('Kept.');
  });

  test('that build on words which are not here are refused, and the whole of it is taken', async () => {
    const city = await newProject();
    const section = sectionOf(await beginDraft(city), 'purpose');
    const window = await TextWindow.open(city.client, section.id);
    const { document } = window;
    const fragment = document.getXmlFragment('content');
    await window.made(() => fragment.insert(1, [new Y.XmlElement('paragraph')]));
    // The paragraph never reached the project; the words in it build on it.
    const update = await window.made(() => (fragment.get(1) as Y.XmlElement).insert(0, [new Y.XmlText('Lost.')]));
    const write = (bytes: Uint8Array) => city.client.policyText.write({ sectionId: section.id, update: Buffer.from(bytes).toString('base64') });
    expect(await refusalOf(write(update))).toMatchObject({ code: 'text/out-of-step' });
    await write(Y.encodeStateAsUpdate(document));
    expect(await textOf(city, section.id)).toContain('Lost.');
    expect(await refusalOf(city.client.policyText.write({ sectionId: section.id, update: Buffer.from('no update').toString('base64') }))).toMatchObject({
      code: 'text/out-of-step',
    });
  });
});
