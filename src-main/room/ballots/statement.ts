import { markup, nothing } from '../pages/markup.ts';
import { type BallotForm, longestText, problemText, textArea } from './ballot-form.ts';

/** One statement at a time; those given before stand above it. */
export const statementForm: BallotForm<'statement'> = {
  blocks: ({ reader, ballot, fields, problems }) => {
    const said = problems.map((problem) => markup`<p class="note err">${problemText(reader, problem)}</p>`);
    const before =
      ballot.myStatements.length === 0
        ? nothing
        : markup`<p class=soft>${reader.t('room.statement.before')}</p><ul class=list>${ballot.myStatements.map((text) => markup`<li dir=auto>${text}`)}</ul>`;
    return [markup`${before}<fieldset>${said}${textArea('text', reader.t('room.statement.label'), longestText(1), fields.get('text'))}</fieldset>`];
  },
  read: (_, fields) => ({ kind: 'statement', text: fields.get('text') ?? '' }),
  // Each statement is one of its own: there is none to change.
  fill: () => new Map(),
  given: ({ reader, ballot }) =>
    ballot.myStatements.map((text, place) => ({ what: reader.t('room.statement.number', { number: reader.formats.count(place + 1) }), answer: text })),
  pictures: () => [],
};
