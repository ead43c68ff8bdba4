import { type ClientContext, type ClientLink, createORPCClient, DynamicLink } from '@orpc/client';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { ConnectionState } from './connection.ts';

type Link = ClientLink<ClientContext>;

/** How long a call waits for a lost line before it fails. */
const patienceMs = 8000;

/**
 * One client for the life of the page over lines that come and go. Calls made while the line is lost wait for the next one for a moment;
 * calls under way when it breaks fail.
 */
export function createLiveLink() {
  let state: ConnectionState = 'lost';
  let link: Link | undefined;
  const stateListeners = new Set<(state: ConnectionState) => void>();
  const waiting = new Set<(link: Link) => void>();

  const setState = (next: ConnectionState) => {
    if (next === state) return;
    state = next;
    for (const listener of [...stateListeners]) listener(state);
  };
  const current = () =>
    link ??
    new Promise<Link>((resolve, reject) => {
      const settle = (found: Link) => {
        clearTimeout(timer);
        resolve(found);
      };
      const timer = setTimeout(() => {
        waiting.delete(settle);
        reject(new Error('The connection to the engine is lost.'));
      }, patienceMs);
      waiting.add(settle);
    });

  return {
    // The contract types every call; the link only carries it.
    client: createORPCClient(new DynamicLink(current)) as EngineClient,
    connected(next: Link): void {
      link = next;
      setState('connected');
      for (const settle of waiting) settle(next);
      waiting.clear();
    },
    lost(): void {
      link = undefined;
      setState('lost');
    },
    onState(listener: (state: ConnectionState) => void): () => void {
      stateListeners.add(listener);
      return () => stateListeners.delete(listener);
    },
  };
}
