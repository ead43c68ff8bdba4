import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { type Attributes, attributesSchema } from '#shared/domain/workshops.ts';
import type { RoomQuestionName, RoomQuestions, RoomView } from '../engine/room/room-questions.ts';
import { securityHeaders } from '../pages/page-policy.ts';
import { BallotVisits } from './ballot-visits.ts';
import { type Fields, plainDigits } from './form-fields.ts';
import { answerProbe } from './network-probes.ts';
import { sayWhoPage, type WayInProblem, wayInPage } from './pages/door-pages.ts';
import { createPageMaker, type PageParts, type Reader } from './pages/page.ts';
import { listPage, momentPage, noticePage, waitingPage } from './pages/room-pages.ts';
import { checkSource } from './request-check.ts';
import { changeLook, formOfRequest, type Guest, giveSeat, guestOf, isKey, newKey, type PageStatus, ReaderDesk, type Visit } from './room-guest.ts';
import { type RoomLimits, roomLimits, Turnstile } from './room-limits.ts';

export { serveRoom } from './serve-room.ts';

export interface RoomAppOptions {
  /** Asks the engine; rejects while it is away. */
  ask<Name extends RoomQuestionName>(name: Name, ask: RoomQuestions[Name]['ask']): Promise<RoomQuestions[Name]['answer']>;
  /** `Host` headers that mean us, e.g. `192.168.1.4:8080`. */
  hosts(): readonly string[];
  /** Folder of the data that ships. */
  resources: string;
  /** Milliseconds. */
  now(): number;
  limits?: Partial<RoomLimits>;
}

/** The engine is away, or takes too long: said with «one moment». */
class EngineAwayError extends Error {}

/** Participants' pages: all that a phone in the room can reach. A GET changes nothing. */
export function createRoomApp(options: RoomAppOptions): Hono {
  return new RoomPages(options).app;
}

class RoomPages {
  readonly app = new Hono();
  readonly #options: RoomAppOptions;
  readonly #limits: RoomLimits;
  readonly #desk: ReaderDesk;
  readonly #makePage: ReturnType<typeof createPageMaker>;
  readonly #addresses: Turnstile;
  readonly #seats: Turnstile;
  readonly #forms = new WeakMap<Request, Fields>();
  readonly #ballots: BallotVisits;

