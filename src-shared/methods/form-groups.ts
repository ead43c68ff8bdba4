import type { BalanceKind } from '../domain/workshops.ts';
import { randomSource } from './random-source.ts';

/** Somebody to be seated, with what they said of themselves. What somebody did not say counts nowhere. */
export interface Seated {
  readonly id: string;
  readonly says: Readonly<Partial<Record<BalanceKind, string>>>;
}

/** Ids by table. */
export type Tables = readonly (readonly string[])[];

/**
 * Seats everybody at exactly one of `tables` tables whose sizes differ by at most one. With nothing to balance: at random, by the seed. Else the random
 * seating is improved by exchanging two people at a time while that brings every table closer to its fair share of each value: never worse than random,
 * the same for the same list and seed. Tables beyond the number of people stay empty.
 */
export function formTables(people: readonly Seated[], tables: number, balance: readonly BalanceKind[], seed: number): Tables {
  const dealt = deal(shuffled(people, seed), tables);
  if (balance.length === 0) return idsOf(dealt);
  // Dealt in order of what is to be spread, and at random: the better of the two is where the exchange begins.
  const sorted = deal(sortedBy(shuffled(people, seed), balance), tables);
  const candidates = [dealt, sorted].map((start) => improve(start, balance));
  return idsOf(candidates.reduce((best, candidate) => (unevenness(candidate, balance) < unevenness(best, balance) - 1e-9 ? candidate : best)));
}

/** How far tables are from their fair shares: the sum, over every value, of squared differences between a table's count and its share by size. 0 = even. */
export function unevenness(tables: readonly (readonly Seated[])[], balance: readonly BalanceKind[]): number {
  const total = tables.reduce((sum, table) => sum + table.length, 0);
  let sum = 0;
  for (const kind of balance) {
    for (const value of valuesOf(tables.flat(), kind)) {
      const all = countOf(tables.flat(), kind, value);
      for (const table of tables) sum += (countOf(table, kind, value) - (all * table.length) / total) ** 2;
    }
  }
  return sum;
}

export interface BalanceLine {
  readonly kind: BalanceKind;
  readonly value: string;
  readonly fewest: number;
  readonly most: number;
  readonly total: number;
  /** No seating could bring the tables closer: the most and the fewest differ by no more than they must. */
  readonly isEven: boolean;
}

/** How each value is spread over the tables, for the values that at least two people gave. */
export function balanceOf(tables: readonly (readonly Seated[])[], kinds: readonly BalanceKind[]): BalanceLine[] {
  const all = tables.flat();
  return kinds.flatMap((kind) =>
    valuesOf(all, kind).flatMap((value) => {
      const counts = tables.map((table) => countOf(table, kind, value));
      const total = countOf(all, kind, value);
      if (total < 2) return [];
      const fewest = Math.min(...counts);
      const most = Math.max(...counts);
      return [{ kind, value, fewest, most, total, isEven: most - fewest <= 1 }];
    }),
  );
}

function shuffled(people: readonly Seated[], seed: number): Seated[] {
  const random = randomSource(seed);
  const order = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const kept = order[last] as Seated;
    order[last] = order[other] as Seated;
    order[other] = kept;
  }
  return order;
}

function sortedBy(people: readonly Seated[], balance: readonly BalanceKind[]): Seated[] {
  const keyOf = (person: Seated) => balance.map((kind) => person.says[kind] ?? '').join('|');
  return people.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
}

function deal(people: readonly Seated[], tables: number): Seated[][] {
  const dealt: Seated[][] = Array.from({ length: tables }, () => []);
  for (const [index, person] of people.entries()) dealt[index % tables]?.push(person);
  return dealt;
}

/** Passes over all pairs until no exchange helps; the number of passes is bounded, and a few are enough. */
function improve(start: readonly (readonly Seated[])[], balance: readonly BalanceKind[]): Seated[][] {
  const tables = start.map((table) => [...table]);
  const board = new Board(tables, balance);
  for (let pass = 0; pass < 20; pass += 1) {
    let isBetter = false;
    for (let one = 0; one < tables.length; one += 1) {
      for (let other = one + 1; other < tables.length; other += 1) isBetter = board.exchangeBetween(one, other) || isBetter;
    }
    if (!isBetter) break;
  }
  return tables;
}

/** Counts of every value at every table, kept up while people change places. */
class Board {
  readonly #tables: Seated[][];
  readonly #balance: readonly BalanceKind[];
  readonly #counts: Map<string, number>[];
  readonly #shares: Map<string, number>;

  constructor(tables: Seated[][], balance: readonly BalanceKind[]) {
    this.#tables = tables;
    this.#balance = balance;
    const all = tables.flat();
    this.#counts = tables.map((table) => this.#tally(table));
    this.#shares = new Map([...this.#tally(all)].map(([value, count]) => [value, count / Math.max(1, all.length)]));
  }

  exchangeBetween(one: number, other: number): boolean {
    const mine = this.#tables[one] ?? [];
    const theirs = this.#tables[other] ?? [];
    let isBetter = false;
    for (const [i, person] of mine.entries()) {
      for (const [j, partner] of theirs.entries()) {
        const current = mine[i] ?? person;
        if (this.#gain(one, other, current, theirs[j] ?? partner) <= 1e-9) continue;
        const next = theirs[j] ?? partner;
        this.#move(one, other, current);
        this.#move(other, one, next);
        mine[i] = next;
        theirs[j] = current;
        isBetter = true;
      }
    }
    return isBetter;
  }

  /** By how much the unevenness falls when the two change places: only the values in which they differ count. */
  #gain(one: number, other: number, person: Seated, partner: Seated): number {
    const leaving = this.#valuesOf(person);
    const coming = this.#valuesOf(partner);
    let gain = 0;
    for (const value of leaving) if (!coming.includes(value)) gain += this.#gainOf(value, one, other);
    for (const value of coming) if (!leaving.includes(value)) gain += this.#gainOf(value, other, one);
    return gain;
  }

  #gainOf(value: string, from: number, to: number): number {
    const share = this.#shares.get(value) ?? 0;
    const off = (table: number, change: number) => ((this.#counts[table]?.get(value) ?? 0) + change - share * (this.#tables[table]?.length ?? 0)) ** 2;
    return off(from, 0) + off(to, 0) - off(from, -1) - off(to, 1);
  }

  #move(from: number, to: number, person: Seated): void {
    for (const value of this.#valuesOf(person)) {
      this.#counts[from]?.set(value, (this.#counts[from]?.get(value) ?? 0) - 1);
      this.#counts[to]?.set(value, (this.#counts[to]?.get(value) ?? 0) + 1);
    }
  }

  #tally(people: readonly Seated[]): Map<string, number> {
    const counts = new Map<string, number>();
    for (const person of people) for (const value of this.#valuesOf(person)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  #valuesOf(person: Seated): string[] {
    return this.#balance.flatMap((kind) => (person.says[kind] === undefined ? [] : [`${kind} ${person.says[kind]}`]));
  }
}

const idsOf = (tables: readonly (readonly Seated[])[]): Tables => tables.map((table) => table.map((person) => person.id));
const countOf = (people: readonly Seated[], kind: BalanceKind, value: string): number => people.filter((person) => person.says[kind] === value).length;
const valuesOf = (people: readonly Seated[], kind: BalanceKind): string[] => [...new Set(people.flatMap((person) => person.says[kind] ?? []))].sort();
