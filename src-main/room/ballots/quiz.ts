import type { BallotOption } from '#shared/domain/ballots.ts';
import type { RoomBallot } from '../../engine/room/room-questions.ts';
import { wholeNumber } from '../form-fields.ts';
import type { Reader } from '../pages/page.ts';
import { type BallotForm, byOption, type Choice, choices, fillOptions, longestText, optionBlock, textArea } from './ballot-form.ts';
import { facesOf, type Level, levelButtons, levels, levelWord } from './scales.ts';

const typeOf = (option: BallotOption) => option.quiz?.type ?? 'text';
const textsOf = (ballot: RoomBallot) => ballot.options.filter((option) => typeOf(option) === 'text').length;

export const quizForm: BallotForm<'quiz'> = {
  blocks: (setup) => {
    const { reader, ballot, fields } = setup;
    const longest = longestText(textsOf(ballot));
    return ballot.options.map((option, place) => {
      const name = `${place}`;
      const type = typeOf(option);
      if (type === 'text') return optionBlock(setup, option, textArea(name, reader.t('room.quiz.text'), longest, fields.get(name)));
      if (type === 'level')
        return optionBlock(setup, option, levelButtons(reader, ballot.settings.scale, { name, chosen: fields.get(name), rows: ballot.options.length }));
      return optionBlock(setup, option, choices('col', name, listedChoices(reader, option), fields.get(name)));
    });
  },
  read: (ballot, fields) => ({ kind: 'quiz', answers: byOption(ballot, (place, option) => readAnswer(option, fields.get(`${place}`))) }),
  fill: (ballot, { answers }) =>
    fillOptions(ballot, answers, (place, text) => {
      const option = ballot.options[place];
      return [[`${place}`, option && typeOf(option) === 'choice' ? String(option.quiz?.choices.indexOf(text)) : text]];
    }),
  given: ({ reader, ballot }, { answers }) =>
    ballot.options.flatMap((option) => {
      const text = answers[option.id];
      return text === undefined || text === '' ? [] : [{ what: option.text, answer: wordsOf(reader, ballot, option, text) }];
    }),
  pictures: ({ options, settings }) => (options.some((option) => typeOf(option) === 'level') ? facesOf(settings.scale) : []),
};

/** Choices are named by their place, so that no text of theirs has to come back unharmed. */
function listedChoices({ t }: Reader, option: BallotOption): readonly Choice[] {
  if (typeOf(option) === 'yes-no') {
    return [
      { value: 'yes', word: t('room.yes') },
      { value: 'no', word: t('room.no') },
    ];
  }
  return (option.quiz?.choices ?? []).map((word, value) => ({ value, word }));
}

function readAnswer(option: BallotOption, value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  switch (typeOf(option)) {
    case 'text':
      return value;
    case 'level':
      return wholeNumber(value, 1, 5) === null ? null : value;
    case 'yes-no':
      return value === 'yes' || value === 'no' ? value : null;
    case 'choice':
      return option.quiz?.choices[wholeNumber(value, 0, 20) ?? -1] ?? null;
  }
}

function wordsOf(reader: Reader, ballot: RoomBallot, option: BallotOption, text: string): string {
  const type = typeOf(option);
  if (type === 'yes-no') return reader.t(text === 'yes' ? 'room.yes' : 'room.no');
  const level = type === 'level' ? levels.find((known: Level) => String(known) === text) : undefined;
  return level === undefined ? text : levelWord(reader, ballot.settings.scale, level);
}
