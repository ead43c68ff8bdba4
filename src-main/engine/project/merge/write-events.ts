import { decodeRow } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import type { WriteEvent } from './fold-object.ts';
import type { Stamp } from './knowledge.ts';

interface EditRow {
  kind: number;
  before: string | Uint8Array | null;
  after: string | Uint8Array | null;
  clocks: string | null;
  clock: string;
  writer: string;
  sequence: number;
}

const kinds = ['insert', 'update', 'delete', 'keep', 'delete'] as const;

/** All that was ever done to objects of a file, merges' own effects left out: they are what the others' changes did here. */
export class WriteEvents {
  readonly #edits;
  readonly #writerIds;

  constructor(connection: Pick<Connection, 'prepare'>) {
    this.#edits = connection.prepare<[string, string], EditRow>(
      `SELECT e.kind, e.before, e.after, e.clocks, c.clock, w.id AS writer, c.sequence
       FROM object o JOIN edit e ON e.object_key = o.key JOIN change c ON c.revision = e.change_revision JOIN writer w ON w.key = c.writer_key
       WHERE o.type = ? AND o.id = ? AND c.kind <> 'merge'`,
    );
    this.#writerIds = connection.prepare<[number], string>('SELECT id FROM writer WHERE key = ?').pluck();
  }

  of(type: string, id: string): WriteEvent[] {
    return this.#edits.all(type, id).map(({ kind, before, after, clocks, ...stamp }) => {
      const event = { ...stamp, kind: kinds[kind] ?? 'update', before: decodeRow(before), after: decodeRow(after) };
      return clocks === null ? event : { ...event, stamps: this.#stampsOf(clocks) };
    });
  }

  #stampsOf(clocks: string): Record<string, Stamp> {
    const stored = JSON.parse(clocks) as Record<string, [clock: string, writerKey: number, sequence: number]>;
    return Object.fromEntries(
      Object.entries(stored).map(([column, [clock, writerKey, sequence]]) => [column, { clock, writer: this.#writerIds.get(writerKey) ?? '', sequence }]),
    );
  }
}
