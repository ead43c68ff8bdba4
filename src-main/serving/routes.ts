import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import type { TextKey } from '#shared/i18n/texts.ts';
import { chooseLanguage, loadTranslate } from '../engine/i18n/load-texts.ts';
import { RefusalError } from '../engine/refuse.ts';
import { createPageFiles, type PageAnswer } from '../pages/page-files.ts';
import { securityHeaders } from '../pages/page-policy.ts';
import { doorPage } from './door-page.ts';
import { comesFromOwnPage, mayRead, originOf } from './request-guard.ts';
import type { Served } from './served.ts';
import { storeUpload, UploadTooLargeError } from './uploads.ts';

/** The HTTP side of a door: the page, uploads, downloads. Every request is checked before anything else happens. */
export function createRoutes(served: Served): Hono {
  const app = new Hono();
  const answerFile = lazily(() => createPageFiles({ folder: served.pageFolder, connectTo: served.hosts().map((host) => `ws://${host}`) }));

  app.use(async (context, next) => {
    const origin = originOf((name) => context.req.header(name));
    const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
    const isOwn = reads ? mayRead(origin, served.hosts()) : comesFromOwnPage(origin, served.hosts());
    if (!isOwn) return notice(context, served, 403, 'door.refused.title', 'door.refused.text');
    const entering = await served.wayIn(context);
    if (entering) return entering;
    if (!(await served.admit(getCookie(context, served.cookieName())))) return served.notIn(context);
    return next();
  });

  app.post('/files', (context) => upload(context, served));
  app.get('/files/:token', (context) => download(context, served, context.req.param('token')));
  // A page that starts, and a person who asks for it after the engine stopped; a page that merely lost its line does not.
  app.post('/engine/start', async (context) => {
    await served.engine.start();
    return context.body(null, 204, securityHeaders);
  });
  app.get('*', async (context) => send(context, await answerFile()(context.req.path)));
  app.onError((error, context) => {
    console.error(error);
    return context.json({ code: 'unexpected' }, 500, securityHeaders);
  });
  return app;
}

/** The name the page knows the uploaded file by. */
function nameOf(context: Context): string {
  return context.req.query('name')?.slice(0, 255) || 'file';
}

async function upload(context: Context, served: Served): Promise<Response> {
  const fileName = nameOf(context);
  const announced = Number(context.req.header('content-length') ?? 0);
  const body = context.req.raw.body;
  if (!body) return context.json({ code: 'door/bad-request', params: {} }, 400, securityHeaders);
  if (announced > served.uploadLimitBytes) return tooLarge(context, served);
  try {
    const path = await storeUpload({
      // The same stream in the words of the web and of Node.
      body: body as NodeReadableStream,
      folder: join(served.folders.temporary, 'uploads'),
      fileName,
      limitBytes: served.uploadLimitBytes,
    });
    return context.json(await served.engine.ask('hand', { path, fileName }), 200, securityHeaders);
  } catch (error) {
    if (error instanceof UploadTooLargeError) return tooLarge(context, served);
    throw error;
  }
}

function tooLarge(context: Context, served: Served): Response {
  return context.json({ code: 'file/too-large', params: { fileName: nameOf(context), limit: `${Math.floor(served.uploadLimitBytes / 1024 ** 2)} MB` } }, 413, {
    ...securityHeaders,
    Connection: 'close',
  });
}

async function download(context: Context, served: Served, file: string): Promise<Response> {
  try {
    const known = await served.engine.ask('locate', { file });
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
      return notice(context, served, 404, 'door.no-file.title', 'door.no-file.text');
    throw error;
  }
}

/** RFC 6266: an ASCII name for old browsers, the real one in UTF-8. */
function attachment(fileName: string): string {
  const plain = fileName.replace(/[^\w. -]/g, '_');
  const encoded = encodeURIComponent(fileName).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** A small page that says why somebody is not let in. */
export function notice(context: Context, served: Pick<Served, 'folders'>, status: 401 | 403 | 404, title: TextKey, text: TextKey): Response {
  const { resources } = served.folders;
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
