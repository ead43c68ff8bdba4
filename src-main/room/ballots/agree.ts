import { wholeNumber } from '../form-fields.ts';
import { markup, nothing } from '../pages/markup.ts';
import { type BallotForm, byOption, fillOptions, longestText, optionBlock, textArea } from './ballot-form.ts';
import { facesOf, type Level, levelButtons, levelWord } from './scales.ts';

const reasonOf = (place: number) => `${place}r`;

export const agreeForm: BallotForm<'agree'> = {
  blocks: (setup) => {
    const { reader, ballot, fields } = setup;
    const longest = longestText(ballot.options.length);
    return ballot.options.map((option, place) => {
      const reason = ballot.settings.hasReasons ? textArea(reasonOf(place), reader.t('room.agree.reason'), longest, fields.get(reasonOf(place))) : nothing;
      return optionBlock(
        setup,
        option,
        markup`${levelButtons(reader, 'agree', { name: `${place}`, chosen: fields.get(`${place}`), rows: ballot.options.length })}${reason}`,
      );
    });
  },
  read: (ballot, fields) => ({
    kind: 'agree',
    levels: byOption(ballot, (place) => wholeNumber(fields.get(`${place}`), 1, 5)),
    reasons: byOption(ballot, (place) => (ballot.settings.hasReasons && fields.get(reasonOf(place))) || null),
  }),
  fill: (ballot, { levels, reasons }) =>
    new Map([
      ...fillOptions(ballot, levels, (place, level) => [[`${place}`, String(level)]]),
      ...fillOptions(ballot, reasons, (place, reason) => [[reasonOf(place), reason]]),
    ]),
  given: ({ reader, ballot }, { levels, reasons }) =>
    ballot.options.flatMap(({ id, text }) => {
      const level = levels[id] as Level | undefined;
      const words = [...(level === undefined ? [] : [levelWord(reader, 'agree', level)]), ...(reasons[id] ? [reasons[id]] : [])];
      return words.length === 0 ? [] : [{ what: text, answer: words.join(' · ') }];
    }),
  pictures: () => facesOf('agree'),
};
