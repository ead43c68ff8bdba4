import { Select } from '@mantine/core';
import { type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** The group of one offence name, in a row of a table. */
export function OffenceGroupSelect({ name, value, onChange }: { name: string; value: OffenceGroup; onChange: (group: OffenceGroup) => void }) {
  const { t } = useTexts();
  return (
    <Select
      size="xs"
      aria-label={t('offences.groupOf', { name })}
      data={offenceGroups.map((group) => ({ value: group, label: t(`offenceGroup.${group}`) }))}
      value={value}
      onChange={(group) => group && onChange(group as OffenceGroup)}
      allowDeselect={false}
    />
  );
}
