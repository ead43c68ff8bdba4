import type { Connection } from '../project-file.ts';

/**
 * The key that a thing had when it was in this file before, for putting it there again. Incidents that were put aside with their dataset,
 * and places, name offences and areas by that key: under another one they would not find them when the removal is undone. Lists follow the keys.
 */
export function formerKey(connection: Pick<Connection, 'prepare'>, type: 'area' | 'area_layer' | 'dataset' | 'offence', id: string): { key?: number } {
  const known = connection.prepare<[string, string], number | null>('SELECT local_key FROM object WHERE type = ? AND id = ?').pluck().get(type, id);
  if (known === undefined || known === null) return {};
  const isTaken = connection.prepare<[number]>(`SELECT 1 FROM "${type}" WHERE key = ?`).get(known) !== undefined;
  return isTaken ? {} : { key: known };
}
