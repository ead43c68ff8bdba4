import { type Attributes, attributesSchema } from '#shared/domain/workshops.ts';
import type { RoomView } from '../engine/room/room-questions.ts';
import { type Fields, plainDigits } from './form-fields.ts';
import { sayWhoPage, type WayInProblem, wayInPage } from './pages/door-pages.ts';
import { changeLook, giveSeat, isKey, newKey, type Visit, type VisitDesk } from './room-guest.ts';

/** A phone at the door: its way in with the room's code, and what its owner says about themselves. */
export class DoorVisits {
  readonly #desk: VisitDesk;

  constructor(desk: VisitDesk) {
    this.#desk = desk;
  }

  /** The form that asks who somebody is, with what they said before. */
  askWho(visit: Visit): Response {
    return canSayWho(visit.view) ? this.#showWho(visit, knownFields(visit.view)) : visit.context.redirect('/', 303);
  }

  /** The form that asks for the code, with what is known of it. */
  showWayIn(visit: Visit, code: string, problem?: WayInProblem, status: 200 | 403 | 429 | 503 = 200): Response {
    const { view, fields } = visit;
    const key = fields.get('key');
    const kept = { code, key: isKey(key) ? key : newKey(), version: view.version, workshop: view.workshopTitle, ...(problem && { problem }) };
    return this.#desk.show(visit, (reader) => wayInPage(reader, kept), status);
  }

  /** A code that was sent: a seat, or what was wrong. */
  async join(visit: Visit): Promise<Response> {
    const { context, view, fields } = visit;
    if (view.state !== 'way-in') return context.redirect('/', 303);
    const code = plainDigits(fields.get('code') ?? '');
    const changed = changeLook(context, visit.guest, fields.get('go'));
    if (changed) return this.showWayIn({ ...visit, guest: changed }, code);
    const key = fields.get('key');
    if (code === '' || !isKey(key)) return this.showWayIn(visit, code, 'no-code', 403);
    const language = this.#desk.languageOf(visit);
    const answer = await this.#desk.ask('join', { code, key, language, address: visit.guest.address });
    switch (answer.outcome) {
      case 'in':
        giveSeat(context, answer.seat);
        return context.redirect('/', 303);
      case 'closed':
        return context.redirect('/', 303);
      case 'wrong-code':
        return this.showWayIn(visit, code, 'wrong-code', 403);
      case 'wait':
        return this.showWayIn(visit, code, 'wait', 429);
      case 'full':
        return this.showWayIn(visit, code, 'full', 503);
    }
  }

  #showWho(visit: Visit, fields: Fields): Response {
    return this.#desk.show(visit, (reader) => sayWhoPage(reader, visit.view, fields), 200);
  }

  /** What somebody said about themselves, or that they would rather not. */
  async sayWho(visit: Visit): Promise<Response> {
    const { context, guest, view, fields } = visit;
    if (!canSayWho(view) || guest.seat === null) return context.redirect('/', 303);
    const changed = changeLook(context, guest, fields.get('go'));
    if (changed) return this.#showWho({ ...visit, guest: changed }, fields);
    const language = this.#desk.languageOf(visit);
    const said = fields.get('go') === 'skip' ? { groupId: null, attributes: {} } : readWho(view, fields);
    await this.#desk.ask('describe', { seat: guest.seat, ...said, language });
    return context.redirect('/', 303);
  }
}

const canSayWho = (view: RoomView) => view.asks.length > 0 && (view.state === 'say-who' || view.state === 'waiting' || view.state === 'ballots');

function knownFields({ groupId, attributes }: RoomView): Fields {
  const { gender, ageBand, standing, areaId } = attributes;
  const said = { group: groupId, gender, ageBand, standing, area: areaId };
  return new Map(Object.entries(said).flatMap(([name, value]) => (value ? [[name, value] as const] : [])));
}

/** Only what was asked, and only what can be chosen. */
function readWho(view: RoomView, fields: Fields): { groupId: string | null; attributes: Attributes } {
  const asked = (name: string) => (view.asks.includes(name) ? fields.get(name) || undefined : undefined);
  const group = asked('group');
  const area = asked('area');
  const chosen = {
    gender: asked('gender'),
    ageBand: asked('ageBand'),
    standing: asked('standing'),
    areaId: view.areas.find(({ id }) => id === area)?.id,
  };
  const attributes = attributesSchema.safeParse(Object.fromEntries(Object.entries(chosen).filter(([, value]) => value !== undefined)));
  return { groupId: view.groups.find(({ id }) => id === group)?.id ?? null, attributes: attributes.success ? attributes.data : {} };
}