  constructor(options: RoomAppOptions) {
    this.#options = options;
    this.#limits = { ...roomLimits, ...options.limits };
    this.#desk = new ReaderDesk(options.resources);
    this.#makePage = createPageMaker(options.resources);
    this.#addresses = new Turnstile(this.#limits.address, options.now);
    this.#seats = new Turnstile(this.#limits.seat, options.now);
    this.#ballots = new BallotVisits({
      ask: (name, ask) => this.#ask(name, ask),
      show: (visit, parts, status) => this.#show(visit.context, visit.guest, visit.view, parts, status),
    });
    this.#guard();
    this.#routes(readFileSync(join(options.resources, 'room', 'watch.js'), 'utf8'));
  }

  /** Every request is checked before anything else happens. */
  #guard(): void {
    const { app } = this;
    app.use(async (context, next) => {
      const header = (name: string) => context.req.header(name);
      const probe = context.req.method === 'GET' && answerProbe(header('host'), context.req.path);
      if (probe) return new Response(probe.body || null, { status: probe.status, headers: probe.type === '' ? {} : { 'Content-Type': probe.type } });
      const source = {
        method: context.req.method,
        host: header('host'),
        origin: header('origin'),
        referer: header('referer'),
        fetchSite: header('sec-fetch-site'),
      };
      const verdict = checkSource(source, this.#options.hosts());
      if (verdict === 'bad-method') return context.text('', 405, { ...plainHeaders, Allow: 'GET, HEAD, POST' });
      const guest = guestOf(context);
      if (verdict !== 'own') return this.#show(context, guest, null, (reader) => noticePage(reader, { name: 'notOurs' }), 403);
      const wait = this.#addresses.pass(guest.address);
      if (wait > 0) return this.#tooFast(context, guest, wait);
      return next();
    });
    app.use(
      bodyLimit({
        maxSize: this.#limits.bodyBytes,
        onError: (context) => this.#show(context, guestOf(context), null, (reader) => noticePage(reader, { name: 'tooLarge', action: true }), 413),
      }),
    );
    app.use(async (context, next) => {
      if (context.req.method === 'POST') {
        const fields = await formOfRequest(context);
        if (!fields) return context.text('', 415, plainHeaders);
        this.#forms.set(context.req.raw, fields);
      }
      const guest = guestOf(context);
      const wait = guest.seat === null ? 0 : this.#seats.pass(guest.seat);
      if (wait > 0) return this.#tooFast(context, guest, wait);
      return next();
    });
    app.onError((error, context) => {
      if (error instanceof EngineAwayError) return this.#moment(context, guestOf(context), 'moment', 3, 503);
      // Whoever sent it is gone, or was cut: there is nobody to tell.
      if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return context.text('', 400, plainHeaders);
      console.error(error);
      return context.text('', 500, plainHeaders);
    });
    app.notFound((context) => this.#show(context, guestOf(context), null, (reader) => noticePage(reader, { name: 'notFound', action: true }), 404));
  }

  #routes(script: string): void {
    const { app } = this;
    app.get('/watch.js', (context) =>
      context.body(script, 200, { ...securityHeaders, 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'max-age=3600' }),
    );
    app.get('/favicon.ico', (context) => context.body(null, 204, plainHeaders));
    app.get('/state', async (context) => {
      const { version } = await this.#ask('look', { seat: guestOf(context).seat });
      return context.text(version, 200, plainHeaders);
    });
    app.get('/', async (context) => this.#home(await this.#visit(context)));
    app.get('/who', async (context) => {
      const visit = await this.#visit(context);
      return canSayWho(visit.view) ? this.#showWho(visit, knownFields(visit.view)) : context.redirect('/', 303);
    });
    app.post('/who', async (context) => this.#sayWho(await this.#visit(context)));
    app.post('/join', async (context) => this.#join(await this.#visit(context)));
    app.post('/look', (context) => {
      changeLook(context, guestOf(context), this.#forms.get(context.req.raw)?.get('go'));
      return context.redirect(wayBack(context.req.header('referer')), 303);
    });
    app.get('/ballot/:id', async (context) => this.#ballots.open(await this.#visit(context), context.req.param('id')));
    app.post('/ballot/:id', async (context) => {
      const visit = await this.#visit(context);
      const changed = changeLook(context, visit.guest, visit.fields.get('go'));
      return this.#ballots.take(changed ? { ...visit, guest: changed } : visit, context.req.param('id'));
    });
  }

  async #visit(context: Context): Promise<Visit> {
    const guest = guestOf(context);
    const view = await this.#ask('look', { seat: guest.seat });
    return { context, guest, view, fields: this.#forms.get(context.req.raw) ?? new Map() };
  }

  async #home(visit: Visit): Promise<Response> {
    const { context, guest, view } = visit;
    if (view.state === 'way-in') return this.#showWayIn(visit, plainDigits(context.req.query('c') ?? ''));
    if (view.state === 'say-who') return this.#showWho(visit, knownFields(view));
    if (view.state === 'closed') return this.#show(context, guest, view, (reader) => noticePage(reader, { name: 'closed', version: view.version }), 200);
    const [only, ...others] = view.ballots;
    if (view.state === 'waiting' || !only) return this.#show(context, guest, view, (reader) => waitingPage(reader, view), 200);
    if (others.length === 0) return this.#ballots.open(visit, only.id);
    return this.#show(context, guest, view, (reader) => listPage(reader, view), 200);
  }

  #showWayIn({ context, guest, view, fields }: Visit, code: string, problem?: WayInProblem, status: 200 | 403 | 429 | 503 = 200): Response {
    const key = fields.get('key');
    const kept = { code, key: isKey(key) ? key : newKey(), version: view.version, workshop: view.workshopTitle, ...(problem && { problem }) };
    return this.#show(context, guest, view, (reader) => wayInPage(reader, kept), status);
  }

  async #join(visit: Visit): Promise<Response> {
    const { context, view, fields } = visit;
    if (view.state !== 'way-in') return context.redirect('/', 303);
    const code = plainDigits(fields.get('code') ?? '');
    const changed = changeLook(context, visit.guest, fields.get('go'));
    if (changed) return this.#showWayIn({ ...visit, guest: changed }, code);
    const key = fields.get('key');
    if (code === '' || !isKey(key)) return this.#showWayIn(visit, code, 'no-code', 403);
    const { language } = this.#desk.readerFor(context, visit.guest, view);
    const answer = await this.#ask('join', { code, key, language, address: visit.guest.address });
    switch (answer.outcome) {
      case 'in':
        giveSeat(context, answer.seat);
        return context.redirect('/', 303);
      case 'closed':
        return context.redirect('/', 303);
      case 'wrong-code':
        return this.#showWayIn(visit, code, 'wrong-code', 403);
      case 'wait':
        return this.#showWayIn(visit, code, 'wait', 429);
      case 'full':
        return this.#showWayIn(visit, code, 'full', 503);
    }
  }

  #showWho({ context, guest, view }: Visit, fields: Fields): Response {
    return this.#show(context, guest, view, (reader) => sayWhoPage(reader, view, fields), 200);
  }

  async #sayWho(visit: Visit): Promise<Response> {
    const { context, guest, view, fields } = visit;
    if (!canSayWho(view) || guest.seat === null) return context.redirect('/', 303);
    const changed = changeLook(context, guest, fields.get('go'));
    if (changed) return this.#showWho({ ...visit, guest: changed }, fields);
    const { language } = this.#desk.readerFor(context, guest, view);
    const said = fields.get('go') === 'skip' ? { groupId: null, attributes: {} } : readWho(view, fields);
    await this.#ask('describe', { seat: guest.seat, ...said, language });
    return context.redirect('/', 303);
  }

  #show(context: Context, guest: Guest, view: RoomView | null, parts: (reader: Reader) => PageParts, status: PageStatus): Response {
    const reader = this.#desk.readerFor(context, guest, view);
    const page = this.#makePage(reader, context.req.method === 'POST' ? withoutReload(parts(reader)) : parts(reader));
    return context.html(page.body, status, pageHeaders(page.styleHash)) as Response;
  }

  #tooFast(context: Context, guest: Guest, seconds: number): Response | Promise<Response> {
    context.header('Retry-After', String(seconds));
    return this.#moment(context, guest, 'tooFast', Math.max(5, seconds), 429);
  }

  /** What was filled in is kept with its key, so that sending it again counts once. */
  #moment(context: Context, guest: Guest, name: 'moment' | 'tooFast', seconds: number, status: 429 | 503): Response {
    const fields = this.#forms.get(context.req.raw);
    const form = fields && { form: { action: context.req.path, fields } };
    return this.#show(context, guest, null, (reader) => momentPage(reader, { name, seconds, ...form }), status);
  }

  async #ask<Name extends RoomQuestionName>(name: Name, ask: RoomQuestions[Name]['ask']): Promise<RoomQuestions[Name]['answer']> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new EngineAwayError('the engine does not answer')), this.#limits.engineTimeoutMs);
    });
    try {
      return await Promise.race([this.#options.ask(name, ask), tooLate]);
    } catch (error) {
      throw error instanceof EngineAwayError ? error : new EngineAwayError('the engine is away', { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }
}

const plainHeaders = { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };

/** `same-origin`: under `no-referrer` browsers would name no origin on our own forms either, and they could not be told from a stranger's. */
function pageHeaders(styleHash: string): Record<string, string> {
  return {
    ...securityHeaders,
    'Referrer-Policy': 'same-origin',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': `default-src 'none'; style-src 'sha256-${styleHash}'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  };
}

/** The answer to a form that was sent: to ask for it again would send the form again. */
function withoutReload({ version, refresh, ...parts }: PageParts): PageParts {
  return parts;
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

/** The page that a press on a language came from; its host has been checked already. */
function wayBack(referer: string | undefined): string {
  try {
    const { pathname, search } = new URL(referer ?? '');
    return /^\/(?:who|ballot\/[\w-]{1,64})?$/.test(pathname) && /^(?:\?c=\d{0,12}|\?change|\?list)?$/.test(search) ? pathname + search : '/';
  } catch {
    return '/';
  }
}
