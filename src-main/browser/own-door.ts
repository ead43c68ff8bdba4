import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { EngineFolders } from '../engine/services.ts';
import { notice } from '../serving/routes.ts';
import type { Served } from '../serving/served.ts';
import type { DoorKeys } from './door-keys.ts';

/** Names a browser on this machine may have typed. */
function ownHosts(port: number): readonly string[] {
  return [`127.0.0.1:${port}`, `localhost:${port}`];
}

/** Cookies do not know ports: the name keeps two doors on one machine apart. */
const cookieName = (port: number) => `city-safety-${port}`;

/** Who comes in at this machine: whoever opens an address with a token that nobody used before. */
export function ownDoor(options: {
  keys: DoorKeys;
  folders: EngineFolders;
  port(): number;
}): Pick<Served, 'hosts' | 'cookieName' | 'admit' | 'wayIn' | 'notIn'> {
  const { keys, folders, port } = options;
  const isIn = (context: Context) => keys.admits(getCookie(context, cookieName(port())));
  return {
    hosts: () => ownHosts(port()),
    cookieName: () => cookieName(port()),
    admit: async (session) => (keys.admits(session) ? { visitor: null } : null),
    notIn: async (context) => notice(context, { folders }, 401, 'door.closed.title', 'door.closed.text'),
    wayIn: async (context) => {
      const token = context.req.query('token');
      const reads = context.req.method === 'GET' || context.req.method === 'HEAD';
      if (!reads || context.req.path !== '/' || token === undefined) return undefined;
      const session = keys.exchange(token);
      if (!session) return isIn(context) ? context.redirect('/', 303) : notice(context, { folders }, 401, 'door.used.title', 'door.used.text');
      // The token becomes a cookie, and the address bar is left without it.
      setCookie(context, cookieName(port()), session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      context.header('Referrer-Policy', 'no-referrer');
      context.header('Cache-Control', 'no-store');
      return context.redirect('/', 303);
    },
  };
}
