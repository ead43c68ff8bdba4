import type { ContentCounts, CountedThing, FileContents } from '#shared/domain/copies.ts';
import type { Connection } from '../project-file.ts';

/** Which rows are counted. Incidents are summed: a source may give counts. */
const counted: Readonly<Record<CountedThing, { table: string; what?: string }>> = {
  areas: { table: 'area' },
  stakeholders: { table: 'stakeholder' },
  datasets: { table: 'dataset' },
  incidents: { table: 'incident', what: 'ifnull(sum(count), 0)' },
  observations: { table: 'observation' },
  risks: { table: 'risk' },
  findings: { table: 'finding' },
  priorities: { table: 'priority' },
  objectives: { table: 'objective' },
  measures: { table: 'measure' },
  changes: { table: 'change' },
};

/** What a project file of any version holds. Reads only tables and columns that every version has. */
export function describeFile(connection: Pick<Connection, 'prepare'>): FileContents {
  const tables = new Set(connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]);
  const count = ({ table, what = 'count(*)' }: { table: string; what?: string }): number | null =>
    tables.has(table) ? Number(connection.prepare(`SELECT ${what} FROM "${table}"`).pluck().get()) : null;
  const counts = Object.fromEntries(Object.entries(counted).map(([thing, of]) => [thing, count(of)])) as ContentCounts;
  const project = tables.has('project') ? (connection.prepare('SELECT id, name FROM project').get() as { id: string; name: string } | undefined) : undefined;
  const last = tables.has('change')
    ? (connection.prepare('SELECT revision, at, name, params FROM change ORDER BY revision DESC LIMIT 1').get() as
        | { revision: number; at: string; name: string; params: string }
        | undefined)
    : undefined;
  return {
    projectId: project?.id ?? null,
    cityName: project?.name ?? '',
    version: Number(connection.prepare('PRAGMA user_version').pluck().get()),
    revision: last?.revision ?? 0,
    lastChange: last ? { at: last.at, name: last.name, params: JSON.parse(last.params) } : null,
    counts,
  };
}
