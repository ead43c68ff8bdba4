import { removeAreas } from '../../areas/places.ts';
import { packContentInTurns } from '../../project/history/dataset-content.ts';
import type { InTurns } from '../../project/in-turns.ts';
import type { ChangeWriter } from '../../project/open-project.ts';
import { placeInNewAreas } from '../areas/write-areas.ts';
import type { NewDataset } from '../kind-import.ts';

/**
 * Ends a dataset whose newer edition has just been written in the same change. What people tied to the old one is tied to the new: evidence that
 * names the dataset or one of its indicator values, and the choice between values for one cell.
 */
export function* takePlaceOf(write: ChangeWriter, kind: string, before: NewDataset, after: NewDataset): InTurns<void> {
  const { connection } = write;
  connection.prepare<[string, string]>('UPDATE evidence SET ref_id = ? WHERE ref_id = ?').run(after.id, before.id);
  if (kind === 'indicators') moveObservationLinks(write, before, after);
  if (kind === 'areas') {
    removeAreas(connection, connection.prepare<[number], number>('SELECT key FROM area WHERE dataset_key = ?').pluck().all(before.key));
    placeInNewAreas(write, after);
  }
  yield* packContentInTurns(connection, before.id);
  connection.prepare<[number]>('DELETE FROM dataset WHERE key = ?').run(before.key);
  if (kind === 'incidents') connection.exec('DELETE FROM offence WHERE is_confirmed = 0 AND key NOT IN (SELECT DISTINCT offence_key FROM incident)');
}

/** The value of the same indicator, area, year and breakdown. */
function moveObservationLinks({ connection }: ChangeWriter, before: NewDataset, after: NewDataset): void {
  const matches = connection
    .prepare<[number, number], { old: string; fresh: string; isChosen: number; reason: string }>(
      `SELECT o.id AS old, n.id AS fresh, o.is_chosen AS isChosen, o.choice_reason AS reason FROM observation o JOIN observation n
       ON n.indicator_code = o.indicator_code AND n.area_id IS o.area_id AND n.year IS o.year AND n.breakdown = o.breakdown
       WHERE o.dataset_key = ? AND n.dataset_key = ?`,
    )
    .all(before.key, after.key);
  const link = connection.prepare<[string, string]>('UPDATE evidence SET ref_id = ? WHERE ref_id = ?');
  const choose = connection.prepare<[string, string]>('UPDATE observation SET is_chosen = 1, choice_reason = ? WHERE id = ?');
  for (const { old, fresh, isChosen, reason } of matches) {
    link.run(fresh, old);
    if (isChosen === 1) choose.run(reason, fresh);
  }
}
