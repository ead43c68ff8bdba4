import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import { contentSecurityPolicy, securityHeaders } from './page-policy.ts';

export interface PageAnswer {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

/** What stands in the built page where each answer puts a nonce of its own (`html.cspNonce` of the build). */
export const noncePlaceholder = 'CSP_NONCE';

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
};

/** A script that runs as a worker (the map's) lives under the policy it came with, not under its page's. */
const workerPolicy = "default-src 'none'; script-src 'self'; connect-src 'self' blob:";

/**
 * Answers a page's requests for files of one folder and for nothing outside it. Addresses without a file name ending are screens of the
 * application and all get its one page.
 */
export function createPageFiles(options: { folder: string; connectTo?: readonly string[] }): (pathname: string) => Promise<PageAnswer> {
  return async (pathname) => {
    const path = filePathOf(options.folder, pathname);
    if (!path) return plain(400, 'Bad address');
    try {
      const [root, real] = await Promise.all([realpath(options.folder), realpath(path)]);
      // A link inside the folder may not lead out of it either.
      if (!real.startsWith(root + sep)) return plain(404, 'Not found');
      const content = await readFile(real);
      return extname(path) === '.html' ? pageAnswer(content, options.connectTo) : fileAnswer(content, path);
    } catch {
      return plain(404, 'Not found');
    }
  };
}

/** The file an address means, or null when the address is none of ours. */
function filePathOf(folder: string, pathname: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return null;
  }
  const segments = decoded.split('/').filter(Boolean);
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':') || segments.some((segment) => segment.startsWith('.'))) return null;
  const last = segments.at(-1);
  return last && extname(last) ? join(folder, ...segments) : join(folder, 'index.html');
}

function pageAnswer(content: Buffer, connectTo: readonly string[] | undefined): PageAnswer {
  const nonce = randomBytes(16).toString('base64');
  return {
    status: 200,
    headers: {
      ...securityHeaders,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy({ nonce, ...(connectTo && { connectTo }) }),
      'Cache-Control': 'no-store',
    },
    body: Buffer.from(content.toString('utf8').replaceAll(noncePlaceholder, nonce)),
  };
}

function fileAnswer(content: Buffer, path: string): PageAnswer {
  return {
    status: 200,
    headers: {
      ...securityHeaders,
      'Content-Type': contentTypes[extname(path)] ?? 'application/octet-stream',
      'Content-Security-Policy': isScript(path) ? workerPolicy : "default-src 'none'",
      'Cache-Control': 'no-cache',
    },
    body: Buffer.from(content),
  };
}

function isScript(path: string): boolean {
  return extname(path) === '.js' || extname(path) === '.mjs';
}

function plain(status: 400 | 404, text: string): PageAnswer {
  return {
    status,
    headers: { ...securityHeaders, 'Content-Type': 'text/plain; charset=utf-8', 'Content-Security-Policy': "default-src 'none'" },
    body: Buffer.from(text),
  };
}
