import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';

/** Where the incident figures come from: the bare names, the source line under a figure, and the dataset's id where there is just one. */
export function useIncidentSource(): { sourceNames: string; source: string; datasetId: string | null } {
  const { t } = useTexts();
  const { queries } = useEngine();
  const datasets = (useQuery(queries.imports.datasets.queryOptions()).data ?? [])
    .filter((dataset) => dataset.kind === 'incidents')
    .sort((a, b) => (a.firstYear ?? 0) - (b.firstYear ?? 0));
  const names = [...new Set(datasets.map((dataset) => dataset.source || dataset.fileName))];
  const sourceNames = names.join('; ');
  return {
    sourceNames,
    // Isolated: the names are in the source's language, whatever the direction of the line.
    source: names.length > 0 ? t('chart.source', { source: `\u2068${sourceNames}\u2069` }) : '',
    datasetId: datasets.length === 1 ? (datasets[0]?.id ?? null) : null,
  };
}
