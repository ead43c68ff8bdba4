import type { Answer, AnswerProblem } from '#shared/domain/ballots.ts';
import type { RoomBallot, RoomPlaces, RoomView } from '../../engine/room/room-questions.ts';
import { agreeForm } from '../ballots/agree.ts';
import { type BallotForm, type FormSetup, problemText } from '../ballots/ballot-form.ts';
import { dotsForm } from '../ballots/dots.ts';
import { gridForm } from '../ballots/grid.ts';
import { pairwiseForm } from '../ballots/pairwise.ts';
import { placeForm, tapMapOf } from '../ballots/place.ts';
import { quizForm } from '../ballots/quiz.ts';
import { rankingForm } from '../ballots/ranking.ts';
import { ratingForm } from '../ballots/rating.ts';
import { statementForm } from '../ballots/statement.ts';
import { type Fields, foldKept, keptField } from '../form-fields.ts';
import { bytesOf, type Markup, markup, nothing } from './markup.ts';
import type { PageParts, Reader } from './page.ts';
import { isAnswered } from './room-pages.ts';

const forms = {
  dots: dotsForm,
  ranking: rankingForm,
  rating: ratingForm,
  grid: gridForm,
  agree: agreeForm,
  statement: statementForm,
  place: placeForm,
  quiz: quizForm,
  pairwise: pairwiseForm,
} as const;

/** The form of a ballot, as one that takes any answer: it is only ever handed answers of its own kind. */
export function formOf({ kind }: Pick<RoomBallot, 'kind'>): BallotForm<Answer['kind']> {
  return forms[kind] as unknown as BallotForm<Answer['kind']>;
}

/** Fields of the page itself, which say nothing of the answer. */
const ownFields = new Set(['key', 'part', 'go', keptField]);
export const answerFields = (fields: Fields): Fields => new Map([...fields].filter(([name, value]) => !ownFields.has(name) && value !== ''));

/** What the questions of one page may weigh; styles, frame and kept answers come to it, and together stay under 30 kB. */
const mostPartBytes = 16_000;

/** A long ballot in parts that are each small enough for a page. */
function partsOf(blocks: readonly Markup[]): Markup[][] {
  const parts: Markup[][] = [[]];
  let weight = 0;
  for (const block of blocks) {
    const bytes = bytesOf(block);
    if (weight > 0 && weight + bytes > mostPartBytes) {
      parts.push([]);
      weight = 0;
    }
    parts.at(-1)?.push(block);
    weight += bytes;
  }
  return parts;
}

export interface BallotPageOptions {
  readonly view: RoomView;
  readonly ballot: RoomBallot;
  readonly places: RoomPlaces | null;
  readonly fields: Fields;
  readonly key: string;
  readonly part: number;
  readonly problems?: readonly AnswerProblem[];
  /** Something to ask before the answer is sent as it is: nothing given, or places shared. */
  readonly doubt?: 'blank' | 'ties';
  /** Answers «go to the page again when the room moves on»: only while nothing is filled in. */
  readonly isFresh: boolean;
}

/** Number of parts and the one that is shown: where there are problems, the first with one. */
function layOut(setup: FormSetup, wanted: number): { parts: Markup[][]; part: number } {
  const form = formOf(setup.ballot);
  // Parts are cut where the empty form is cut, so that what somebody types moves nothing to another part.
  const sizes = partsOf(form.blocks({ ...setup, fields: new Map(), problems: [] })).map(({ length }) => length);
  const blocks = form.blocks(setup);
  let start = 0;
  const parts = sizes.map((size) => {
    start += size;
    return blocks.slice(start - size, start);
  });
  const ids = new Set(setup.problems.map(({ optionId }) => optionId));
  const place = setup.ballot.kind === 'pairwise' ? -1 : setup.ballot.options.findIndex(({ id }) => ids.has(id));
  const ends = sizes.map((_, index) => sizes.slice(0, index + 1).reduce((sum, size) => sum + size, 0));
  const withProblem = place < 0 ? -1 : ends.findIndex((end) => place < end);
  return { parts, part: withProblem >= 0 ? withProblem : Math.max(0, Math.min(wanted, parts.length - 1)) };
}

