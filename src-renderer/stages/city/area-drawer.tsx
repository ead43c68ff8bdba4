import { Drawer, Select, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type Area, type AreaType, areaTypes } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { PopulationTable } from './population-table.tsx';

/** Everything about one area: what kind of place it is, and its residents by year, sex and age with every source. */
export function AreaDrawer({ area, onClose }: { area: Area; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const setTypes = useMutation(queries.areas.setTypes.mutationOptions());
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={<bdi>{area.name}</bdi>} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="lg">
        <Select
          label={t('areas.type')}
          description={t('areas.type.hint')}
          placeholder={t('areas.type.none')}
          data={areaTypes.map((type) => ({ value: type, label: t(`areaType.${type}`) }))}
          value={area.type}
          onChange={(type) => setTypes.mutate({ ids: [area.id], type: type as AreaType | null })}
          clearable
        />
        <PopulationTable area={area} />
      </Stack>
    </Drawer>
  );
}
