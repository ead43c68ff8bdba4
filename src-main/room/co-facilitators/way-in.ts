import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { directionOf } from '#shared/i18n/languages.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { chooseLanguage, loadTranslate } from '../../engine/i18n/load-texts.ts';
import { securityHeaders } from '../../pages/page-policy.ts';
import type { Served } from '../../serving/served.ts';
import type { EngineAcross } from '../engine-across.ts';
import type { NetworkFolders } from '../network-wire.ts';

const mostFormBytes = 4_096;
const smallFormsOnly = bodyLimit({
  maxSize: mostFormBytes,
  onError: (context) => context.body(null, 413, { ...securityHeaders, Connection: 'close' }),
});
const style =
  'body{font:18px/1.5 system-ui,sans-serif;max-width:26rem;margin:12vh auto;padding:0 1.2rem;color:#16202a;background:#faf9f6}label{display:block;margin:1.1rem 0 .3rem;font-weight:600}input{font:inherit;box-sizing:border-box;width:100%;min-height:3rem;padding:.4rem .7rem;border:1px solid #66727e;border-radius:.4rem;background:#fff;color:#16202a}#code{font-size:1.6rem;letter-spacing:.12em}button{font:inherit;font-weight:600;margin-top:1.6rem;min-height:3rem;padding:.5rem 1.4rem;border:0;border-radius:.4rem;background:#1f5d7a;color:#fff}.problem{border-inline-start:.3rem solid #b3261e;padding:.2rem .8rem;background:#fff}@media(prefers-color-scheme:dark){body{background:#14181c;color:#e8ebee}input,.problem{background:#1f252b;color:#e8ebee}}';

/** Who comes in over the network: whoever has the code that stands on the lead's screen, under a name of their own. */
export function wayInForCoFacilitators(options: {
  folders: Pick<NetworkFolders, 'resources'>;
  engine: Pick<EngineAcross, 'ask'>;
  host(): string;
  port(): number;
}): Pick<Served, 'hosts' | 'cookieName' | 'admit' | 'wayIn' | 'notIn'> {
  const { folders, engine } = options;
  const cookieName = () => `city-safety-helper-${options.port()}`;

  const page = (context: Context, problem: TextKey | null, typed: { code: string; name: string }): Response | Promise<Response> => {
    const language = chooseLanguage(folders.resources, context.req.header('accept-language')?.split(',')[0]?.trim() ?? '');
    const t = loadTranslate(folders.resources, language);
    const headers = {
      ...securityHeaders,
      // With no referrer at all a browser names no origin when it sends the form, and the form would be a stranger's.
      'Referrer-Policy': 'same-origin',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
      'Cache-Control': 'no-store',
    };
    return context.html(
      html`<!doctype html><html lang="${language}" dir="${directionOf(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t('helper.title')}</title><style>${style}</style></head><body><main><h1>${t('helper.title')}</h1><p>${t('helper.intro')}</p>
${problem ? html`<p class="problem" role="alert">${t(problem)}</p>` : ''}
<form method="post" action="/helper"><label for="name">${t('helper.name')}</label><input id="name" name="name" required maxlength="100" autocomplete="name" dir="auto" value="${typed.name}">
<label for="code">${t('helper.code')}</label><input id="code" name="code" required inputmode="numeric" autocomplete="off" maxlength="20" dir="ltr" value="${typed.code}">
<button>${t('helper.enter')}</button></form></main></body></html>`,
      problem ? 403 : 200,
      headers,
    );
  };

  return {
    hosts: () => [options.host()],
    cookieName,
    admit: async (session) => {
      if (!session) return null;
      const visitor = await engine.ask('coAdmit', { key: session });
      return visitor ? { visitor } : null;
    },
    notIn: async (context) => {
      if (context.req.method === 'GET' && context.req.path === '/') return page(context, null, { code: digitsOf(context.req.query('c')), name: '' });
      if (context.req.method === 'GET') return context.redirect('/', 303);
      return context.body(null, 401, { ...securityHeaders });
    },
    wayIn: async (context) => {
      if (context.req.method !== 'POST' || context.req.path !== '/helper') return undefined;
      const refused = await smallFormsOnly(context, async () => {});
      if (refused) return refused;
      const form = new URLSearchParams(await context.req.text());
      const typed = { code: digitsOf(form.get('code')), name: (form.get('name') ?? '').slice(0, 100) };
      const answer = await engine.ask('coJoin', { ...typed, address: getConnInfo(context).remote.address ?? '' }).catch(() => ({ outcome: 'away' as const }));
      if (answer.outcome !== 'in') return page(context, problems[answer.outcome], typed);
      setCookie(context, cookieName(), answer.key, { httpOnly: true, sameSite: 'Strict', path: '/' });
      context.header('Cache-Control', 'no-store');
      return context.redirect('/', 303);
    },
  };
}

const problems = {
  'wrong-code': 'helper.problem.wrongCode',
  wait: 'helper.problem.wait',
  closed: 'helper.problem.closed',
  'no-name': 'helper.problem.noName',
  away: 'helper.problem.away',
} as const satisfies Record<string, TextKey>;

function digitsOf(text: string | null | undefined): string {
  return (text ?? '').replace(/\D/g, '').slice(0, 12);
}
