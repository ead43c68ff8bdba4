import { emptyOwnDefinition, type OwnDefinition, ownDefinitionSchema } from '#shared/domain/indicators.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

export interface OwnIndicator {
  readonly id: string;
  readonly code: string;
  readonly definition: OwnDefinition;
}

/** The city's own indicators and its wordings of slots, in the order of entry. Two copies that defined one code have both; the first counts. */
export function listOwnIndicators(project: OpenProject): OwnIndicator[] {
  const rows = project.all(sql.selectFrom('own_indicator').selectAll().orderBy('id'));
  const codes = new Set<string>();
  return rows.flatMap((row) => {
    if (codes.has(row.code)) return [];
    codes.add(row.code);
    return [{ id: row.id, code: row.code, definition: readDefinition(row.definition) }];
  });
}

export function findOwnIndicator(project: OpenProject, id: string): OwnIndicator {
  const row = project.found(sql.selectFrom('own_indicator').selectAll().where('id', '=', id));
  return { id: row.id, code: row.code, definition: readDefinition(row.definition) };
}

/** What is kept, with what a later version of the application added left empty. */
function readDefinition(text: string): OwnDefinition {
  const known = ownDefinitionSchema.safeParse({ ...emptyOwnDefinition, ...parsed(text) });
  return known.success ? known.data : emptyOwnDefinition;
}

function parsed(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
