import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { EvidenceInput } from '#shared/domain/findings.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { datasetName } from '../data/dataset-words.ts';

/** What makes a piece of evidence traceable, and what keeps it in the city's file. */
export function EvidenceMore({
  value,
  onChange,
}: {
  value: Pick<EvidenceInput, 'datasetId' | 'isRestricted'>;
  onChange: (patch: Pick<EvidenceInput, 'datasetId' | 'isRestricted'>) => void;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data ?? [];
  return (
    <>
      {datasets.length > 0 ? (
        <Select
          label={t('findings.evidence.dataset')}
          description={t('findings.evidence.dataset.hint')}
          placeholder={t('findings.evidence.dataset.none')}
          data={datasets.map((dataset) => ({ value: dataset.id, label: datasetName(dataset) }))}
          value={value.datasetId ?? null}
          onChange={(datasetId) => onChange({ datasetId })}
          searchable
          clearable
        />
      ) : null}
      <Checkbox
        label={t('findings.restricted.item')}
        description={t('findings.restricted.item.hint')}
        checked={value.isRestricted ?? false}
        onChange={(event) => onChange({ isRestricted: event.currentTarget.checked })}
      />
    </>
  );
}
