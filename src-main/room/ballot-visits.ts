import type { AnswerProblem } from '#shared/domain/ballots.ts';
import { isBlank } from '#shared/methods/ballot-rules.ts';
import { checkAnswer } from '#shared/methods/check-answer.ts';
import type { RoomBallot, RoomPlaces } from '../engine/room/room-questions.ts';
import { ticksOf } from './ballots/place.ts';
import { sharedPlaces } from './ballots/ranking.ts';
import { type Fields, wholeNumber } from './form-fields.ts';
import { answerFields, type BallotPageOptions, ballotPage, formOf, receivedPage } from './pages/ballot-pages.ts';
import { isAnswered, noticePage } from './pages/room-pages.ts';
import { isKey, newKey, type PageStatus, type Visit, type VisitDesk } from './room-guest.ts';

/** Outlines of this many ballots are remembered: they are large, and stay the same while a ballot is open. */
const mostOutlines = 20;

/** A phone and one ballot: the form, its parts, and what is given in it. */
export class BallotVisits {
  readonly #desk: VisitDesk;
  readonly #places = new Map<string, Promise<RoomPlaces | null>>();

  constructor(desk: VisitDesk) {
    this.#desk = desk;
  }

  /** The form, or what was given in it. */
  async open(visit: Visit, id: string): Promise<Response> {
    const ballot = this.#find(visit, id);
    if (!ballot) return this.#elsewhere(visit);
    const wantsForm = visit.context.req.query('change') !== undefined && hasRoom(ballot);
    if (isAnswered(ballot) && !wantsForm) return this.#showReceived(visit, ballot);
    const fields = ballot.mine ? formOf(ballot).fill(ballot, ballot.mine) : new Map();
    return this.#showForm(visit, ballot, { fields, key: newKey(), part: 0, isFresh: true }, 200);
  }

  /** A form that was sent: another of its parts, another look, or the answer. */
  async take(visit: Visit, id: string): Promise<Response> {
    const ballot = this.#find(visit, id);
    if (!ballot) return this.#elsewhere(visit);
    const fields = answerFields(visit.fields);
    const known = visit.fields.get('key');
    const part = wholeNumber(visit.fields.get('part'), 0, 500) ?? 0;
    const form = { fields, key: isKey(known) ? known : newKey(), part, isFresh: false };
    const go = visit.fields.get('go') ?? 'send';
    if (go === 'next' || go === 'back') return this.#showForm(visit, ballot, { ...form, part: part + (go === 'next' ? 1 : -1) }, 200);
    if (go === 'clear') return this.#showForm(visit, ballot, { ...form, fields: new Map(), part: 0 }, 200);
    if (go !== 'send' && go !== 'blank' && go !== 'ties') return this.#showForm(visit, ballot, form, 200);
    // A key of its own making cannot be told from one that was used before.
    if (!isKey(known)) return this.#showForm(visit, ballot, form, 409);
    return this.#answer(visit, ballot, { ...form, go });
  }

  async #answer(visit: Visit, ballot: RoomBallot, form: FormState & { go: string }): Promise<Response> {
    const answer = formOf(ballot).read(ballot, form.fields);
    const problems = [...tooManyTicks(ballot, form.fields), ...checkAnswer(ballot, answer)];
    if (ballot.kind === 'statement' && isBlank(answer)) problems.push({ code: 'nothing-given', optionId: null, given: null, allowed: null });
    if (problems.length > 0) return this.#showForm(visit, ballot, { ...form, problems }, 409);
    if (isBlank(answer) && form.go !== 'blank') return this.#showForm(visit, ballot, { ...form, doubt: 'blank' }, 409);
    if (answer.kind === 'ranking' && form.go !== 'ties' && sharedPlaces(answer.places).length > 0)
      return this.#showForm(visit, ballot, { ...form, doubt: 'ties' }, 409);
    const { seat } = visit.guest;
    if (seat === null) return visit.context.redirect('/', 303);
    const outcome = await this.#desk.ask('answer', { seat, ballotId: ballot.id, key: form.key, answer, language: visit.guest.language ?? visit.view.language });
    switch (outcome.outcome) {
      case 'received':
      case 'again':
        return visit.context.redirect(`/ballot/${ballot.id}`, 303);
      case 'no-seat':
        return visit.context.redirect('/', 303);
      case 'not-open':
        return this.#elsewhere(visit);
      case 'problems':
        return this.#showForm(visit, ballot, { ...form, key: newKey(), problems: outcome.problems }, 409);
    }
  }

  #find({ view }: Visit, id: string): RoomBallot | undefined {
    return view.state === 'ballots' ? view.ballots.find((ballot) => ballot.id === id) : undefined;
  }

  /** The ballot is not open (any more): said so to whoever is in, and the others see the way in. */
  #elsewhere(visit: Visit): Response {
    const { state, version } = visit.view;
    if (state !== 'waiting' && state !== 'ballots') return visit.context.redirect('/', 303);
    return this.#desk.show(visit, (reader) => noticePage(reader, { name: 'ballotClosed', version, action: true }), 410);
  }

  async #showForm(visit: Visit, ballot: RoomBallot, form: FormState, status: PageStatus): Promise<Response> {
    const places = await this.#placesOf(ballot);
    return this.#desk.show(visit, (reader) => ballotPage(reader, { view: visit.view, ballot, places, ...form }), status);
  }

  async #showReceived(visit: Visit, ballot: RoomBallot): Promise<Response> {
    const places = await this.#placesOf(ballot);
    return this.#desk.show(visit, (reader) => receivedPage(reader, { view: visit.view, ballot, places }), 200);
  }

  #placesOf(ballot: RoomBallot): Promise<RoomPlaces | null> {
    if (ballot.kind !== 'place') return Promise.resolve(null);
    let places = this.#places.get(ballot.id);
    if (!places) {
      places = this.#desk.ask('places', { ballotId: ballot.id });
      // An engine that was away is asked again by the next phone.
      places.catch(() => this.#places.delete(ballot.id));
      this.#places.set(ballot.id, places);
      const [oldest] = this.#places.keys();
      if (this.#places.size > mostOutlines && oldest !== undefined) this.#places.delete(oldest);
    }
    return places;
  }
}

type FormState = Pick<BallotPageOptions, 'fields' | 'key' | 'part' | 'problems' | 'doubt' | 'isFresh'>;

/** A phone may say so many statements; any other ballot has one answer, which can be changed while it is open. */
const hasRoom = (ballot: RoomBallot) => ballot.kind !== 'statement' || ballot.myStatements.length < ballot.settings.mostAnswers;

/** More ticks than an answer can carry are told, and never cut to the first ten. */
function tooManyTicks(ballot: RoomBallot, fields: Fields): AnswerProblem[] {
  const given = ballot.kind === 'place' ? ticksOf(ballot, fields) : 0;
  const allowed = ballot.settings.mostAnswers;
  return given > allowed && given > 10 ? [{ code: 'too-many-places', optionId: null, given, allowed }] : [];
}
