import type { IncidentOverview, Offence, OffenceGroup } from '#shared/domain/incidents.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { incidentColumns, noHour } from './incident-columns.ts';
import { listOffences } from './incident-dimensions.ts';
import { dayText } from './incident-filter.ts';
import { remembered } from './remembered.ts';

/** What the imported incidents are, as a whole: how many, from when to when, how many with an area, a point, an hour. */
export const incidentOverview = remembered(['incidents', 'datasets', 'areas'], (project: OpenProject): IncidentOverview => {
  const columns = incidentColumns(project);
  const nowhere = new Set(project.reader.prepare('SELECT key FROM place WHERE key NOT IN (SELECT place_key FROM place_area)').pluck().all() as number[]);
  const years = new Set<number>();
  const sums = { count: 0, withArea: 0, withPoint: 0, withHour: 0 };
  let [firstDay, lastDay] = [Number.POSITIVE_INFINITY, 0];
  for (let row = 0; row < columns.length; row += 1) {
    const count = columns.count?.[row] ?? 1;
    const day = columns.day[row] ?? 0;
    sums.count += count;
    if (columns.hour[row] !== noHour) sums.withHour += count;
    if (columns.hasPoint[row] === 1) sums.withPoint += count;
    if (!nowhere.has(columns.place[row] ?? 0)) sums.withArea += count;
    if (columns.year[row]) years.add(columns.year[row] ?? 0);
    if (day > lastDay) lastDay = day;
    if (day > 0 && day < firstDay) firstDay = day;
  }
  const datasets = project.found(
    sql
      .selectFrom('dataset')
      .select((of) => of.fn.countAll<number>().as('count'))
      .where('kind', '=', 'incidents'),
  );
  return {
    count: sums.count,
    firstDay: dayText(lastDay === 0 ? null : firstDay),
    lastDay: dayText(lastDay === 0 ? null : lastDay),
    years: [...years].sort((a, b) => a - b),
    withAreaCount: sums.withArea,
    withPointCount: sums.withPoint,
    withHourCount: sums.withHour,
    offenceCount: listOffenceCounts(project).filter((offence) => offence.count > 0).length,
    datasetCount: datasets.count,
  };
});

const countsByOffence = remembered(['incidents', 'datasets'], (project) => {
  const { length, offence, count } = incidentColumns(project);
  const counts = new Map<number, number>();
  for (let row = 0; row < length; row += 1) {
    const key = offence[row] ?? 0;
    counts.set(key, (counts.get(key) ?? 0) + (count?.[row] ?? 1));
  }
  return counts;
});

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
