import type { Answer, AnswerProblem, BallotKind, BallotOption } from '#shared/domain/ballots.ts';
import type { RoomBallot, RoomPlaces } from '../../engine/room/room-questions.ts';
import type { Fields } from '../form-fields.ts';
import { type Markup, markup, nothing } from '../pages/markup.ts';
import type { Reader } from '../pages/page.ts';

/** What a ballot's form is drawn from. */
export interface FormSetup {
  readonly reader: Reader;
  readonly ballot: RoomBallot;
  /** What is filled in. */
  readonly fields: Fields;
  readonly problems: readonly AnswerProblem[];
  readonly places: RoomPlaces | null;
}

/** One line of «this is what you gave». */
export interface Given {
  readonly what: string;
  readonly answer: string;
}

type AnswerOf<Kind extends BallotKind> = Extract<Answer, { kind: Kind }>;

/**
 * A kind of ballot on a phone. Fields are named after the place of an option on the ballot, which is fixed once the ballot opens: ids would make
 * pages three times as large.
 */
export interface BallotForm<Kind extends BallotKind> {
  /** What is asked, thing by thing: a long ballot is handed out in parts. */
  blocks(setup: FormSetup): readonly Markup[];
  /** Fields of a form as an answer. What was left blank is absent. */
  read(ballot: RoomBallot, fields: Fields): AnswerOf<Kind>;
  /** An answer as the fields it was given in. */
  fill(ballot: RoomBallot, answer: AnswerOf<Kind>): Fields;
  given(setup: Omit<FormSetup, 'fields' | 'problems'>, answer: AnswerOf<Kind>): readonly Given[];
  /** Pictures that its blocks show with `use`. */
  pictures(ballot: RoomBallot): readonly string[];
}

/** An option as the heading of what is asked about it. */
export function optionHeading({ reader }: FormSetup, option: Pick<BallotOption, 'text' | 'picture'>): Markup {
  return markup`${option.picture === '' ? nothing : reader.pictures.drawing(option.picture)}<span dir=auto>${option.text}</span>`;
}

/** What is asked about one option, with the problem of what was given before it. */
export function optionBlock(setup: FormSetup, option: BallotOption, body: Markup): Markup {
  const problems = setup.problems.filter(({ optionId }) => optionId === option.id);
  const said = problems.map((problem) => markup`<p class="note err">${problemText(setup.reader, problem)}</p>`);
  return markup`<fieldset${problems.length > 0 ? markup` class=bad` : nothing}><legend>${optionHeading(setup, option)}</legend>${said}${body}</fieldset>`;
}

export function problemText({ t, formats }: Reader, { code, given, allowed }: AnswerProblem): string {
  return t(`room.problem.${code}`, { given: formats.count(given), allowed: formats.count(allowed) });
}

export interface Choice {
  readonly value: string | number;
  readonly word: string;
  readonly picture?: Markup;
}

/** Big buttons of which one is chosen: a row of them (`row`), a row of numbers (`row n`), or one below the other (`col`). */
export function choices(layout: 'row' | 'row n' | 'col', name: string, list: readonly Choice[], chosen: string | undefined): Markup {
  const labels = list.map(
    ({ value, word, picture }) =>
      markup`<label><input type=radio name=${name} value="${value}"${String(value) === chosen ? markup` checked` : nothing}><b>${picture ?? nothing}${word}</b></label>`,
  );
  return markup`<div class="${layout}">${labels}</div>`;
}

/** All letters of all texts of one form must fit into one request, whatever the script: nine bytes each as a browser encodes them. */
export function longestText(texts: number): number {
  return Math.max(40, Math.min(1_000, Math.floor(1_500 / Math.max(1, texts))));
}

export function textArea(name: string, label: string, longest: number, value: string | undefined): Markup {
  // The line end after the tag is not part of the text: without it, a text that begins with one would lose it.
  return markup`<label>${label}<textarea name=${name} maxlength=${longest} rows=3 dir=auto>
${value ?? ''}</textarea></label>`;
}

/** The answered ones of a ballot's options, by what `read` makes of each. */
export function byOption<Value>(ballot: RoomBallot, read: (place: number, option: BallotOption) => Value | null): Record<string, Value> {
  return Object.fromEntries(
    ballot.options.flatMap((option, place) => {
      const value = read(place, option);
      return value === null ? [] : [[option.id, value]];
    }),
  );
}

/** The other way round: fields for each option that an answer names. */
export function fillOptions<Value>(
  ballot: RoomBallot,
  values: Readonly<Record<string, Value>>,
  write: (place: number, value: Value) => readonly (readonly [string, string])[],
): Fields {
  return new Map(
    ballot.options.flatMap((option, place) => {
      const value = values[option.id];
      return value === undefined ? [] : write(place, value);
    }),
  );
}
