import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { anchorOf } from '#main/engine/project/texts/anchors.ts';
import type { DraftSection } from '#shared/domain/policy-text.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { type EngineFixture, newProject, refusalOf, withEngine } from '../../fixtures/engine.ts';
import { TextWindow } from '../../fixtures/text-editor.ts';
import { cases, fc } from '../../property-cases.ts';

async function begun(city: EngineFixture): Promise<{ draftId: string; section: DraftSection }> {
  const draft = await city.client.policyText.addDraft({ template: 'short-policy', language: 'en' });
  const section = draft.sections.find(({ code }) => code === 'purpose');
  if (!section) throw new Error('no section');
  return { draftId: draft.id, section };
}

async function textOf({ client }: EngineFixture, id: string): Promise<string> {
  const drafts = await client.policyText.drafts();
  return drafts.flatMap(({ sections }) => sections).find((section) => section.id === id)?.plainText ?? 'gone';
}

/** The project's file, copied and opened by another engine. */
async function copyOf(fixture: EngineFixture, name: string): Promise<EngineFixture> {
  const copy = withEngine();
  const path = join(copy.folder, `${name}.citysafety`);
  copyFileSync(fixture.path, path);
  await copy.client.project.open({ file: copy.engine.services.files.hand(path) });
  return copy;
}

async function bringTogether(city: EngineFixture, other: EngineFixture): Promise<void> {
  const path = other.project().path;
  const steps = await city.client.merging.bringTogether({ files: [city.engine.services.files.hand(path)] });
  for (;;) if ((await steps.next()).done) return;
}

describe('copies that both wrote in one part', () => {
  test('hold the words of both when they are brought together, and undo takes the merge back', async () => {
    const one = await newProject();
    const { section } = await begun(one);
    const two = await copyOf(one, 'two');
    await (await TextWindow.open(one.client, section.id)).add('Written here.');
    await (await TextWindow.open(two.client, section.id)).type(0, 0, 'Together: ');
    await (await TextWindow.open(two.client, section.id)).add('Written there.');
    await bringTogether(one, two);
    const together = await textOf(one, section.id);
    for (const words of ['Written here.', 'Written there.', 'Together: This policy']) expect(together).toContain(words);
    await one.client.history.undo();
    expect(await textOf(one, section.id)).toBe(`${section.plainText}\nWritten here.`);
    await one.client.history.redo();
    expect(await textOf(one, section.id)).toBe(together);
  });

  test('keep a part that one removed while the other wrote in it', async () => {
    const one = await newProject();
    const { section } = await begun(one);
    const two = await copyOf(one, 'two');
    await one.client.policyText.removeSection({ id: section.id });
    await (await TextWindow.open(two.client, section.id)).add('Written there.');
    await bringTogether(one, two);
    expect(await textOf(one, section.id)).toBe(`${section.plainText}\nWritten there.`);
  });

  test('say the same, whatever was written apart', async () => {
    const one = await newProject();
    const { section } = await begun(one);
    const two = await copyOf(one, 'two');
    const windows = [await TextWindow.open(one.client, section.id), await TextWindow.open(two.client, section.id)] as const;
    let written = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.boolean(), fc.nat(9), fc.boolean()), { minLength: 1, maxLength: 5 }), async (deeds) => {
        const said: string[] = [];
        for (const [isOne, at, isNew] of deeds) {
          const window = windows[isOne ? 0 : 1];
          await window.read();
          const words = `word${written++}x`;
          said.push(words);
          await (isNew ? window.add(words) : window.type(at % window.paragraphs.length, 0, `${words} `));
        }
        await bringTogether(one, two);
        await bringTogether(two, one);
        const text = await textOf(one, section.id);
        expect(await textOf(two, section.id)).toBe(text);
        for (const words of said) expect(text).toContain(words);
      }),
      { numRuns: cases(4) },
    );
  }, 60_000);
});

