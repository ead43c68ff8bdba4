import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { RoomQuestionName, RoomQuestions, RoomView } from '../engine/room/room-questions.ts';
import { securityHeaders } from '../pages/page-policy.ts';
import { BallotVisits } from './ballot-visits.ts';
import { DoorVisits } from './door-visits.ts';
import { type Fields, plainDigits } from './form-fields.ts';
import { answerProbe } from './network-probes.ts';
import { createPageMaker, type PageParts, type Reader } from './pages/page.ts';
import { listPage, momentPage, noticePage, waitingPage } from './pages/room-pages.ts';
import { checkSource } from './request-check.ts';
import { changeLook, formOfRequest, type Guest, guestOf, type PageStatus, ReaderDesk, type Visit, type VisitDesk } from './room-guest.ts';
import { type RoomLimits, roomLimits, Turnstile } from './room-limits.ts';

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
  readonly #readers: ReaderDesk;
  readonly #makePage: ReturnType<typeof createPageMaker>;
  readonly #addresses: Turnstile;
  readonly #seats: Turnstile;
  readonly #forms = new WeakMap<Request, Fields>();
  readonly #door: DoorVisits;
  readonly #ballots: BallotVisits;

  constructor(options: RoomAppOptions) {
    this.#options = options;
    this.#limits = { ...roomLimits, ...options.limits };
    this.#readers = new ReaderDesk(options.resources);
    this.#makePage = createPageMaker(options.resources);
    this.#addresses = new Turnstile(this.#limits.address, options.now);
    this.#seats = new Turnstile(this.#limits.seat, options.now);
    const desk: VisitDesk = {
      ask: (name, ask) => this.#ask(name, ask),
      show: (visit, parts, status) => this.#show(visit.context, visit.guest, visit.view, parts, status),
      languageOf: ({ context, guest, view }) => this.#readers.readerFor(context, guest, view).language,
    };
    this.#door = new DoorVisits(desk);
    this.#ballots = new BallotVisits(desk);
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
    app.get('/who', async (context) => this.#door.askWho(await this.#visit(context)));
    app.post('/who', async (context) => this.#door.sayWho(await this.#visit(context)));
    app.post('/join', async (context) => this.#door.join(await this.#visit(context)));
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
    if (view.state === 'way-in') return this.#door.showWayIn(visit, plainDigits(context.req.query('c') ?? ''));
    if (view.state === 'say-who') return this.#door.askWho(visit);
    if (view.state === 'closed') return this.#show(context, guest, view, (reader) => noticePage(reader, { name: 'closed', version: view.version }), 200);
    const [only, ...others] = view.ballots;
    if (view.state === 'waiting' || !only) return this.#show(context, guest, view, (reader) => waitingPage(reader, view), 200);
    if (others.length === 0) return this.#ballots.open(visit, only.id);
    return this.#show(context, guest, view, (reader) => listPage(reader, view), 200);
  }

  #show(context: Context, guest: Guest, view: RoomView | null, parts: (reader: Reader) => PageParts, status: PageStatus): Response {
    const reader = this.#readers.readerFor(context, guest, view);
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

/** The page that a press on a language came from; its host has been checked already. */
function wayBack(referer: string | undefined): string {
  try {
    const { pathname, search } = new URL(referer ?? '');
    return /^\/(?:who|ballot\/[\w-]{1,64})?$/.test(pathname) && /^(?:\?c=\d{0,12}|\?change|\?list)?$/.test(search) ? pathname + search : '/';
  } catch {
    return '/';
  }
}
