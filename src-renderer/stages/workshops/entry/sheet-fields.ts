import type { Answer, Ballot, BallotOption, GridDimension, QuizQuestion } from '#shared/domain/ballots.ts';
import { pairLevels, pairsOf } from '#shared/domain/paper.ts';
import { capOf } from '#shared/methods/ballot-rules.ts';

/** One thing to type from a sheet. */
export interface SheetField {
  /** Unlike any other of the sheet. */
  readonly key: string;
  readonly optionId: string;
  /** `day`, `night`, a dimension, `reason`, or empty. */
  readonly part: 'level' | 'day' | 'night' | 'reason' | 'text' | 'area' | 'note' | GridDimension;
  /** Stands before the option's words; the number printed on the sheet. */
  readonly number: number;
  readonly text: string;
  /** Second option of a pair. */
  readonly otherText: string;
  readonly input: 'digits' | 'text';
  /** Of digits: the smallest and largest that the sheet offers. What is larger is typed as it stands and listed. */
  readonly least: number;
  readonly most: number;
  /** One digit is all there can be: the next field follows by itself. */
  readonly isOneDigit: boolean;
  /** The sheet has no other mark than these: another number is a slip at the keyboard. Dots and places are written by hand and kept as they stand. */
  readonly isStrict: boolean;
}

type Typed = Readonly<Record<string, string>>;
type FieldsBallot = Pick<Ballot, 'kind' | 'settings' | 'options'>;

/** What of this ballot is typed from a sheet, in the order of the sheet. */
export function fieldsOf(ballot: FieldsBallot): SheetField[] {
  const { kind, settings, options } = ballot;
  const base = (option: Pick<BallotOption, 'id' | 'text'>, place: number, part: SheetField['part'] = 'level') => ({
    key: `${option.id}/${part}`,
    optionId: option.id,
    part,
    number: place + 1,
    text: option.text,
    otherText: '',
  });
  switch (kind) {
    case 'dots':
      return options.map((option, place) => ({ ...base(option, place), ...digits(0, capOf(ballot)), isStrict: false }));
    case 'ranking':
      return options.map((option, place) => ({ ...base(option, place), ...digits(1, options.length), isStrict: false }));
    case 'rating': {
      const parts = settings.times.length > 0 ? settings.times : (['level'] as const);
      return options.flatMap((option, place) => parts.map((part) => ({ ...base(option, place, part), ...digits(1, 5) })));
    }
    case 'grid':
      return options.flatMap((option, place) => settings.dimensions.map((part) => ({ ...base(option, place, part), ...digits(1, 5) })));
    case 'agree':
      return options.flatMap((option, place) => [
        { ...base(option, place), ...digits(1, 5) },
        ...(settings.hasReasons ? [{ ...base(option, place, 'reason'), ...words }] : []),
      ]);
    case 'statement':
      return [{ ...base({ id: '', text: '' }, 0, 'text'), ...words }];
    case 'place':
      return [
        ...Array.from({ length: settings.mostAnswers }, (_, place) => ({
          ...base({ id: `area-${place}`, text: '' }, place, 'area'),
          ...digits(1, options.length),
        })),
        { ...base({ id: '', text: '' }, settings.mostAnswers, 'note'), ...words },
      ];
    case 'quiz':
      return options.map((option, place) => ({ ...base(option, place), ...quizInput(option.quiz) }));
    case 'pairwise':
      return pairsOf(options).map(({ key, first, second }, place) => ({
        ...base({ id: key, text: first.text }, place),
        otherText: second.text,
        ...digits(1, pairLevels.length),
      }));
  }
}

const words = { input: 'text', least: 0, most: 0, isOneDigit: false, isStrict: false } as const;

function digits(least: number, most: number) {
  return { input: 'digits', least, most, isOneDigit: most <= 9, isStrict: true } as const;
}

function quizInput(quiz: QuizQuestion | null) {
  if (quiz?.type === 'text') return words;
  if (quiz?.type === 'choice') return digits(1, Math.max(1, quiz.choices.length));
  return digits(1, quiz?.type === 'yes-no' ? 2 : 5);
}