export function ballotPage(reader: Reader, options: BallotPageOptions): PageParts {
  const { t, formats, pictures } = reader;
  const { ballot, view, key, fields, problems = [] } = options;
  const setup: FormSetup = { reader, ballot, fields, problems, places: options.places };
  const { parts, part } = layOut(setup, options.part);
  const isLast = part === parts.length - 1;
  const general = problems.filter(({ optionId }) => optionId === null || ballot.kind === 'pairwise');
  const style = ballot.kind === 'place' ? tapMapOf(ballot, options.places)?.style : undefined;
  const step =
    parts.length === 1 ? nothing : markup`<p class=soft>${t('room.ballot.part', { part: formats.count(part + 1), parts: formats.count(parts.length) })}</p>`;
  const kept = parts.length === 1 || fields.size === 0 ? nothing : markup`<input type=hidden name=${keptField} value="${foldKept(fields)}">`;
  return {
    title: ballot.question,
    form: 'ballot',
    isLarge: ballot.settings.isLargePrint,
    ...(options.isFresh && { version: view.version }),
    ...(style !== undefined && { style }),
    body: markup`${pictures.definitions(formOf(ballot).pictures(ballot))}<h1 dir=auto>${ballot.question}</h1>${ballot.help === '' ? nothing : markup`<p dir=auto>${shortened(ballot.help)}</p>`}<p class=soft>${howTo(reader, ballot)}</p>${step}
<form method=post action="/ballot/${ballot.id}" id=ballot><input type=hidden name=key value="${key}"><input type=hidden name=part value=${part}>${kept}${
      problems.length === 0
        ? nothing
        : markup`<p class="note err" role=alert>${general.length > 0 ? general.map((problem) => markup`${problemText(reader, problem)} `) : t('room.ballot.look')}</p>`
    }${doubtOf(reader, options)}${parts[part] ?? []}${parts.length === 1 ? dotsLeft(reader, ballot) : nothing}${
      isLast ? markup`<button name=go value=send>${t('room.ballot.send')}</button>` : markup`<button name=go value=next>${t('room.ballot.next')}</button>`
    }${part > 0 ? markup`<button class=second name=go value=back>${t('room.ballot.back')}</button>` : nothing}<button class=quiet name=go value=clear>${t('room.ballot.clear')}</button>${
      view.ballots.length > 1 ? markup`<a class="button quiet" href="/?list">${t('room.ballot.others')}</a>` : nothing
    }</form>`,
  };
}

/** What is left to give, kept in view by the script while dots are placed; without script the page says what does not fit once it is sent. */
function dotsLeft({ t }: Reader, { kind, dots }: RoomBallot): Markup {
  if (kind !== 'dots') return nothing;
  const words = Array.from({ length: dots + 1 }, (_, count) => t('room.dots.left', { count }));
  return markup`<p id=left class=left role=status data-left="${words.join('|')}" data-over="${t('room.dots.over')}"></p>`;
}

function doubtOf({ t }: Reader, { doubt }: BallotPageOptions): Markup {
  if (doubt === undefined) return nothing;
  return markup`<div class=note role=alert><p>${t(`room.doubt.${doubt}`)}</p><button class=second name=go value=${doubt}>${t(`room.doubt.${doubt}.yes`)}</button></div>`;
}

/** Help of any length is kept in the file; a phone's page is small. */
function shortened(text: string): string {
  return text.length <= 600 ? text : `${text.slice(0, 599)}…`;
}

function howTo({ t, formats }: Reader, ballot: RoomBallot): string {
  if (ballot.kind === 'dots') return t('room.how.dots', { count: ballot.dots, cap: formats.count(ballot.cap) });
  if (ballot.kind === 'statement') return t('room.how.statement', { count: ballot.settings.mostAnswers });
  return t(`room.how.${ballot.kind}`);
}

/** What was given, and what can be done next. */
export function receivedPage(reader: Reader, options: { view: RoomView; ballot: RoomBallot; places: RoomPlaces | null }): PageParts {
  const { t, pictures } = reader;
  const { view, ballot } = options;
  const isStatement = ballot.kind === 'statement';
  const answer: Answer | null = isStatement ? { kind: 'statement', text: '' } : ballot.mine;
  const given = answer ? formOf(ballot).given({ reader, ballot, places: options.places }, answer) : [];
  const next = view.ballots.find((other) => other.id !== ballot.id && !isAnswered(other));
  const more =
    isStatement && ballot.myStatements.length >= ballot.settings.mostAnswers
      ? nothing
      : markup`<a class="button second" href="/ballot/${ballot.id}?change">${t(isStatement ? 'room.received.another' : 'room.received.change')}</a>`;
  return {
    title: t('room.received.title'),
    version: view.version,
    refresh: { seconds: 10 },
    isLarge: ballot.settings.isLargePrint,
    body: markup`<div class=ok role=status>${pictures.drawing('face-5')}<h1>${t('room.received.title')}</h1></div><p dir=auto>${ballot.question}</p>${
      given.length === 0 ? markup`<p class=soft>${t('room.received.blank')}</p>` : givenList(given)
    }${next ? markup`<a class=button href="/ballot/${next.id}">${t('room.received.next')}</a>` : markup`<p>${t('room.received.wait')}</p>`}${more}${
      view.ballots.length > 1 ? markup`<a class="button quiet" href="/?list">${t('room.ballot.others')}</a>` : nothing
    }`,
  };
}

/** What was given, as far as a small page can show it. */
function givenList(given: readonly { what: string; answer: string }[]): Markup {
  let left = mostPartBytes;
  const items = given.flatMap(({ what, answer }) => {
    const item = markup`<li><span dir=auto>${what}</span>${answer === '' ? nothing : markup`<b dir=auto>${answer}</b>`}</li>`;
    left -= bytesOf(item);
    return left > 0 ? [item] : [];
  });
  return markup`<ul class=list>${items}${items.length < given.length ? markup`<li>…</li>` : nothing}</ul>`;
}
