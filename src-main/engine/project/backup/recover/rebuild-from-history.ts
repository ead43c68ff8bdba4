import { returnAreas } from '../../../areas/places.ts';
import { editKind } from '../../history/change-log.ts';
import { loggedTables } from '../../history/logged-tables.ts';
import { decodeRow, type RowValues } from '../../history/row-values.ts';
import { StateWriter } from '../../history/write-states.ts';
import type { Connection } from '../../project-file.ts';
import { refreshTexts } from '../../texts/write-texts.ts';

interface Told {
  readonly type: string;
  readonly id: string;
  /** Null: removed, as far as the history that is left says. */
  values: RowValues | null;
  /** The history begins with the whole row. */
  isWhole: boolean;
}

/**
 * Rows that are gone from their table but whose story the history still tells from the beginning are written again. Only for tables that
 * lost rows; of rows named as `bad` (`table id`) the history's word counts. Answers how many came back, table by table.
 */
export function rebuildFromHistory(target: Connection, incomplete: ReadonlySet<string>, bad: ReadonlySet<string>): Map<string, number> {
  const rebuilt = new Map<string, number>();
  const tables = loggedTables(target);
  const writer = new StateWriter(target, tables);
  const states = [...tellObjects(target, incomplete).values()];
  const areas: number[] = [];
  target.exec('BEGIN');
  for (const { name } of tables) {
    for (const state of states) {
      if (state.type !== name || !state.values || !state.isWhole || !putRow(writer, { ...state, values: state.values }, bad)) continue;
      rebuilt.set(name, (rebuilt.get(name) ?? 0) + 1);
      if (name === 'area') areas.push(writer.keyOf(name, state.id) ?? 0);
    }
  }
  returnAreas(target, areas);
  if (rebuilt.has('project')) readTextsAgain(target);
  target.exec('COMMIT');
  return rebuilt;
}

/** Texts that several people write are not told by the history of the project's row; their updates say them, where they are whole. */
function readTextsAgain(target: Connection): void {
  try {
    refreshTexts(target);
  } catch {
    // A damaged update: the text stays empty, the updates stay for whoever wants to look.
  }
}

function tellObjects(target: Connection, types: ReadonlySet<string>): Map<number, Told> {
  const objects = new Map<number, Told>();
  const edits = target
    .prepare<[], { key: number; type: string; id: string; kind: number; after: string | Buffer | null }>(
      `SELECT o.key, o.type, o.id, e.kind, e.after FROM edit e JOIN object o ON o.key = e.object_key JOIN change c ON c.revision = e.change_revision
       WHERE c.merge_revision IS NULL ORDER BY c.revision`,
    )
    .iterate();
  for (const { key, type, id, kind, after } of edits) {
    if (!types.has(type) || kind === editKind.keep) continue;
    const known = objects.get(key) ?? { type, id, values: null, isWhole: false };
    objects.set(key, known);
    const values = readState(after);
    if (values === undefined) known.isWhole = false;
    else if (kind === editKind.insert) Object.assign(known, { values, isWhole: values !== null });
    else known.values = values === null ? null : { ...known.values, ...values };
  }
  return objects;
}

/** Undefined where the bytes are damaged. */
function readState(stored: string | Buffer | null): RowValues | null | undefined {
  try {
    return decodeRow(stored);
  } catch {
    return undefined;
  }
}

/** True when the row was missing and is there now. */
function putRow(writer: StateWriter, { type, id, values }: { type: string; id: string; values: RowValues }, bad: ReadonlySet<string>): boolean {
  try {
    if (bad.has(`${type} ${id}`)) {
      writer.put(type, id, values);
      return false;
    }
    if (writer.read(type, id) !== null || !writer.put(type, id, values)) return false;
    writer.linkToOwnKind(type, id, values);
    return true;
  } catch {
    // A link that it needs is gone, or another row has its place.
    return false;
  }
}
