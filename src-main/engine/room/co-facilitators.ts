import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CoFacilitator } from '#shared/domain/room.ts';
import { readStored, writeStored } from '../stored-setting.ts';
import type { Visitor } from '../visitor.ts';

/** Somebody at the way in, and what came of it; `key` is the value of the cookie. */
export interface WayInAsk {
  readonly code: string;
  readonly name: string;
  readonly address: string;
}
export type WayInAnswer = { outcome: 'in'; key: string } | { outcome: 'wrong-code' | 'wait' | 'closed' | 'no-name' };

const guestSchema = z.object({ id: z.string(), name: z.string(), joinedAt: z.string(), keyDigest: z.string() });
const storedSchema = z.object({ projectId: z.string(), code: z.string(), guests: z.array(guestSchema) });
type Guest = z.infer<typeof guestSchema>;

const codeLength = 8;
const mostGuests = 20;
/** Wrong codes from one address within a minute; ten million codes then last for years. */
const mostWrongCodes = 5;
const aMinuteMs = 60_000;
const longestName = 100;

/**
 * Who helps over the local network with the full application: everybody has come in with a code that stands on the lead's screen only, and has
 * a key of their own since. Kept beside the other settings, so that an engine that is started again still knows them.
 */
export class CoFacilitators {
  readonly #path: string;
  readonly #now: () => Date;
  readonly #onChange: () => void;
  readonly #onDrop: (visitorId: string) => void;
  readonly #wrong = new Map<string, number[]>();
  readonly #lines = new Map<string, number>();
  #projectId = '';
  #code = '';
  #guests: Guest[] = [];

  constructor(options: { settingsFolder: string; now: () => Date; onChange: () => void; onDrop: (visitorId: string) => void }) {
    this.#path = join(options.settingsFolder, 'co-facilitators.json');
    this.#now = options.now;
    this.#onChange = options.onChange;
    this.#onDrop = options.onDrop;
  }

  get isOpen(): boolean {
    return this.#code !== '';
  }

  /** Eight digits; empty while nobody may come in. */
  get code(): string {
    return this.#code;
  }

  open(projectId: string): void {
    if (this.isOpen && this.#projectId === projectId) return;
    this.#projectId = projectId;
    this.#code = newCode();
    this.#guests = [];
    this.#save();
  }

  /** Goes on where an engine that stopped left off; false where it had let nobody in. */
  resume(projectId: string): boolean {
    const stored = readStored(this.#path, storedSchema);
    if (stored?.projectId !== projectId) return false;
    this.#projectId = projectId;
    this.#code = stored.code;
    this.#guests = stored.guests;
    return true;
  }

  close(): void {
    const gone = this.#guests;
    this.#code = '';
    this.#guests = [];
    this.#lines.clear();
    rmSync(this.#path, { force: true });
    for (const { id } of gone) this.#onDrop(id);
    this.#onChange();
  }

  /** A code serves one person: the next one sees a new one. */
  join({ code, name, address }: WayInAsk): WayInAnswer {
    if (!this.isOpen) return { outcome: 'closed' };
    const since = this.#now().getTime() - aMinuteMs;
    const wrong = (this.#wrong.get(address) ?? []).filter((at) => at > since);
    if (wrong.length >= mostWrongCodes) return { outcome: 'wait' };
    if (!isSame(code.replace(/\D/g, ''), this.#code)) {
      if (this.#wrong.size > 1_000) this.#wrong.clear();
      this.#wrong.set(address, [...wrong, this.#now().getTime()]);
      return { outcome: 'wrong-code' };
    }
    const person = name
      .replace(/\p{Cc}/gu, ' ')
      .trim()
      .slice(0, longestName);
    if (person === '') return { outcome: 'no-name' };
    if (this.#guests.length >= mostGuests) return { outcome: 'wait' };
    const key = randomBytes(32).toString('base64url');
    this.#guests.push({ id: randomBytes(9).toString('base64url'), name: person, joinedAt: this.#now().toISOString(), keyDigest: digest(key) });
    this.#code = newCode();
    this.#save();
    this.#onChange();
    return { outcome: 'in', key };
  }

  admit(key: string): Visitor | null {
    if (!this.isOpen) return null;
    const offered = digest(key);
    const guest = this.#guests.find(({ keyDigest }) => isSame(keyDigest, offered));
    return guest ? { id: guest.id, person: guest.name } : null;
  }

  remove(id: string): void {
    this.#guests = this.#guests.filter((guest) => guest.id !== id);
    this.#lines.delete(id);
    this.#save();
    this.#onDrop(id);
    this.#onChange();
  }

  /** A page of theirs is open; the answer is called when it is gone. */
  connected({ id }: Visitor): () => void {
    this.#count(id, 1);
    return () => this.#count(id, -1);
  }

  list(): CoFacilitator[] {
    return this.#guests.map(({ id, name, joinedAt }) => ({ id, name, joinedAt, isConnected: (this.#lines.get(id) ?? 0) > 0 }));
  }

  #count(id: string, by: number): void {
    this.#lines.set(id, Math.max(0, (this.#lines.get(id) ?? 0) + by));
    this.#onChange();
  }

  /** A folder that cannot be written costs only that a broken engine forgets who is in. */
  #save(): void {
    try {
      writeStored(this.#path, { projectId: this.#projectId, code: this.#code, guests: this.#guests }, { isSecret: true });
    } catch (error) {
      console.error(error);
    }
  }
}

function newCode(): string {
  return String(randomInt(10 ** codeLength)).padStart(codeLength, '0');
}

function digest(key: string): string {
  return createHash('sha256').update(key).digest('base64url');
}

/** Takes as long for a wrong answer as for a right one. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
