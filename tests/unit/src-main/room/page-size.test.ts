import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { RoomPlaces, RoomView } from '#main/engine/room/room-questions.ts';
import { createRoomApp } from '#main/room/room-app.ts';
import type { Answer } from '#shared/domain/ballots.ts';
import { ballotKinds } from '#shared/domain/ballots.ts';
import { idOf, madeBallot, madePlaces, madeView, words } from './made-ballots.ts';

const resources = fileURLToPath(new URL('../../../../resources/', import.meta.url));
const mostBytes = 30_000;

/** The pages with a room that answers every look with the same view: what a page weighs is asked, not what the engine does. */
function pagesOf(view: RoomView, places: RoomPlaces | null = null) {
  const app = createRoomApp({
    ask: async (name) => (name === 'look' ? view : name === 'places' ? places : { outcome: 'received' }) as never,
    hosts: () => ['room'],
    resources,
    now: () => 0,
  });
  const headers = { host: 'room', cookie: `seat=${'s'.repeat(40)}; look=${view.language}.` };
  return {
    get: async (path: string) => sized(await app.request(path, { headers })),
    post: async (path: string, fields: Record<string, string>) =>
      sized(
        await app.request(path, {
          method: 'POST',
          headers: { ...headers, origin: 'http://room', 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams(fields).toString(),
        }),
      ),
  };
}

async function sized(answer: Response) {
  const body = await answer.text();
  return { body, bytes: new TextEncoder().encode(body).length };
}

const partsIn = (body: string) => /(\d+|[٠-٩]+) (?:of|من) (\d+|[٠-٩]+)/.exec(body)?.[2] ?? '1';

describe('A page of a phone', () => {
  for (const language of ['en', 'ar']) {
    const text = words[language] ?? '';
    for (const kind of ballotKinds) {
      it(`stays under 30 kB with 40 options: ${kind}, ${language}`, async () => {
        const ballot = madeBallot(kind, kind === 'statement' ? 0 : 40, text);
        const { get, post } = pagesOf(madeView([ballot], language), madePlaces(40, text));
        const first = await get(`/ballot/${ballot.id}`);
        expect(first.bytes).toBeLessThan(mostBytes);
        const parts = Number(partsIn(first.body).replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)));
        for (let part = 0; part < parts - 1; part += 1) {
          const next = await post(`/ballot/${ballot.id}`, { key: 'k'.repeat(22), part: String(part), go: 'next', '0': '1', '1': '2' });
          expect(next.bytes).toBeLessThan(mostBytes);
        }
      });
    }

    it(`stays under 30 kB with a map of 60 areas, which can be tapped: ${language}`, async () => {
      const ballot = madeBallot('place', 60, language === 'ar' ? 'حي الميناء القديم' : 'Old harbour quarter');
      const page = await pagesOf(madeView([ballot], language), madePlaces(60, 'area')).get(`/ballot/${ballot.id}`);
      expect(page.bytes).toBeLessThan(mostBytes);
      expect(page.body.match(/<path class=p/g)).toHaveLength(60);
      for (let place = 0; place < 60; place += 1) expect(page.body).toMatch(new RegExp(`<label for=a${place} class=w`));
    });

    it(`stays under 30 kB when it says what was given: ${language}`, async () => {
      const options = Array.from({ length: 40 }, (_, place) => place);
      const mine: Answer = {
        kind: 'agree',
        levels: Object.fromEntries(options.map((place) => [idOf(place), 4])),
        reasons: Object.fromEntries(options.map((place) => [idOf(place), text.repeat(10)])),
      };
      const ballot = madeBallot('agree', 40, text, { mine });
      expect((await pagesOf(madeView([ballot], language)).get(`/ballot/${ballot.id}`)).bytes).toBeLessThan(mostBytes);
    });
  }

  it('is whole with options of any length', async () => {
    const ballot = madeBallot('grid', 40, 'x'.repeat(480));
    expect((await pagesOf(madeView([ballot])).get(`/ballot/${ballot.id}`)).bytes).toBeLessThan(mostBytes);
  });

  it('leaves the map out where outlines are too heavy, and keeps the list', async () => {
    const ballot = madeBallot('place', 60, 'Quarter');
    const { body, bytes } = await pagesOf(madeView([ballot]), madePlaces(60, 'area', 40_000)).get(`/ballot/${ballot.id}`);
    expect(bytes).toBeLessThan(mostBytes);
    expect(body).not.toContain('<path class=p');
    expect(body.match(/type=checkbox/g)).toHaveLength(60);
  });

  it('asks again by itself only where nobody types', async () => {
    const ballot = madeBallot('statement', 0, 'What?');
    expect((await pagesOf(madeView([])).get('/')).body).toContain('<noscript><meta http-equiv=refresh');
    expect((await pagesOf(madeView([ballot])).get('/')).body).not.toContain('http-equiv=refresh');
  });
});
