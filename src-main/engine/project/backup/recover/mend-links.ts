import { v7 as uuidv7 } from 'uuid';
import type { ImportKind } from '#shared/domain/recipes.ts';
import type { Connection } from '../../project-file.ts';
import type { PlannedLink, PlannedTable } from './table-plan.ts';
import { emptyRecipe } from './values/dataset-values.ts';

export interface Mended {
  dropped: number;
  unlinked: number;
  standIns: number;
}

/**
 * Parents that are made up where theirs is gone, because what hangs on them is worth keeping: a dataset of a million incidents must not go with
 * its one row. Values stand for what nobody knows any more.
 */
const standIns: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {
  dataset: {
    kind: 'incidents',
    file_name: '?',
    sha256: '',
    imported_at: '1970-01-01T00:00:00.000Z',
    rows: 0,
    imported: 0,
    source: '',
    licence: '',
    problem_counts: '[]',
    problems: '[]',
    recipe: emptyRecipe,
  },
  offence: { offence_group: 'other' },
  place: {},
  area_layer: { name: '?', position: 0 },
  objective: { title: '?' },
  criterion: { name: '?' },
  priority_decision: { made_at: '1970-01-01T00:00:00.000Z' },
  problem_tree: { title: '?' },
  finding: { sentence: '?', resident_groups: '[]' },
  stakeholder: { name: '?', sector: 'other', kind: 'organisation', mandate: '', represents: '[]', note: '' },
  partnership: { name: '?', kind: 'informal', status: 'active' },
  ballot: { position: 0, kind: 'statement', subject: 'own', question: '?', settings: '{}', state: 'closed', made_at: '1970-01-01T00:00:00.000Z' },
  workshop: { title: '?', kind: 'workshop', depth: 'rapid', made_at: '1970-01-01T00:00:00.000Z' },
  event_report: { form_version: '?', made_at: '1970-01-01T00:00:00.000Z' },
  draft: { template: 'long-policy', title: '?', language: 'en', made_at: '1970-01-01T00:00:00.000Z' },
  draft_section: { position: 0, title: '?' },
  writer: { copy_id: '?', copy_name: '', started_at: '1970-01-01T00:00:00.000Z' },
};

/** What a dataset must have been whose rows of this table are left. */
const kindOfContent: Readonly<Record<string, ImportKind>> = { figure: 'figures', respondent: 'survey', survey_question: 'survey' };

function recipeOf(kind: ImportKind): string {
  return JSON.stringify({ ...(JSON.parse(emptyRecipe) as object), kind });
}

const mostRounds = 8;

/** Links to rows that are gone: cut where the column may be empty, given a stand-in where that is worth it, else the row goes too. */
export function mendLinks(target: Connection, tables: readonly PlannedTable[]): Map<string, Mended> {
  const mended = new Map<string, Mended>(tables.map(({ name }) => [name, { dropped: 0, unlinked: 0, standIns: 0 }]));
  target.exec('BEGIN');
  addProjectRow(target, mended);
  // A row that goes may have been another's parent.
  for (let round = 0; round < mostRounds; round += 1) {
    const changed = tables.reduce((sum, table) => sum + table.links.reduce((count, link) => count + mendLink(target, table, link, mended), 0), 0);
    if (changed === 0) break;
  }
  target.exec('COMMIT');
  return mended;
}

/** Without its one row no project opens. */
function addProjectRow(target: Connection, mended: Map<string, Mended>): void {
  if (target.prepare('SELECT count(*) FROM project').pluck().get() !== 0) return;
  const columns = target.pragma('table_info(project)') as { name: string; notnull: number; dflt_value: string | null }[];
  const needed = columns.filter(({ notnull, dflt_value, name }) => name === 'id' || (notnull === 1 && dflt_value === null));
  const emptyOf = (name: string) => {
    if (name === 'id') return uuidv7();
    if (name === 'created_at') return '1970-01-01T00:00:00.000Z';
    return name === 'languages' || name === 'team' ? '[]' : '';
  };
  target
    .prepare<unknown[]>(`INSERT INTO project (${needed.map(({ name }) => name).join(', ')}) VALUES (${needed.map(() => '?').join(', ')})`)
    .run(...needed.map(({ name }) => emptyOf(name)));
  count(mended, 'project', 'standIns', 1);
}

function mendLink(target: Connection, table: PlannedTable, link: PlannedLink, mended: Map<string, Mended>): number {
  const { column, parent, parentColumn } = link;
  const isLost = `"${column}" IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "${parent}" p WHERE p."${parentColumn}" = "${table.name}"."${column}")`;
  if (table.columns.find(({ name }) => name === column)?.mayBeNull) {
    const { changes } = target.prepare(`UPDATE "${table.name}" SET "${column}" = NULL WHERE ${isLost}`).run();
    return count(mended, table.name, 'unlinked', changes);
  }
  let changes = 0;
  if (standIns[parent] && parent !== table.name) {
    for (const value of target.prepare(`SELECT DISTINCT "${column}" FROM "${table.name}" WHERE ${isLost}`).pluck().all()) {
      if (addStandIn(target, table.name, link, value)) changes += count(mended, parent, 'standIns', 1);
    }
  }
  const dropped = target.prepare(`DELETE FROM "${table.name}" WHERE ${isLost}`).run().changes;
  return changes + count(mended, table.name, 'dropped', dropped);
}

function addStandIn(target: Connection, table: string, { parent, parentColumn }: PlannedLink, value: unknown): boolean {
  const columns = new Set((target.pragma(`table_info("${parent}")`) as { name: string }[]).map(({ name }) => name));
  const row: Record<string, unknown> = { ...standIns[parent], [parentColumn]: value };
  if (columns.has('id') && parentColumn !== 'id') row.id = uuidv7();
  if (parent === 'dataset' && kindOfContent[table]) Object.assign(row, { kind: kindOfContent[table], recipe: recipeOf(kindOfContent[table]) });
  if (parent === 'offence') row.name = `? ${value}`;
  if (parent === 'ballot') row.workshop_id = target.prepare('SELECT id FROM workshop ORDER BY id LIMIT 1').pluck().get() ?? uuidv7();
  if (parent === 'place') row.signature = signatureOf(target, value);
  const names = Object.keys(row);
  try {
    target
      .prepare<unknown[]>(`INSERT INTO "${parent}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(row));
    return true;
  } catch {
    return false;
  }
}

/** A place is the areas that it stands for, which another table knows too. */
function signatureOf(target: Connection, placeKey: unknown): string {
  const areas = target.prepare<[unknown], number>('SELECT area_key FROM place_area WHERE place_key = ? ORDER BY area_key').pluck().all(placeKey);
  const signature = areas.join(' ');
  const isTaken = target.prepare<[string]>('SELECT 1 FROM place WHERE signature = ?').get(signature) !== undefined;
  // A number that no area has: nowhere known, and a place of its own.
  return isTaken ? `${signature} -${placeKey}`.trim() : signature;
}

function count(mended: Map<string, Mended>, table: string, what: keyof Mended, number: number): number {
  const entry = mended.get(table);
  if (entry) entry[what] += number;
  return number;
}
