import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { createFormats } from '#shared/i18n/formats.ts';
import { resultSentence } from '#shared/i18n/result-words.ts';
import { createTranslate, type Texts } from '#shared/i18n/texts.ts';
import { listLanguages, localePath } from '../../../../scripts/locales.ts';

const texts = Object.fromEntries(listLanguages().map((language) => [language, JSON.parse(readFileSync(localePath(`${language}.json`), 'utf8')) as Texts]));
const say = (language: string, key: string, params: Record<string, string | number>) =>
  resultSentence(createTranslate(language, texts), createFormats(language), { key: `results.said.${key}`, params });
const plain = (text: string) => text.replace(/[\u2068\u2069]/g, '');

describe('a result in words', () => {
  test.each<[string, Record<string, string | number>, string]>([
    ['dots', { name: 'Light', total: 33, all: 114, supporters: 19, people: 38 }, '“Light” got the most dots: 33 of 114, from 19 of 38 people.'],
    ['level', { names: 'Light\u001fBuses\u001fParks', count: 3 }, '“Light”, “Buses”, and “Parks” share the first place.'],
    ['agree', { name: 'Light', agreeShare: 0.756, people: 38 }, 'Most agreement: “Light”. 76% of the 38 people who answered agree.'],
    [
      'apart',
      { name: 'Light', high: 'Youth', low: 'key:results.part.merged' },
      'The groups lie furthest apart on “Light”: highest “Youth”, lowest Small groups together.',
    ],
    ['limits', { count: 38 }, 'These are the views of the 38 people present who answered; not of the city.'],
    [
      'levels',
      { name: 'Station', facet: 'day', median: 4, lowName: 'Station', lowFacet: 'night', lowMedian: 1.5, scale: 'safe' },
      'Highest: “Station” (by day), answer in the middle 4 (Safe) of 5. Lowest: “Station” (by night), 1.5 of 5.',
    ],
  ])('%s', (key, params, words) => expect(plain(say('en', key, params))).toBe(words));

  test('leaves no blank open in any language', () => {
    const params = {
      ...{ name: 'A', lowName: 'B', high: 'C', low: 'D', names: 'A\u001fB', facet: 'night', lowFacet: 'day', scale: 'safe' },
      ...{ total: 3, all: 9, supporters: 2, people: 8, count: 3, median: 2, lowMedian: 1.5, reached: 1, round: 2 },
      ...{ agreeShare: 0.5, weightShare: 0.5, rightShare: 0.5, firstShare: 0.5 },
    };
    const keys = Object.keys(texts.en ?? {})
      .filter((key) => key.startsWith('results.said.'))
      .map((key) => key.replace('results.said.', '').replace(/_(one|other)$/, ''));
    for (const language of listLanguages())
      for (const key of new Set(keys)) expect(say(language, key, params), `${language} ${key}`).not.toMatch(/\{\{|results\.|undefined/);
  });
});
