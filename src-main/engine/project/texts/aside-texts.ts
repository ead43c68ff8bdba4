import type { RichNode } from '#shared/domain/rich-text.ts';
import { editKind, objectKeys } from '../history/change-log.ts';
import { decodeRow, encodeRow, type RowValues } from '../history/row-values.ts';
import type { Connection } from '../project-file.ts';
import { sectionAt, sectionsChangedAt } from './past-section-texts.ts';
import { projectWith, textChangeAt } from './past-texts.ts';
import { carryOverNodes } from './rich-text.ts';
import { readSection } from './section-texts.ts';
import { carryOver } from './shared-text.ts';
import { isSharedText, richTextField, richTextType } from './text-columns.ts';
import { readTexts } from './write-texts.ts';

/** What a change made of one text: its states before and after. */
export interface TextEffect {
  readonly type: string;
  readonly id: string;
  readonly before: RowValues;
  readonly after: RowValues;
}

/** Writes down among a change's own edits what it did to texts, as words: once history is folded, the updates do not tell any more which came with it. */
export function keepTextEffects(connection: Connection, revision: number, effects: readonly TextEffect[]): void {
  for (const { type, id, before, after } of effects) {
    const key = objectKeys(connection)(type, id, null);
    const known = connection
      .prepare<[number, number], { before: string | Buffer | null; after: string | Buffer | null }>(
        'SELECT before, after FROM edit WHERE change_revision = ? AND object_key = ?',
      )
      .get(revision, key);
    // Of a section that came or went with the change the updates tell the text.
    if (known && (known.before === null || known.after === null)) continue;
    const [was, is] = [known?.before ?? null, known?.after ?? null].map(decodeRow);
    connection
      .prepare<unknown[]>('INSERT OR REPLACE INTO edit (change_revision, object_key, kind, before, after) VALUES (?, ?, ?, ?, ?)')
      .run(revision, key, editKind.update, encodeRow({ ...was, ...before }), encodeRow({ ...is, ...after }));
  }
}

/** What a change did to texts, while its updates still tell. */
export function textEffects(connection: Connection, revision: number): TextEffect[] {
  const { before, after } = textChangeAt(connection, revision);
  const columns = Object.keys(after).length > 0 ? [{ ...projectWith(connection, {}), before, after }] : [];
  const sections = [...new Set(sectionsChangedAt(connection, revision))].map((id) => ({
    ...{ type: richTextType, id },
    before: { [richTextField]: JSON.stringify(sectionAt(connection, id, revision - 1)) },
    after: { [richTextField]: JSON.stringify(sectionAt(connection, id, revision)) },
  }));
  return [...columns, ...sections];
}

/** A state with its texts carried over into what stands now; `from` is the state that the change led from. */
export function withTextsCarriedOver(
  connection: Pick<Connection, 'prepare'>,
  { type, id }: { readonly type: string; readonly id: string },
  from: RowValues | null,
  to: RowValues | null,
): RowValues | null {
  if (from === null || to === null) return to;
  const carried = Object.entries(to).map(([column, value]): [string, RowValues[string]] => {
    const was = from[column];
    if (!isSharedText(type, column) || typeof value !== 'string' || typeof was !== 'string') return [column, value];
    if (type !== richTextType) return [column, carryOver(String((readTexts(connection) as RowValues)[column] ?? ''), was, value)];
    const nodes = (text: string) => JSON.parse(text) as RichNode[];
    return [column, JSON.stringify(carryOverNodes(readSection(connection, id), nodes(was), nodes(value)))];
  });
  return Object.fromEntries(carried) as RowValues;
}