/** The answer of a sheet out of what was typed. Empty fields are left out: an empty sheet is a blank one. */
export function answerOf(ballot: FieldsBallot, typed: Typed): Answer {
  const fields = fieldsOf(ballot).map((field) => ({ ...field, typed: (typed[field.key] ?? '').trim() }));
  const given = fields.filter((field) => field.typed !== '');
  const numbers = given.filter((field) => field.input === 'digits');
  const byOption = () => Object.fromEntries(numbers.map((field) => [field.optionId, Number(field.typed)]));
  switch (ballot.kind) {
    case 'dots':
      return { kind: 'dots', dots: byOption() };
    case 'ranking':
      return { kind: 'ranking', places: byOption() };
    case 'rating':
      return { kind: 'rating', levels: byPart(numbers) };
    case 'grid':
      return { kind: 'grid', scores: byPart(numbers) };
    case 'agree':
      return {
        kind: 'agree',
        levels: byOption(),
        reasons: Object.fromEntries(given.filter((field) => field.part === 'reason').map((field) => [field.optionId, field.typed])),
      };
    case 'statement':
      return { kind: 'statement', text: given[0]?.typed ?? '' };
    case 'place':
      return {
        kind: 'place',
        areaIds: numbers.flatMap((field) => {
          const option = ballot.options[Number(field.typed) - 1];
          return option ? [option.refId ?? option.id] : [];
        }),
        note: given.find((field) => field.part === 'note')?.typed ?? '',
      };
    case 'quiz':
      return { kind: 'quiz', answers: Object.fromEntries(given.map((field) => [field.optionId, quizAnswer(ballot, field.optionId, field.typed)])) };
    case 'pairwise':
      return { kind: 'pairwise', ratios: Object.fromEntries(numbers.map((field) => [field.optionId, pairLevels[Number(field.typed) - 1] ?? 1])) };
  }
}

function byPart(fields: readonly { optionId: string; part: string; typed: string }[]): Record<string, Record<string, number>> {
  const parts: Record<string, Record<string, number>> = {};
  for (const { optionId, part, typed } of fields) parts[optionId] = { ...parts[optionId], [part]: Number(typed) };
  return parts;
}

function quizAnswer(ballot: FieldsBallot, optionId: string, typed: string): string {
  const quiz = ballot.options.find((option) => option.id === optionId)?.quiz;
  if (quiz?.type === 'choice') return quiz.choices[Number(typed) - 1] ?? typed;
  if (quiz?.type === 'yes-no') return typed === '1' ? 'yes' : 'no';
  return typed;
}

/** The way back: what would be typed for an answer, to correct a sheet or to show two typings side by side. */
export function typedOf(ballot: FieldsBallot, answer: Answer): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const field of fieldsOf(ballot)) {
    const value = valueIn(ballot, field, answer);
    if (value !== '') typed[field.key] = value;
  }
  return typed;
}

function valueIn(ballot: FieldsBallot, field: SheetField, answer: Answer): string {
  const text = (value: number | undefined) => (value === undefined ? '' : String(value));
  const { optionId, part } = field;
  switch (answer.kind) {
    case 'dots':
      return text(answer.dots[optionId]);
    case 'ranking':
      return text(answer.places[optionId]);
    case 'rating':
      return part === 'level' || part === 'day' || part === 'night' ? text(answer.levels[optionId]?.[part]) : '';
    case 'grid':
      return text((answer.scores[optionId] as Readonly<Record<string, number | undefined>> | undefined)?.[part]);
    case 'agree':
      return part === 'reason' ? (answer.reasons[optionId] ?? '') : text(answer.levels[optionId]);
    case 'statement':
      return answer.text;
    case 'place': {
      if (part === 'note') return answer.note;
      const id = answer.areaIds[field.number - 1];
      const place = ballot.options.findIndex((option) => (option.refId ?? option.id) === id);
      return place < 0 ? '' : String(place + 1);
    }
    case 'quiz': {
      const given = answer.answers[optionId] ?? '';
      const quiz = ballot.options.find((option) => option.id === optionId)?.quiz;
      if (quiz?.type === 'yes-no' && given !== '') return given === 'yes' ? '1' : '2';
      const place = quiz?.type === 'choice' ? quiz.choices.indexOf(given) : -1;
      return place < 0 ? given : String(place + 1);
    }
    case 'pairwise': {
      const ratio = answer.ratios[optionId];
      return ratio === undefined ? '' : text(pairLevels.findIndex((level) => Math.abs(level - ratio) < 1e-9) + 1);
    }
  }
}

/** Whether what stands in a field is on the sheet at all: `9` on a scale of five is a slip of the keyboard or of the pen, and is said at once. */
export function isOffScale(field: SheetField, typed: string): boolean {
  const value = typed.trim();
  if (field.input !== 'digits' || value === '') return false;
  return !/^\d{1,3}$/.test(value) || Number(value) < field.least || Number(value) > field.most;
}
