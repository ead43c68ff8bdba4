import { useQuery } from '@tanstack/react-query';
import { type FactInput, type FigureFacts, type FigureMethod, factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import type { IncidentRow } from '#shared/domain/incidents.ts';
import { ratePer } from '#shared/methods/rates.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import type { ExploreScope } from './use-explore-data.ts';

/** Version of the counting and rating behind the explore screen (docs/decisions/0020 and 0118). */
const version = '1';

/** Says of a figure of the explore screen how it was made. `missing`: incidents that do not state what the figure needs. */
export function useIncidentFacts(scope: ExploreScope): (method: FigureMethod, row: Partial<IncidentRow> | undefined, missing?: number | null) => FigureFacts {
  const { queries } = useEngine();
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data ?? [];
  const counted = datasets.filter(({ kind, id }) => kind === 'incidents' && (scope.filter.datasetIds.length === 0 || scope.filter.datasetIds.includes(id)));
  const sources = counted.map(({ title, source, fileName, publishedOn }) => ({ name: title || source || fileName, publishedOn, grade: null }));
  return (method, row, missing = null) => {
    const inputs: FactInput[] = [factInput('count', row?.count ?? null, 'incidents')];
    if (method === 'rate' || method === 'pooledRate') {
      inputs.push(factInput('personYears', row?.population ?? null, 'personYears'), factInput('per', ratePer));
      inputs.push(
        factInput('value', row?.rate ?? null, 'per100000'),
        factInput('low', row?.low ?? null, 'per100000'),
        factInput('high', row?.high ?? null, 'per100000'),
      );
    }
    const isUndefined = method === 'rate' && (row?.rate ?? null) === null;
    return figureFacts({
      ...{ method, version, inputs, n: row?.count ?? null, missing, sources },
      params: scope.words === '' ? [] : [factInput('filter', scope.words)],
      ...(isUndefined ? { undefinedReason: 'no-population' as const } : {}),
    });
  };
}
