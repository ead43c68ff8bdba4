import { randomInt, timingSafeEqual } from 'node:crypto';

const codeLength = 6;
export const codeLifeMs = 10 * 60_000;
/** Whoever read a code from the wall just before it changed has time to type it. */
export const graceMs = 2 * 60_000;
const aMinuteMs = 60_000;
const mostWrongPerAddress = 10;
/** So many wrong codes from anywhere change the code at once: by then one guess in a thousand would have been right. */
const mostWrongPerCode = 400;
const mostAddresses = 2_000;

export interface KnownCode {
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** The code on the wall, those just before it that are still good, and who guesses. Six digits: they are typed from the wall. */
export class JoinCodes {
  #codes: KnownCode[];
  readonly #wrong = new Map<string, number[]>();
  #wrongInAll = 0;

  /** `known`: as an engine that stopped left them, the newest first. */
  constructor(now: number, known: readonly KnownCode[] = []) {
    this.#codes = known.filter(({ until }) => until > now - graceMs);
    if (this.#codes.length === 0) this.#codes = [{ code: newCode([]), until: now + codeLifeMs }];
  }

  /** Newest first. */
  get all(): readonly KnownCode[] {
    return this.#codes;
  }

  get current(): KnownCode {
    return this.#codes[0] as KnownCode;
  }

  /** Changes the code when its time has come. True when it did. */
  keepUp(now: number): boolean {
    if (now < this.current.until) return false;
    this.renew(now);
    return true;
  }

  renew(now: number): void {
    const before = this.#codes.filter(({ until }) => until + graceMs > now).map(({ code, until }) => ({ code, until: Math.min(until, now) }));
    this.#codes = [{ code: newCode(before), until: now + codeLifeMs }, ...before];
    this.#wrongInAll = 0;
  }

  /** `wait`: too many wrong codes came from this address within a minute; a right one is not even looked at. */
  check(code: string, address: string, now: number): 'right' | 'wrong' | 'wait' {
    this.keepUp(now);
    const wrong = (this.#wrong.get(address) ?? []).filter((at) => at > now - aMinuteMs);
    if (wrong.length >= mostWrongPerAddress) return 'wait';
    const typed = toDigits(code);
    // All are compared, so that the time it takes says nothing.
    const right = this.#codes.filter((known, place) => isSame(typed, known.code) && (place === 0 || known.until + graceMs > now));
    if (right.length > 0) return 'right';
    this.#noteWrong(address, [...wrong, now], now);
    return 'wrong';
  }

  #noteWrong(address: string, times: number[], now: number): void {
    this.#wrong.delete(address);
    this.#wrong.set(address, times);
    if (this.#wrong.size > mostAddresses) this.#wrong.delete(this.#wrong.keys().next().value as string);
    this.#wrongInAll += 1;
    if (this.#wrongInAll >= mostWrongPerCode) this.renew(now);
  }
}

/** Digits of any script as 0-9; what people put between them does not matter. */
function toDigits(code: string): string {
  return [...code.slice(0, 40).normalize('NFKC')]
    .map((character) => {
      const point = character.codePointAt(0) ?? 0;
      if (point >= 0x660 && point <= 0x669) return String(point - 0x660);
      return point >= 0x6f0 && point <= 0x6f9 ? String(point - 0x6f0) : character;
    })
    .join('')
    .replace(/\D/g, '');
}

function newCode(taken: readonly KnownCode[]): string {
  for (;;) {
    const code = String(randomInt(10 ** codeLength)).padStart(codeLength, '0');
    if (!taken.some((known) => known.code === code)) return code;
  }
}

function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
