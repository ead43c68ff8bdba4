import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/**
 * Who may come in: a browser that once opened an address with a token nobody else has seen, and holds the cookie it got for it.
 * Tokens work once, so that an address in a browser's history or a screenshot opens nothing.
 */
export class DoorKeys {
  readonly #unusedTokens = new Set<string>();
  readonly #sessions = new Set<string>();

  newToken(): string {
    const token = randomKey();
    this.#unusedTokens.add(digest(token));
    return token;
  }

  /** The value of the cookie for this token; null for one that is unknown or used. */
  exchange(token: string): string | null {
    if (!this.#unusedTokens.delete(digest(token))) return null;
    const session = randomKey();
    this.#sessions.add(digest(session));
    return session;
  }

  admits(session: string | undefined): boolean {
    if (!session) return false;
    const offered = Buffer.from(digest(session));
    return [...this.#sessions].some((known) => timingSafeEqual(Buffer.from(known), offered));
  }
}

const randomKey = () => randomBytes(32).toString('base64url');
/** Digests are compared instead of keys, so that the time a comparison takes tells nothing. */
const digest = (key: string) => createHash('sha256').update(key).digest('base64url');
