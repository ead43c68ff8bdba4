import { wholeNumber } from '../form-fields.ts';
import { markup, nothing } from '../pages/markup.ts';
import { type BallotForm, byOption, choices, type FormSetup, fillOptions, optionBlock } from './ballot-form.ts';

/** More buttons than this do not fit beside each other on a narrow phone. */
const widestRow = 5;

export const dotsForm: BallotForm<'dots'> = {
  blocks: (setup) => setup.ballot.options.map((option, place) => optionBlock(setup, option, counter(setup, place))),
  read: (ballot, fields) => ({ kind: 'dots', dots: byOption(ballot, (place) => wholeNumber(fields.get(`${place}`), 1, 50)) }),
  fill: (ballot, { dots }) => fillOptions(ballot, dots, (place, count) => [[`${place}`, String(count)]]),
  given: ({ reader, ballot }, { dots }) =>
    ballot.options.flatMap(({ id, text }) => {
      const count = dots[id] ?? 0;
      return count === 0 ? [] : [{ what: text, answer: reader.t('room.dots.given', { count }) }];
    }),
  pictures: () => [],
};

function counter({ reader, ballot, fields }: FormSetup, place: number) {
  const name = `${place}`;
  const chosen = fields.get(name) ?? '0';
  const most = Math.min(ballot.cap, ballot.dots);
  // What somebody gave beyond the cap on another form stays visible, beside the words about it.
  const last = Math.max(most, wholeNumber(chosen, 0, 50) ?? 0);
  const counts = Array.from({ length: last + 1 }, (_, count) => count);
  if (last <= widestRow) {
    const list = counts.map((count) => ({ value: count, word: reader.formats.count(count) }));
    return choices('row n', name, list, chosen);
  }
  const options = counts.map((count) => markup`<option value=${count}${String(count) === chosen ? markup` selected` : nothing}>${reader.formats.count(count)}`);
  return markup`<select name=${name} aria-label="${ballot.options[place]?.text ?? ''}">${options}</select>`;
}
