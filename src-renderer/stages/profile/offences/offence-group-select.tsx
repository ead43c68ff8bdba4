import { NativeSelect } from '@mantine/core';
import { type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** The group of one offence name, in a row of a table. A plain select: a screenful of them is drawn in a moment. */
export function OffenceGroupSelect({ name, value, onChange }: { name: string; value: OffenceGroup; onChange: (group: OffenceGroup) => void }) {
  const { t } = useTexts();
  return (
    <NativeSelect
      size="xs"
      aria-label={t('offences.groupOf', { name })}
      data={offenceGroups.map((group) => ({ value: group, label: t(`offenceGroup.${group}`) }))}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as OffenceGroup)}
    />
  );
}
