import { Modal, Select, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Dataset } from '#shared/domain/datasets.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { errorText } from '../../../app/engine/refusals.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Comparison } from '../../import/comparison.tsx';
import { datasetName } from './dataset-words.ts';

/** What differs between a dataset and another of its kind; the older one is «before». */
export function CompareDialog({ dataset, others, onClose }: { dataset: Dataset; others: readonly Dataset[]; onClose: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const [otherId, setOtherId] = useState(others[0]?.id ?? null);
  const other = others.find(({ id }) => id === otherId);
  const [before, after] = other && other.importedAt < dataset.importedAt ? [other, dataset] : [dataset, other];
  const compared = useQuery({
    ...queries.imports.compare.queryOptions({ input: { before: before?.id ?? '', after: after?.id ?? '' } }),
    enabled: before !== undefined && after !== undefined,
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={t('data.compare.title', { name: datasetName(dataset) })}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Select
        label={t('data.compare.with')}
        data={others.map((candidate) => ({ value: candidate.id, label: `${datasetName(candidate)} · ${formats.instant(candidate.importedAt)}` }))}
        value={otherId}
        onChange={setOtherId}
        mb="md"
      />
      {compared.error ? (
        <Notice kind="caution">{errorText(t, compared.error)}</Notice>
      ) : compared.data ? (
        <Comparison comparison={compared.data} />
      ) : (
        <Skeleton height="12rem" />
      )}
    </Modal>
  );
}
