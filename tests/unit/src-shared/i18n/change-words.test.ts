import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { changeWords, type NamedChange } from '#shared/i18n/change-words.ts';
import { createFormats } from '#shared/i18n/formats.ts';
import { createTranslate, type Texts } from '#shared/i18n/texts.ts';
import { listLanguages, localePath } from '../../../../scripts/locales.ts';

const texts = Object.fromEntries(listLanguages().map((language) => [language, JSON.parse(readFileSync(localePath(`${language}.json`), 'utf8')) as Texts]));
const say = (language: string, change: NamedChange) => changeWords(createTranslate(language, texts), createFormats(language), change);

describe('a change in words', () => {
  test.each<[NamedChange['name'], NamedChange['params'], string]>([
    ['stakeholders.rate', { name: 'Ward council', power: 4, interest: '' }, '“Ward council” moved to high power'],
    ['stakeholders.rate', { name: 'Ward council', power: 5, interest: 1 }, '“Ward council” moved to very high power and very low interest'],
    ['stakeholders.rate', { name: 'Ward council', power: '', interest: '' }, '“Ward council” taken off the grid'],
    ['stakeholders.rateAll', { name: 'Ward council' }, '“Ward council” rated'],
    ['stakeholders.decide', { name: 'Ward council' }, 'The group decided where “Ward council” stands'],
    ['stakeholders.update', { name: 'Traders', fields: 'sector, represents' }, 'Stakeholder “Traders” changed (Sector and Speaks for)'],
    ['stakeholders.add', { name: '' }, 'Stakeholder “no name yet” added'],
    ['ballots.update', { name: 'Where first?', fields: 'question, settings' }, 'Ballot “Where first?” changed (Question and Rules)'],
    ['ballots.setOptions', { name: 'Where first?', count: 4 }, '4 options set on ballot “Where first?”'],
    ['room.answers', { count: 12 }, '12 messages from phones in the room'],
    ['outputs.paper', { kind: 'ballots', fileName: 'Sheets.pdf', language: 'en', from: 1, to: 40 }, '“Sheets.pdf” printed'],
    ['priorities.update', { name: 'Light', fields: 'isChosen', isChosen: 1 }, '“Light” chosen as a priority'],
    ['priorities.update', { name: 'Light', fields: 'reason', isChosen: 1 }, 'Option “Light” changed'],
    ['areas.setPopulation', { name: 'Centro', value: 12345, year: 2024 }, 'Population of “Centro” in 2024 set to 12,345'],
    ['areas.setPopulation', { name: 'Centro', value: '', year: '' }, 'Population of “Centro” taken away'],
    ['indicators.add', { name: '3.6.1', year: 2024 }, 'Value added for “Road traffic deaths, 2024”'],
    ['indicators.add', { name: 'OWN-1', year: '' }, 'Value added for “OWN-1”'],
    ['incidents.setOffenceGroup', { name: 'Robo', group: 'theft', count: 1 }, '“Robo” put into the group “Robbery and theft”'],
    ['incidents.setOffenceGroup', { name: 'Robo', group: 'theft', count: 12 }, '12 offence names put into the group “Robbery and theft”'],
    ['imports.incidents', { file: 'police.csv', count: 224055 }, '224,055 rows of incidents imported from “police.csv”'],
    ['history.restoreObject', { name: '', type: 'person', at: '2026-03-01T08:00:00Z' }, '“Person” put back to'],
  ])('%s %j', (name, params, words) => {
    expect(say('en', { name, params })).toContain(words);
  });

  test('names what moved in every language, and leaves no blank open', () => {
    const params = {
      name: 'Ward',
      cause: 'Dark',
      effect: 'Fear',
      file: 'a.csv',
      city: 'Puerto',
      group: 'theft',
      fileName: 'b.pdf',
      count: 3,
      people: 7,
      dots: 4,
      cap: 2,
      power: 4,
      interest: 2,
    };
    const names = Object.keys(texts.en ?? {}).filter(
      (key) => key.startsWith('change.') && !['change.noName', 'change.withFields', 'change.ofYear'].includes(key),
    );
    for (const language of listLanguages()) {
      for (const key of new Set(names.map((name) => name.replace(/_(one|other)$/, '')))) {
        const words = say(language, {
          name: key.slice('change.'.length),
          params: {
            ...params,
            at: '2026-03-01T08:00:00Z',
            value: 5,
            year: 2024,
            names: 'T1',
            words: '',
            what: '',
            from: 'Wards',
            to: 'Districts',
            before: 'Old',
            smallest: 10,
            code: 'X-1',
            question: 'Q',
            round: 2,
            number: 4,
            day: 2,
          },
        });
        expect(words, `${language} ${key}`).not.toMatch(/\{\{|change\./);
      }
    }
  });

  test('keeps the direction of a name inside an Arabic sentence', () => {
    expect(say('ar', { name: 'stakeholders.add', params: { name: 'Fundación Puente' } })).toContain('«\u2068Fundación Puente\u2069»');
  });
});
