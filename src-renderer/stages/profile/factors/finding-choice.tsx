import { Select } from '@mantine/core';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useFindingOptions } from './use-findings.ts';

/** The finding that shows it, with its evidence. */
export function FindingChoice({ value, onSave }: { value: string | null; onSave: (findingId: string | null) => void }) {
  const { t } = useTexts();
  const options = useFindingOptions();
  return (
    <Select
      label={t('factors.finding')}
      description={t('factors.finding.hint')}
      placeholder={t('risks.notSaid')}
      data={options}
      value={value}
      onChange={onSave}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
    />
  );
}
