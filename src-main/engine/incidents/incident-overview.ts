import type { IncidentOverview, Offence, OffenceGroup } from '#shared/domain/incidents.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { listOffences } from './incident-dimensions.ts';
import { dayText } from './incident-filter.ts';
import { remembered } from './remembered.ts';

interface Totals {
  count: number;
  first_day: number | null;
  last_day: number | null;
  with_hour: number;
  with_point: number;
  nowhere: number;
}

/** What the imported incidents are, as a whole: how many, from when to when, how many with an area, a point, an hour. */
export const incidentOverview = remembered(['incidents', 'datasets', 'areas'], (project: OpenProject): IncidentOverview => {
  const totals = project.reader
    .prepare(
      `SELECT ifnull(sum(count), 0) AS count, min(day) AS first_day, max(day) AS last_day,
        ifnull(sum(CASE WHEN hour IS NULL THEN 0 ELSE count END), 0) AS with_hour,
        ifnull(sum(CASE WHEN longitude IS NULL THEN 0 ELSE count END), 0) AS with_point,
        ifnull(sum(CASE WHEN place_key IN (SELECT key FROM place WHERE key NOT IN (SELECT place_key FROM place_area)) THEN count ELSE 0 END), 0) AS nowhere
      FROM incident`,
    )
    .get() as Totals;
  const years = new Set(project.reader.prepare('SELECT year FROM incident WHERE year IS NOT NULL').pluck().all() as number[]);
  const datasets = project.found(
    sql
      .selectFrom('dataset')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('kind', '=', 'incidents'),
  );
  return {
    count: totals.count,
    firstDay: dayText(totals.first_day),
    lastDay: dayText(totals.last_day),
    years: [...years].sort((a, b) => a - b),
    withAreaCount: totals.count - totals.nowhere,
    withPointCount: totals.with_point,
    withHourCount: totals.with_hour,
    offenceCount: listOffenceCounts(project).filter((offence) => offence.count > 0).length,
    datasetCount: datasets.count,
  };
});

const countsByOffence = remembered(
  ['incidents', 'datasets'],
  (project) => new Map(project.reader.prepare('SELECT offence_key, sum(count) FROM incident GROUP BY offence_key').raw().all() as [number, number][]),
);

/** Every offence name of the imported tables by alphabet, with its group and how often it occurs. */
export function listOffenceCounts(project: OpenProject): Offence[] {
  const counts = countsByOffence(project);
  const confirmed = new Set(
    project
      .all(sql.selectFrom('offence').select(['key', 'is_confirmed']))
      .filter((row) => row.is_confirmed === 1)
      .map((row) => row.key),
  );
  return listOffences(project).map(({ key, id, name, group }) => ({ id, name, group, isConfirmed: confirmed.has(key), count: counts.get(key) ?? 0 }));
}

const occurring = sql
  .selectFrom('offence as o')
  .select(['o.offence_group as group', 'o.is_confirmed'])
  .where(({ exists, selectFrom }) => exists(selectFrom('incident as i').select('i.key').whereRef('i.offence_key', '=', 'o.key').where('i.count', '>', 0)));

/** The offences that incidents name, found in the index without counting: counting a million rows takes as long as a screen may. */
export function offencesThatOccur(project: OpenProject): { group: string; isConfirmed: boolean }[] {
  return project.all(occurring).map(({ group, is_confirmed }) => ({ group, isConfirmed: is_confirmed === 1 }));
}

/** A person's decision about offence names; a later import leaves it. Unknown ids are refused and nothing changes. */
export function setOffenceGroup(project: OpenProject, offenceIds: readonly string[], group: OffenceGroup): void {
  const ids = [...new Set(offenceIds)];
  const known = project.all(sql.selectFrom('offence').select(['id', 'name']).where('id', 'in', ids));
  if (known.length !== ids.length) refuse('object/not-found');
  const params = { count: ids.length, name: known[0]?.name ?? '', group };
  project.change({ name: 'incidents.setOffenceGroup', params, subjects: ['incidents'] }, (write) => {
    write.run(sql.updateTable('offence').set({ offence_group: group, is_confirmed: 1 }).where('id', 'in', ids));
  });
}
