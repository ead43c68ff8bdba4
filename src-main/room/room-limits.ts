/** How much one phone, one address and all together may ask of the participants' server. A whole room may stand behind one address. */
export interface RoomLimits {
  readonly bodyBytes: number;
  readonly headerBytes: number;
  /** From the first byte of a request until its headers are whole. */
  readonly headersTimeoutMs: number;
  /** From the first byte of a request until it is whole. */
  readonly requestTimeoutMs: number;
  /** A connection on which nothing moves. */
  readonly idleTimeoutMs: number;
  /** Between two requests on one connection. */
  readonly keepAliveMs: number;
  readonly connections: number;
  readonly connectionsPerAddress: number;
  /** Requests that may come at once, and how many each second after that. */
  readonly address: Allowance;
  readonly seat: Allowance;
  /** After which the engine counts as away. */
  readonly engineTimeoutMs: number;
}
export interface Allowance {
  readonly atOnce: number;
  readonly perSecond: number;
}

/** Two hundred phones that look every four seconds make fifty requests a second; all of them joining at once make six hundred. */
export const roomLimits: RoomLimits = {
  bodyBytes: 16 * 1024,
  headerBytes: 8 * 1024,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 20_000,
  idleTimeoutMs: 25_000,
  keepAliveMs: 6_000,
  connections: 1_200,
  connectionsPerAddress: 600,
  address: { atOnce: 1_500, perSecond: 250 },
  seat: { atOnce: 40, perSecond: 3 },
  engineTimeoutMs: 8_000,
};

/** Buckets that fill again by themselves: whoever asks steadily is served, whoever floods waits. */
export class Turnstile {
  readonly #allowance: Allowance;
  readonly #now: () => number;
  readonly #mostKeys: number;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  /** `now` in milliseconds. `mostKeys` bounds the memory: the keys that came longest ago are forgotten. */
  constructor(allowance: Allowance, now: () => number, mostKeys = 5_000) {
    this.#allowance = allowance;
    this.#now = now;
    this.#mostKeys = mostKeys;
  }

  /** 0: come in; otherwise how many seconds to wait. */
  pass(key: string): number {
    const { atOnce, perSecond } = this.#allowance;
    const now = this.#now();
    const known = this.#buckets.get(key);
    const left = known ? Math.min(atOnce, known.left + (Math.max(0, now - known.at) / 1000) * perSecond) : atOnce;
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: left >= 1 ? left - 1 : left, at: now });
    if (this.#buckets.size > this.#mostKeys) {
      const [oldest] = this.#buckets.keys();
      if (oldest !== undefined) this.#buckets.delete(oldest);
    }
    return left >= 1 ? 0 : Math.max(1, Math.ceil((1 - left) / perSecond));
  }
}
