import { wholeNumber } from '../form-fields.ts';
import { markup, nothing } from '../pages/markup.ts';
import { type BallotForm, byOption, fillOptions, optionHeading, problemText } from './ballot-form.ts';

export const rankingForm: BallotForm<'ranking'> = {
  blocks: (setup) => {
    const { reader, ballot, fields, problems } = setup;
    return ballot.options.map((option, place) => {
      const chosen = fields.get(`${place}`);
      const places = ballot.options.map(
        (_, index) => markup`<option value=${index + 1}${String(index + 1) === chosen ? markup` selected` : nothing}>${reader.formats.count(index + 1)}`,
      );
      const own = problems.filter(({ optionId }) => optionId === option.id);
      return markup`<fieldset${own.length > 0 ? markup` class=bad` : nothing}><label class=rank><select name=${place}><option value="">–${places}</select><span>${optionHeading(setup, option)}</span></label>${own.map(
        (problem) => markup`<p class="note err">${problemText(reader, problem)}</p>`,
      )}</fieldset>`;
    });
  },
  read: (ballot, fields) => ({ kind: 'ranking', places: byOption(ballot, (place) => wholeNumber(fields.get(`${place}`), 1, 50)) }),
  fill: (ballot, { places }) => fillOptions(ballot, places, (place, rank) => [[`${place}`, String(rank)]]),
  given: ({ reader, ballot }, { places }) =>
    ballot.options
      .flatMap(({ id, text }) => {
        const rank = places[id];
        return rank === undefined ? [] : [{ what: text, rank }];
      })
      .sort((one, other) => one.rank - other.rank)
      .map(({ what, rank }) => ({ what, answer: reader.t('room.ranking.given', { place: reader.formats.count(rank) }) })),
  pictures: () => [],
};

/** Places that more than one option was given, where that is allowed: asked about once, because it is often a slip. */
export function sharedPlaces(places: Readonly<Record<string, number>>): number[] {
  const given = Object.values(places);
  return [...new Set(given.filter((place, index) => given.indexOf(place) < index))].sort((one, other) => one - other);
}
