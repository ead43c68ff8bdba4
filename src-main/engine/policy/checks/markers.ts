import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type Marker, markerSchema } from '#shared/domain/policy-checks.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';

type MarkerPlace = Pick<Marker, 'measureId' | 'theme'>;

/** One mark for each theme of a measure, or of the policy; where copies brought several together, the one made last. */
export function listMarkers(project: OpenProject): Marker[] {
  const rows = project.all(sql.selectFrom('marker').selectAll().orderBy('checked_on').orderBy('id'));
  const markers = rows.map((row) =>
    markerSchema.parse({ ...row, measureId: row.measure_id, checkedBy: row.checked_by, checkedOn: row.checked_on || null, scale: row.scale || 'four-levels' }),
  );
  return [...new Map(markers.map((marker) => [`${marker.measureId} ${marker.theme}`, marker])).values()];
}

export function findMarker(project: OpenProject, place: MarkerPlace): Marker {
  const known = listMarkers(project).find(({ measureId, theme }) => measureId === place.measureId && theme === place.theme);
  return known ?? { ...place, level: null, reason: '', scale: 'four-levels', checkedBy: '', checkedOn: null };
}

export function writeMarker(write: ChangeWriter, project: OpenProject, place: MarkerPlace, patch: Partial<Marker>): void {
  const { measureId, theme, level, reason, scale, checkedBy, checkedOn } = { ...findMarker(project, place), ...given(patch) };
  const rows = project.all(
    sql
      .selectFrom('marker')
      .select('id')
      .where('theme', '=', theme)
      .where('measure_id', measureId === null ? 'is' : '=', measureId)
      .orderBy('checked_on')
      .orderBy('id'),
  );
  const columns = { level, reason, scale, checked_by: checkedBy, checked_on: checkedOn ?? project.nowText().slice(0, 10) };
  const last = rows.at(-1);
  if (last) write.run(sql.updateTable('marker').set(columns).where('id', '=', last.id));
  else write.run(sql.insertInto('marker').values({ id: uuidv7(), measure_id: measureId, theme, ...columns }));
}
