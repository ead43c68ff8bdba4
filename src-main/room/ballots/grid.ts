import { type GridDimension, gridDimensions } from '#shared/domain/ballots.ts';
import type { RoomBallot } from '../../engine/room/room-questions.ts';
import { markup } from '../pages/markup.ts';
import { type BallotForm, byOption, fillOptions, optionBlock } from './ballot-form.ts';
import { readLevels } from './rating.ts';
import { facesOf, type Level, levelButtons, levelWord, scaleOfDimension } from './scales.ts';

const dimensionsOf = ({ settings }: RoomBallot) => gridDimensions.filter((dimension) => settings.dimensions.includes(dimension));
const fieldOf = (place: number, dimension: GridDimension) => `${place}${dimension.slice(0, 1)}`;

export const gridForm: BallotForm<'grid'> = {
  blocks: (setup) => {
    const { reader, ballot, fields } = setup;
    return ballot.options.map((option, place) =>
      optionBlock(
        setup,
        option,
        markup`${dimensionsOf(ballot).map((dimension) => {
          const name = fieldOf(place, dimension);
          return markup`<fieldset><legend>${reader.t(`room.dimension.${dimension}`)}</legend>${levelButtons(reader, scaleOfDimension(dimension), { name, chosen: fields.get(name), rows: Number.POSITIVE_INFINITY })}</fieldset>`;
        })}`,
      ),
    );
  },
  read: (ballot, fields) => ({
    kind: 'grid',
    scores: byOption(ballot, (place) => readLevels(fields, dimensionsOf(ballot), (dimension) => fieldOf(place, dimension))),
  }),
  fill: (ballot, { scores }) =>
    fillOptions(ballot, scores, (place, given) =>
      dimensionsOf(ballot).flatMap((dimension) => (given[dimension] === undefined ? [] : [[fieldOf(place, dimension), String(given[dimension])] as const])),
    ),
  given: ({ reader, ballot }, { scores }) =>
    ballot.options.flatMap(({ id, text }) => {
      const words = dimensionsOf(ballot).flatMap((dimension) => {
        const level = scores[id]?.[dimension] as Level | undefined;
        const word = level && levelWord(reader, scaleOfDimension(dimension), level);
        return word ? [reader.t('room.dimensionLevel', { dimension: reader.t(`room.dimension.${dimension}`), level: word })] : [];
      });
      return words.length === 0 ? [] : [{ what: text, answer: words.join(' · ') }];
    }),
  pictures: ({ settings }) => (settings.dimensions.includes('stance') ? facesOf('stance') : []),
};