test('words that the engine has answered for are in the file, whatever happens to the program', async () => {
  const city = await newProject();
  const { section } = await begun(city);
  await (await TextWindow.open(city.client, section.id)).add('On the disk.');
  // As the file lies while this program is still running, and would lie had it been killed.
  const copy = join(city.folder, 'as-it-lies.sqlite');
  copyFileSync(city.path, copy);
  const found = new Database(copy, { readonly: true });
  expect(found.prepare<[string], string>('SELECT plain_text FROM draft_section WHERE id = ?').pluck().get(section.id)).toContain('On the disk.');
  found.close();
});

describe('comments', () => {
  test('hold on to words, are answered, resolved, opened again and removed with their answers', async () => {
    const city = await newProject();
    const { draftId, section } = await begun(city);
    const { client } = city;
    const { update } = await client.policyText.text({ sectionId: section.id, vector: null });
    const anchor = anchorOf(Buffer.from(update, 'base64'), 'for everybody') ?? '';
    expect(JSON.parse(anchor)).toHaveLength(2);
    await client.history.setAuthor({ person: 'Ana' });
    const comment = await client.policyText.addComment({ sectionId: section.id, anchor, quote: 'for everybody', text: 'Children, too?' });
    expect(comment).toMatchObject({ person: 'Ana', status: 'open', replyTo: null });
    await client.policyText.addComment({ sectionId: section.id, text: 'Yes.', replyTo: comment.id });
    expect((await client.policyText.comments({ draftId })).map(({ status }) => status)).toEqual(['answered', 'open']);
    const sections = async () => (await client.policyText.drafts())[0]?.sections.find(({ id }) => id === section.id);
    expect((await sections())?.openComments).toBe(1);
    await client.policyText.setCommentStatus({ id: comment.id, status: 'resolved' });
    expect((await sections())?.openComments).toBe(0);
    await client.policyText.removeComment({ id: comment.id });
    expect(await client.policyText.comments({ draftId })).toEqual([]);
    await client.history.undo();
    expect(await client.policyText.comments({ draftId })).toHaveLength(2);
  });

  test('an answer belongs to the part of what it answers', async () => {
    const city = await newProject();
    const { section } = await begun(city);
    const other = (await city.client.policyText.drafts())[0]?.sections.at(-1)?.id ?? '';
    const { id } = await city.client.policyText.addComment({ sectionId: section.id, text: 'Why?' });
    expect(await refusalOf(city.client.policyText.addComment({ sectionId: other, text: 'Because.', replyTo: id }))).toMatchObject({ code: 'object/not-found' });
  });
});

describe('suggestions', () => {
  const replaced = (nodes: readonly RichNode[], from: string, to: string): RichNode[] => JSON.parse(JSON.stringify(nodes).replace(from, to));

  test('show the difference in words; accepted, what others wrote since stays', async () => {
    const city = await newProject();
    const { draftId, section } = await begun(city);
    const { client } = city;
    const base = await client.policyText.nodes({ sectionId: section.id });
    const made = await client.policyText.addSuggestion({
      sectionId: section.id,
      base,
      content: replaced(base, 'safer for everybody', 'safe for everybody'),
      reason: 'Shorter',
    });
    expect(made.difference.filter(({ kind }) => kind !== 'same')).toEqual([
      { kind: 'removed', text: 'safer' },
      { kind: 'added', text: 'safe' },
    ]);
    await (await TextWindow.open(client, section.id)).add('Written since.');
    expect(await client.policyText.suggestions({ draftId })).toMatchObject([{ isOutOfDate: true }]);
    expect(await client.policyText.decideSuggestion({ id: made.id, isAccepted: true, answer: 'Thank you.' })).toMatchObject({
      status: 'accepted',
      answer: 'Thank you.',
    });
    expect(await textOf(city, section.id)).toBe(`${section.plainText.replace('safer', 'safe')}\nWritten since.`);
    expect(await refusalOf(client.policyText.decideSuggestion({ id: made.id, isAccepted: false }))).toMatchObject({ code: 'text/already-decided' });
    await client.history.undo();
    expect(await textOf(city, section.id)).toBe(`${section.plainText}\nWritten since.`);
    expect(await client.policyText.suggestions({ draftId })).toMatchObject([{ status: 'open' }]);
  });

  test('refused, leave the text alone; what no editor writes is not taken', async () => {
    const city = await newProject();
    const { section } = await begun(city);
    const { client } = city;
    const base = await client.policyText.nodes({ sectionId: section.id });
    const { id } = await client.policyText.addSuggestion({ sectionId: section.id, base, content: [], reason: '' });
    await client.policyText.decideSuggestion({ id, isAccepted: false, answer: 'We need it.' });
    expect(await textOf(city, section.id)).toBe(section.plainText);
    const script = [{ type: 'script', text: 'x' }];
    await expect(client.policyText.addSuggestion({ sectionId: section.id, base, content: script, reason: '' })).rejects.toThrow();
  });
});

