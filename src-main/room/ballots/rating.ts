import { ratingTimes } from '#shared/domain/ballots.ts';
import type { RoomBallot } from '../../engine/room/room-questions.ts';
import { type Fields, wholeNumber } from '../form-fields.ts';
import { markup } from '../pages/markup.ts';
import { type BallotForm, byOption, type FormSetup, fillOptions, optionBlock } from './ballot-form.ts';
import { facesOf, type Level, levelButtons, levelWord } from './scales.ts';

type Part = 'level' | 'day' | 'night';
const initials: Readonly<Record<Part, string>> = { level: '', day: 'd', night: 'n' };
const partsOf = ({ settings }: RoomBallot): readonly Part[] =>
  settings.times.length === 0 ? ['level'] : ratingTimes.filter((time) => settings.times.includes(time));

export const ratingForm: BallotForm<'rating'> = {
  blocks: (setup) =>
    setup.ballot.options.map((option, place) => optionBlock(setup, option, markup`${partsOf(setup.ballot).map((part) => row(setup, place, part))}`)),
  read: (ballot, fields) => ({
    kind: 'rating',
    levels: byOption(ballot, (place) => readLevels(fields, partsOf(ballot), (part) => `${place}${initials[part]}`)),
  }),
  fill: (ballot, { levels }) =>
    fillOptions(ballot, levels, (place, given) =>
      partsOf(ballot).flatMap((part) => (given[part] === undefined ? [] : [[`${place}${initials[part]}`, String(given[part])] as const])),
    ),
  given: ({ reader, ballot }, { levels }) =>
    ballot.options.flatMap(({ id, text }) => {
      const given = levels[id];
      const words = partsOf(ballot).flatMap((part) => {
        const level = given?.[part] as Level | undefined;
        if (level === undefined) return [];
        const word = levelWord(reader, ballot.settings.scale, level);
        return [part === 'level' ? word : reader.t('room.timeLevel', { time: reader.t(`room.time.${part}`), level: word })];
      });
      return words.length === 0 ? [] : [{ what: text, answer: words.join(' · ') }];
    }),
  pictures: ({ settings }) => [...facesOf(settings.scale), ...settings.times.map((time) => (time === 'day' ? 'sun' : 'moon'))],
};

function row({ reader, ballot, fields }: FormSetup, place: number, part: Part) {
  const name = `${place}${initials[part]}`;
  const buttons = levelButtons(reader, ballot.settings.scale, { name, chosen: fields.get(name), rows: ballot.options.length * partsOf(ballot).length });
  if (part === 'level') return buttons;
  const picture = reader.pictures.use(part === 'day' ? 'sun' : 'moon');
  return markup`<fieldset><legend>${picture}${reader.t(`room.time.${part}`)}</legend>${buttons}</fieldset>`;
}

/** The levels that were given for one option; null for none. */
export function readLevels<Name extends string>(fields: Fields, parts: readonly Name[], nameOf: (part: Name) => string): Partial<Record<Name, Level>> | null {
  const given = parts.flatMap((part) => {
    const level = wholeNumber(fields.get(nameOf(part)), 1, 5);
    return level === null ? [] : [[part, level] as const];
  });
  return given.length === 0 ? null : (Object.fromEntries(given) as Partial<Record<Name, Level>>);
}
