import { decodeRow } from '../history/row-values.ts';
import { readClocks } from '../history/written-clocks.ts';
import type { Connection } from '../project-file.ts';
import type { WriteEvent } from './fold-object.ts';

interface EditRow {
  kind: number;
  before: string | Uint8Array | null;
  after: string | Uint8Array | null;
  clocks: string | null;
  clock: string;
  writer: string;
  writerKey: number;
  sequence: number;
  changeKind: string;
  ofMerge: string | null;
  instead: string | null;
}

const kinds = ['insert', 'update', 'delete', 'keep', 'delete'] as const;

/** All that was ever done to objects of a file, merges' own effects left out: they are what the others' changes did here. */
export class WriteEvents {
  readonly #edits;
  readonly #writerIds;

  constructor(connection: Pick<Connection, 'prepare'>) {
    this.#edits = connection.prepare<[string, string], EditRow>(
      `SELECT e.kind, e.before, e.after, e.clocks, c.clock, w.id AS writer, w.key AS writerKey, c.sequence,
         c.kind AS changeKind, CASE WHEN e.kind = 3 AND c.name <> 'merging.keep' THEN ''
         WHEN c.kind IN ('undo', 'redo') OR c.name = 'merging.again' THEN c.params ->> 'ofMerge' END AS ofMerge,
         CASE WHEN c.name = 'merging.again' THEN c.params ->> 'instead' END AS instead
       FROM object o JOIN edit e ON e.object_key = o.key JOIN change c ON c.revision = e.change_revision JOIN writer w ON w.key = c.writer_key
       WHERE o.type = ? AND o.id = ? AND c.kind <> 'merge'`,
    );
    this.#writerIds = connection.prepare<[number], string>('SELECT id FROM writer WHERE key = ?').pluck();
  }

  of(type: string, id: string): WriteEvent[] {
    return this.#edits.all(type, id).map(({ kind, before, after, clocks, writerKey, changeKind, ofMerge, instead, ...stamp }) => {
      const mergeStep = ofMerge === null ? null : { merge: ofMerge, isUndo: changeKind === 'undo' && ofMerge !== '', instead };
      const event = { ...stamp, mergeStep, kind: kinds[kind] ?? 'update', before: decodeRow(before), after: decodeRow(after) };
      if (clocks === null) return event;
      const edit = { own: { ...stamp, writerKey }, kind, after: event.after };
      const { makers, removals, writes } = readClocks(clocks, edit, (key) => this.#writerIds.get(key) ?? '');
      const named = [...writes].map(([column, write]) => ({ column, ...write }));
      return { ...event, folded: { makers: [...makers.values()], removals: [...removals.values()], writes: named } };
    });
  }
}