describe('versions', () => {
  test('stay as they were kept when text and data change, and are compared word by word', async () => {
    const city = await newProject();
    const { draftId, section } = await begun(city);
    const { client } = city;
    await client.policy.update({ vision: 'A harbour without fear.' });
    const adopted = await client.policyText.makeVersion({
      ...{ draftId, kind: 'adopted', label: 'As decided', body: 'Municipal council', decidedOn: '2026-03-14', number: '12/2026' },
    });
    const first = await client.policyText.version({ id: adopted.id });
    expect(first.isIntact).toBe(true);
    expect(JSON.stringify(first.content)).toContain('A harbour without fear.');
    await client.policy.update({ vision: 'Something else.' });
    await (await TextWindow.open(client, section.id)).add('Written since.');
    await client.policyText.updateSection({ id: section.id, patch: { title: 'Why' } });
    const kept = await client.policyText.version({ id: adopted.id });
    expect(kept.content).toEqual(first.content);
    const differences = await client.policyText.compare({ fromId: adopted.id, toId: null });
    expect(differences.filter(({ kind }) => kind !== 'same')).toMatchObject([{ title: 'Why', kind: 'changed' }]);
    expect(differences[0]?.difference.at(-1)).toEqual({ kind: 'added', text: '\nWritten since.' });
    await client.policyText.updateSection({ id: section.id, patch: { isLeftOut: true } });
    expect((await client.policyText.compare({ fromId: adopted.id, toId: null }))[0]).toMatchObject({ title: 'Purpose', kind: 'removed' });
    const later = await client.policyText.makeVersion({ draftId, kind: 'draft' });
    expect((await client.policyText.versions()).map(({ id }) => id)).toEqual([later.id, adopted.id]);
    await client.policyText.removeDraft({ id: draftId });
    expect((await client.policyText.version({ id: adopted.id })).isIntact).toBe(true);
  });

  test('tell when the file was changed by other means', async () => {
    const city = await newProject();
    const { draftId } = await begun(city);
    const { id } = await city.client.policyText.makeVersion({ draftId, kind: 'consulted' });
    city.project().change({ name: 'policy.update', subjects: ['texts'] }, ({ connection }) => {
      connection.prepare("UPDATE policy_version SET content = replace(content, 'This policy', 'That policy')").run();
    });
    expect((await city.client.policyText.version({ id })).isIntact).toBe(false);
  });
});

describe('live parts', () => {
  test('say what the data say now, in the language of the draft', async () => {
    const city = await newProject();
    await city.client.policy.update({ vision: 'Una ciudad sin miedo.' });
    const read = (language: string) =>
      city.client.policyLive.read({
        language,
        blocks: [
          { block: 'vision', of: '' },
          { block: 'measures', of: '' },
        ],
      });
    expect(await read('es')).toMatchObject([{ parts: [{ kind: 'quote', text: 'Una ciudad sin miedo.' }] }, { parts: [{ kind: 'missing' }] }]);
    const { id } = await city.client.policy.addObjective({ title: 'Lit ways' });
    await city.client.policy.addMeasure({ objectiveId: id, title: 'Lamps' });
    expect(JSON.stringify((await read('en'))[1]?.parts)).toContain('Lamps');
  });
});
