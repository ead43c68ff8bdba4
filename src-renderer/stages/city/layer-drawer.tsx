import { Drawer, MultiSelect, NumberInput, Select, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type AreaLayer, type AreaType, areaTypes, type LayerKind, layerKinds } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { SavedTextInput } from '../../ui/saved-text.tsx';
import { BoundaryCheckPanel } from './boundary-check-panel.tsx';
import { TransferPanel } from './transfer-panel.tsx';

/** What a set of areas is: its kind, from when to when its boundaries hold, whose they are; whether they are sound; residents from another set. */
export function LayerDrawer({ layer, layers, onClose }: { layer: AreaLayer; layers: readonly AreaLayer[]; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const update = useMutation(queries.areas.updateLayer.mutationOptions());
  const save = (patch: Partial<AreaLayer>) => update.mutate({ id: layer.id, ...patch });
  const year = (key: 'validFrom' | 'validTo', label: string) => (
    <NumberInput
      label={label}
      value={layer[key] ?? ''}
      min={1800}
      max={2200}
      allowDecimal={false}
      thousandSeparator=""
      hideControls
      onBlur={(event) => {
        const typed = Number.parseInt(event.currentTarget.value, 10);
        const next = Number.isNaN(typed) ? null : typed;
        if (next !== layer[key]) save({ [key]: next });
      }}
    />
  );
  const others = layers.filter(({ id }) => id !== layer.id);
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size="lg"
      title={<bdi>{layer.name || t('areas.layer.unnamed')}</bdi>}
      closeButtonProps={{ 'aria-label': t('action.close') }}
    >
      <Stack gap="md">
        <Select
          label={t('areas.layer.kind')}
          placeholder={t('areas.type.none')}
          data={layerKinds.map((kind) => ({ value: kind, label: t(`layerKind.${kind}`) }))}
          value={layer.kind}
          onChange={(kind) => save({ kind: kind as LayerKind | null })}
          clearable
        />
        {year('validFrom', t('areas.layer.validFrom'))}
        {year('validTo', t('areas.layer.validTo'))}
        <SavedTextInput label={t('areas.layer.source')} value={layer.source} onSave={(source) => save({ source })} />
        {others.length > 0 ? (
          <Select
            label={t('areas.layer.follows')}
            description={t('areas.layer.follows.hint')}
            placeholder={t('areas.layer.follows.none')}
            data={others.map(({ id, name }) => ({ value: id, label: name || t('areas.layer.unnamed') }))}
            value={layer.followsId}
            onChange={(followsId) => save({ followsId })}
            clearable
          />
        ) : null}
        <TypeOfMany layer={layer} />
        <BoundaryCheckPanel layer={layer} />
        {others.length > 0 ? <TransferPanel layer={layer} others={others} /> : null}
      </Stack>
    </Drawer>
  );
}

/** One kind of place said of several areas at once. */
function TypeOfMany({ layer }: { layer: AreaLayer }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const areas = useQuery(queries.areas.list.queryOptions({ input: { layerId: layer.id } })).data ?? [];
  const setTypes = useMutation(queries.areas.setTypes.mutationOptions());
  const [type, setType] = useState<AreaType>('informal');
  const current = areas.filter((area) => area.type === type).map(({ id }) => id);
  const change = (ids: string[]) => {
    const added = ids.filter((id) => !current.includes(id));
    const removed = current.filter((id) => !ids.includes(id));
    if (added.length > 0) setTypes.mutate({ ids: added, type });
    if (removed.length > 0) setTypes.mutate({ ids: removed, type: null });
  };
  return (
    <div>
      <Select
        label={t('areas.type.many')}
        data={areaTypes.map((option) => ({ value: option, label: t(`areaType.${option}`) }))}
        value={type}
        onChange={(next) => setType((next ?? 'informal') as AreaType)}
        allowDeselect={false}
      />
      <MultiSelect
        mt="xs"
        aria-label={t('areas.type.which', { type: t(`areaType.${type}`) })}
        placeholder={current.length === 0 ? t('areas.type.which', { type: t(`areaType.${type}`) }) : ''}
        data={areas.map(({ id, name }) => ({ value: id, label: name }))}
        value={current}
        onChange={change}
        searchable
        clearable
        limit={100}
      />
    </div>
  );
}
