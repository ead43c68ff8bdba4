import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { type Context, Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { TextKey } from '#shared/i18n/texts.ts';
import { chooseLanguage, loadTranslate } from '../engine/i18n/load-texts.ts';
import { RefusalError } from '../engine/refuse.ts';
import type { EngineFolders } from '../engine/services.ts';
import { createPageFiles, type PageAnswer } from '../pages/page-files.ts';
import { securityHeaders } from '../pages/page-policy.ts';
import type { DoorKeys } from './door-keys.ts';
import { doorPage } from './door-page.ts';
import type { EngineSupervisor } from './engine-supervisor.ts';
import { comesFromOwnPage, mayRead, ownHosts, type RequestOrigin } from './request-guard.ts';
import { storeUpload, UploadTooLargeError } from './uploads.ts';

export interface DoorSetup {
  readonly keys: DoorKeys;
  readonly engine: EngineSupervisor;
  readonly folders: EngineFolders;
  /** The built page. */
  readonly pageFolder: string;
  readonly uploadLimitBytes: number;
  /** Known once the server listens. */
  port(): number;
}

/** Cookies do not know ports: the name keeps two doors on one machine apart. */
export const cookieName = (port: number) => `city-safety-${port}`;

export function originOf(header: (name: string) => string | undefined): RequestOrigin {
  return { host: header('host'), origin: header('origin'), fetchSite: header('sec-fetch-site') };
}

/** The HTTP side of the browser door: the page, uploads, downloads. Every request is checked before anything else happens. */
export function createRoutes(setup: DoorSetup): Hono {
  const app = new Hono();
  const answerFile = lazily(() => createPageFiles({ folder: setup.pageFolder, connectTo: ownHosts(setup.port()).map((host) => `ws://${host}`) }));

  app.use(async (context, next) => {
    const origin = originOf((name) => context.req.header(name));
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
    const isOwn = reads ? mayRead(origin, setup.port()) : comesFromOwnPage(origin, setup.port());
    if (!isOwn) return notice(context, setup, 403, 'door.refused.title', 'door.refused.text');
    const token = context.req.query('token');
    if (reads && context.req.path === '/' && token !== undefined) return enter(context, setup, token);
    if (!setup.keys.admits(getCookie(context, cookieName(setup.port())))) return notice(context, setup, 401, 'door.closed.title', 'door.closed.text');
    return next();
  });

  app.post('/files', (context) => upload(context, setup));
  app.get('/files/:token', (context) => download(context, setup, context.req.param('token')));
  // A page that starts, and a person who asks for it after the engine stopped; a page that merely lost its line does not.
  app.post('/engine/start', async (context) => {
    await setup.engine.start();
    return context.body(null, 204, securityHeaders);
  });
  app.get('*', async (context) => send(context, await answerFile()(context.req.path)));
  app.onError((error, context) => {
    console.error(error);
    return context.json({ code: 'unexpected' }, 500, securityHeaders);
  });
  return app;
}

/** The token becomes a cookie, and the address bar is left without it. */
function enter(context: Context, setup: DoorSetup, token: string): Response {
  const session = setup.keys.exchange(token);
  if (!session) {
    if (setup.keys.admits(getCookie(context, cookieName(setup.port())))) return context.redirect('/', 303);
    return notice(context, setup, 401, 'door.used.title', 'door.used.text');
  }
  setCookie(context, cookieName(setup.port()), session, { httpOnly: true, sameSite: 'Strict', path: '/' });
  context.header('Referrer-Policy', 'no-referrer');
  context.header('Cache-Control', 'no-store');
  return context.redirect('/', 303);
}

/** The name the page knows the uploaded file by. */
function nameOf(context: Context): string {
  return context.req.query('name')?.slice(0, 255) || 'file';
}

async function upload(context: Context, setup: DoorSetup): Promise<Response> {
  const fileName = nameOf(context);
  const announced = Number(context.req.header('content-length') ?? 0);
  const body = context.req.raw.body;
  if (!body) return context.json({ code: 'door/bad-request', params: {} }, 400, securityHeaders);
  if (announced > setup.uploadLimitBytes) return tooLarge(context, setup);
  try {
    const path = await storeUpload({
      // The same stream in the words of the web and of Node.
      body: body as NodeReadableStream,
      folder: join(setup.folders.temporary, 'uploads'),
      fileName,
      limitBytes: setup.uploadLimitBytes,
    });
    return context.json(await setup.engine.ask('hand', { path, fileName }), 200, securityHeaders);
  } catch (error) {
    if (error instanceof UploadTooLargeError) return tooLarge(context, setup);
    throw error;
  }
}

function tooLarge(context: Context, setup: DoorSetup): Response {
  return context.json({ code: 'file/too-large', params: { fileName: nameOf(context), limit: `${Math.floor(setup.uploadLimitBytes / 1024 ** 2)} MB` } }, 413, {
    ...securityHeaders,
    Connection: 'close',
  });
}

async function download(context: Context, setup: DoorSetup, file: string): Promise<Response> {
  try {
    const known = await setup.engine.ask('locate', { file });
    const { size } = await stat(known.path);
    const name = context.req.query('name') || known.fileName;
    return context.body(Readable.toWeb(createReadStream(known.path)) as ReadableStream, 200, {
      ...securityHeaders,
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(size),
      'Content-Disposition': attachment(name),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'no-store',
    });
  } catch (error) {
    if (error instanceof RefusalError || (error as NodeJS.ErrnoException).code === 'ENOENT')
      return notice(context, setup, 404, 'door.no-file.title', 'door.no-file.text');
    throw error;
  }
}

/** RFC 6266: an ASCII name for old browsers, the real one in UTF-8. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function notice(context: Context, setup: DoorSetup, status: 401 | 403 | 404, title: TextKey, text: TextKey): Response {
  const { resources } = setup.folders;
  const language = chooseLanguage(resources, context.req.header('accept-language')?.split(',')[0]?.trim() ?? '');
  return context.html(doorPage({ t: loadTranslate(resources, language), language, title, text }), status, {
    ...securityHeaders,
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
    'Cache-Control': 'no-store',
  });
}

function send(context: Context, answer: PageAnswer): Response {
  return context.body(answer.body, answer.status, { ...answer.headers });
}

function lazily<Value>(make: () => Value): () => Value {
  let value: Value | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
