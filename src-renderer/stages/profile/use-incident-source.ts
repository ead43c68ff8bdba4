import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Where the incident figures come from, as a source line; the dataset's id where there is just one. */
export function useIncidentSource(): { source: string; datasetId: string | null } {
  const { t } = useTexts();
  const { queries } = useEngine();
  const datasets = (useQuery(queries.imports.datasets.queryOptions()).data ?? []).filter((dataset) => dataset.kind === 'incidents');
  const names = [...new Set(datasets.map((dataset) => dataset.source || dataset.fileName))];
  return {
    source: names.length > 0 ? t('chart.source', { source: names.join('; ') }) : '',
    datasetId: datasets.length === 1 ? (datasets[0]?.id ?? null) : null,
  };
}
