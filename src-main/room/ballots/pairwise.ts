import type { BallotOption } from '#shared/domain/ballots.ts';
import type { RoomBallot } from '../../engine/room/room-questions.ts';
import { wholeNumber } from '../form-fields.ts';
import { markup } from '../pages/markup.ts';
import type { Reader } from '../pages/page.ts';
import { type BallotForm, choices } from './ballot-form.ts';

/** Steps of Saaty's scale that are told apart in words; negative: the second matters more. */
const steps = [5, 3, 1, -3, -5] as const;
const ratioOf = (step: number) => (step < 0 ? 1 / -step : step);

interface Pair {
  readonly name: string;
  readonly key: string;
  readonly first: BallotOption;
  readonly second: BallotOption;
}

function pairsOf({ options }: RoomBallot): Pair[] {
  return options.flatMap((first, place) =>
    options.slice(place + 1).map((second, distance) => ({ name: `${place}-${place + 1 + distance}`, key: `${first.id}:${second.id}`, first, second })),
  );
}

export const pairwiseForm: BallotForm<'pairwise'> = {
  blocks: ({ reader, ballot, fields }) =>
    pairsOf(ballot).map(({ name, first, second }) => {
      const list = steps.map((step) => ({ value: step, word: stepWord(reader, step) }));
      return markup`<fieldset><legend>${reader.t('room.pair.question')}</legend><p dir=auto>${reader.t('room.pair.first', { text: first.text })}<br>${reader.t('room.pair.second', { text: second.text })}</p>${choices('row', name, list, fields.get(name))}</fieldset>`;
    }),
  read: (ballot, fields) => ({
    kind: 'pairwise',
    ratios: Object.fromEntries(
      pairsOf(ballot).flatMap(({ name, key }) => {
        const step = wholeNumber(fields.get(name), -9, 9);
        return step === null || step === 0 ? [] : [[key, ratioOf(step)]];
      }),
    ),
  }),
  fill: (ballot, { ratios }) =>
    new Map(
      pairsOf(ballot).flatMap(({ name, key }) => {
        const step = nearestStep(ratios[key]);
        return step === undefined ? [] : [[name, String(step)] as const];
      }),
    ),
  given: ({ reader, ballot }, { ratios }) =>
    pairsOf(ballot).flatMap(({ key, first, second }) => {
      const step = nearestStep(ratios[key]);
      if (step === undefined) return [];
      const what = `${reader.t('room.pair.first', { text: first.text })} – ${reader.t('room.pair.second', { text: second.text })}`;
      return [{ what, answer: stepWord(reader, step) }];
    }),
  pictures: () => [],
};

function nearestStep(ratio: number | undefined): (typeof steps)[number] | undefined {
  if (ratio === undefined) return undefined;
  return steps.toSorted((one, other) => Math.abs(Math.log(ratioOf(one) / ratio)) - Math.abs(Math.log(ratioOf(other) / ratio)))[0];
}

function stepWord({ t }: Reader, step: (typeof steps)[number]): string {
  switch (step) {
    case 5:
      return t('room.pair.firstMuch');
    case 3:
      return t('room.pair.firstMore');
    case 1:
      return t('room.pair.same');
    case -3:
      return t('room.pair.secondMore');
    case -5:
      return t('room.pair.secondMuch');
  }
}
