import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, it } from 'vitest';
import { gatherOptions } from '#main/engine/outputs/gather-options.ts';
import { usualSettings } from '#shared/domain/output-profiles.ts';
import { type EngineFixture, newProject, refusalOf } from '../../fixtures/engine.ts';

const plain = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100"><path d="M0 0h200v100z" fill="#123456"/></svg>';

function hand(city: EngineFixture, name: string, bytes: string | Uint8Array): string {
  const path = join(city.folder, name);
  writeFileSync(path, bytes);
  return city.engine.services.files.hand(path);
}

describe('logos', () => {
  it('are taken in as SVG, PNG or JPEG, named, ordered, shown and removed', async () => {
    const city = await newProject();
    const { identity } = city.client;
    const canvas = createCanvas(2400, 600);
    canvas.getContext('2d').fillRect(0, 0, 100, 100);
    const svg = await identity.addLogo({ file: hand(city, 'a.svg', plain), name: 'Crest' });
    const png = await identity.addLogo({ file: hand(city, 'b.png', canvas.toBuffer('image/png')), name: '' });
    expect(svg).toMatchObject({ type: 'image/svg+xml', width: 1000, height: 500, name: 'Crest' });
    expect(png).toMatchObject({ type: 'image/png', width: 1200, height: 300 });
    expect((await identity.logoPicture({ id: svg.id })).address).toMatch(/^data:image\/svg\+xml;base64,/);
    await identity.order({ what: 'logo', ids: [png.id] });
    expect((await identity.read()).logos.map(({ id }) => id)).toEqual([png.id, svg.id]);
    await identity.nameLogo({ id: png.id, name: 'University' });
    await identity.removeLogo({ id: svg.id });
    expect((await identity.read()).logos).toMatchObject([{ name: 'University' }]);
    await city.client.history.undo();
    expect((await identity.read()).logos.map(({ id }) => id)).toEqual([png.id, svg.id]);
  });

  it.each([
    ['logo/not-a-picture', 'a.txt', 'no picture'],
    ['logo/not-a-picture', 'b.svg', '<svg viewBox="0 0 1 1">'],
    ['logo/damaged', 'c.svg', '<svg xmlns="http://www.w3.org/2000/svg"><path/></svg>'],
    ['logo/drawing-not-plain', 'd.svg', plain.replace('<path', '<script>alert(1)</script><path')],
    ['logo/drawing-not-plain', 'e.svg', plain.replace('<path', '<path onload="x()"')],
    ['logo/drawing-not-plain', 'f.svg', plain.replace('<path', '<image href="https://example.org/a.png"/><path')],
    ['logo/drawing-not-plain', 'g.svg', `<!DOCTYPE svg [<!ENTITY a "b">]>${plain}`],
    ['logo/drawing-not-plain', 'h.svg', plain.replace('fill="#123456"', 'style="fill:url(http://example.org)"')],
    ['logo/drawing-with-text', 'i.svg', plain.replace('<path', '<text>City</text><path')],
    ['logo/too-large', 'j.svg', plain.replace('<path', `<!--${'x'.repeat(400_000)}--><path`)],
  ])('are refused as %s: %s', async (code, name, text) => {
    const city = await newProject();
    expect(await refusalOf(city.client.identity.addLogo({ file: hand(city, name, text), name: '' }))).toMatchObject({ code });
    expect((await city.client.identity.read()).logos).toEqual([]);
  });

  it('may point within themselves', async () => {
    const city = await newProject();
    const own = plain.replace('<path', '<defs><linearGradient id="a"/></defs><use href="#b"/><path id="b" style="fill:url(#a)"');
    expect((await city.client.identity.addLogo({ file: hand(city, 'a.svg', own), name: '' })).type).toBe('image/svg+xml');
  });
});

describe('what is chosen for an output', () => {
  it('is the usual where nothing is said: annexes and signatures that belong to it, the city’s look', async () => {
    const city = await newProject();
    const { identity } = city.client;
    await identity.setFacts({ accent: '#112233', unit: 'Office' });
    await identity.addSignatory({ title: 'Mayor', use: ['policy'] });
    await identity.addAnnex({ title: 'For all' });
    await identity.addAnnex({ title: 'Policy only', use: ['policy'] });
    const of = (kind: 'policy' | 'profile' | 'brief') => gatherOptions(city.project(), { kind, about: null, profileId: null });
    expect(of('policy')).toMatchObject({ chapters: null, signatories: [{ title: 'Mayor' }], annexes: [{ title: 'For all' }, { title: 'Policy only' }] });
    expect(of('profile')).toMatchObject({ signatories: [], annexes: [{ title: 'For all' }], identity: { accent: '#112233', unit: 'Office' } });
    expect(of('brief').annexes).toEqual([]);
  });

  it('is what a saved choice says: chapters in their order, annexes, without the look', async () => {
    const city = await newProject();
    const { identity, outputProfiles } = city.client;
    await identity.setFacts({ accent: '#112233' });
    const annex = await identity.addAnnex({ title: 'A', use: ['policy'] });
    const settings = { ...usualSettings, chapters: ['findings', 'summary'], annexIds: [annex.id], withIdentity: false };
    const saved = await outputProfiles.add({ kind: 'profile', name: 'Short', settings });
    expect(gatherOptions(city.project(), { kind: 'profile', about: null, profileId: saved.id })).toMatchObject({
      chapters: ['findings', 'summary'],
      annexes: [{ title: 'A' }],
      identity: { accent: '' },
    });
    await outputProfiles.update({ id: saved.id, patch: { name: 'Shorter' } });
    expect(await outputProfiles.list()).toMatchObject([{ name: 'Shorter', settings }]);
    await outputProfiles.remove({ id: saved.id });
    expect(await outputProfiles.list()).toEqual([]);
  });

  it('is refused where it cannot be followed', async () => {
    const city = await newProject();
    const nothing = await city.client.outputProfiles.add({ kind: 'profile', name: 'None', settings: { ...usualSettings, chapters: [] } });
    const other = '00000000-0000-7000-8000-000000000000';
    const ask = async (asked: { kind: 'profile' | 'policy'; about: string | null; profileId: string | null }) => {
      const stream = await city.client.outputs.make(asked);
      for (;;) if ((await stream.next()).done) return;
    };
    expect(await refusalOf(ask({ kind: 'profile', about: null, profileId: nothing.id }))).toMatchObject({ code: 'output/nothing-chosen' });
    expect(await refusalOf(ask({ kind: 'policy', about: null, profileId: nothing.id }))).toMatchObject({ code: 'object/not-found' });
    expect(await refusalOf(ask({ kind: 'policy', about: other, profileId: null }))).toMatchObject({ code: 'output/about-unknown' });
  });
});

describe('what outputs still lack', () => {
  it('is everything in a new project, and less with everything that is put in', async () => {
    const city = await newProject();
    const needsOf = async (kind: string) => (await city.client.outputs.needs()).find((entry) => entry.kind === kind)?.needs.map(({ code }) => code);
    expect(await needsOf('profile')).toEqual(['areas', 'incidents', 'indicators', 'stakeholders', 'findings', 'priorities', 'measures']);
    await city.client.findings.add({ sentence: 'A finding' });
    await city.client.stakeholders.add({ name: 'A body' });
    expect(await needsOf('profile')).toEqual(['areas', 'incidents', 'indicators', 'priorities', 'measures']);
  });
});
