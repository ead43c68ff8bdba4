import type { Connection } from '../project-file.ts';

/** A change as every copy names it: its writer and its place in the writer's row. */
export interface Stamp {
  readonly clock: string;
  readonly writer: string;
  readonly sequence: number;
}

/** The last sequence of each writer. */
export type VersionVector = Readonly<Record<string, number>>;

export interface KnownWriter {
  readonly id: string;
  /** The newest change of the file when the writer began. */
  readonly previous: { readonly writer: string; readonly sequence: number } | null;
  /** What the writer took in, in order. */
  readonly merges: readonly { readonly sequence: number; readonly knows: VersionVector }[];
}

/** Later by the fixed rule: the clock, and where clocks are equal the writer's id. */
export function isLater(a: Stamp, b: Stamp): boolean {
  if (a.clock !== b.clock) return a.clock > b.clock;
  return a.writer === b.writer ? a.sequence > b.sequence : a.writer > b.writer;
}

/**
 * What was known when a change was made: everything its writer did before, everything that was in the file when the writer began, and
 * everything that merges brought in on the way. Two changes of which neither knew the other were made apart.
 */
export class Knowledge {
  readonly #writers: ReadonlyMap<string, KnownWriter>;
  readonly #answers = new Map<string, number>();

  constructor(writers: readonly KnownWriter[]) {
    this.#writers = new Map(writers.map((writer) => [writer.id, writer]));
  }

  /** Whether `later` was made by someone who had `earlier` in the file. */
  knew(later: Stamp, earlier: Stamp): boolean {
    return this.#known(later.writer, later.sequence, earlier.writer) >= earlier.sequence;
  }

  /** The last sequence of `other` that was known when `writer` made change `sequence`; 0 = none. */
  #known(writer: string, sequence: number, other: string): number {
    let best = 0;
    const path: string[] = [];
    for (let at: { writer: string; sequence: number } | null = { writer, sequence }; at; ) {
      if (at.writer === other) {
        best = Math.max(best, at.sequence);
        break;
      }
      const known: KnownWriter | undefined = this.#writers.get(at.writer);
      const position = at.sequence;
      const merges = known?.merges.filter((merge) => merge.sequence <= position) ?? [];
      const name = `${at.writer} ${merges.length} ${other}`;
      const answer = this.#answers.get(name);
      if (answer !== undefined) {
        best = Math.max(best, answer);
        break;
      }
      path.push(name);
      for (const { knows } of merges) best = Math.max(best, knows[other] ?? 0);
      at = known?.previous ?? null;
    }
    // What is found further back holds for everything passed on the way only if nothing newer was seen before; the last passed is exact.
    const last = path.at(0);
    if (last !== undefined) this.#answers.set(last, best);
    return best;
  }
}

/** The writers of a file and what they knew. */
export function readKnowledge(connection: Pick<Connection, 'prepare'>): KnownWriter[] {
  const merges = new Map<string, { sequence: number; knows: VersionVector }[]>();
  const rows = connection.prepare<[], { id: string; sequence: number; knows: string }>(
    `SELECT w.id, c.sequence, c.knows FROM change c JOIN writer w ON w.key = c.writer_key WHERE c.kind = 'merge' AND c.knows IS NOT NULL ORDER BY c.sequence`,
  );
  for (const { id, sequence, knows } of rows.all()) {
    const list = merges.get(id) ?? [];
    list.push({ sequence, knows: JSON.parse(knows) as VersionVector });
    merges.set(id, list);
  }
  return connection
    .prepare<[], { id: string; previous_id: string | null; previous_sequence: number | null }>('SELECT id, previous_id, previous_sequence FROM writer')
    .all()
    .map(({ id, previous_id, previous_sequence }) => ({
      id,
      previous: previous_id === null ? null : { writer: previous_id, sequence: previous_sequence ?? 0 },
      merges: merges.get(id) ?? [],
    }));
}

/** The last sequence of each writer whose changes a file holds. */
export function readVector(connection: Pick<Connection, 'prepare'>): VersionVector {
  const rows = connection
    .prepare<[], { id: string; last: number | null }>('SELECT w.id, (SELECT max(sequence) FROM change c WHERE c.writer_key = w.key) AS last FROM writer w')
    .all();
  return Object.fromEntries(rows.flatMap(({ id, last }) => (last === null ? [] : [[id, last]])));
}

/** Everything that either knows. */
export function uniteVectors(vectors: readonly VersionVector[]): VersionVector {
  const united: Record<string, number> = {};
  for (const vector of vectors) for (const [writer, last] of Object.entries(vector)) united[writer] = Math.max(united[writer] ?? 0, last);
  return united;
}
