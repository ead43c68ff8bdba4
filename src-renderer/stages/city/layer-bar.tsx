import { ActionIcon, Button, Group, Menu, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { IconDots, IconListDetails, IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { AreaLayer } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import classes from './areas-page.module.css';
import { LayerDrawer } from './layer-drawer.tsx';

/** Which set of areas is shown, and what can be done with the set as a whole. */
export function LayerBar({
  layers,
  layer,
  onChoose,
  children,
}: {
  layers: readonly AreaLayer[];
  layer: AreaLayer;
  onChoose: (id: string) => void;
  children: ReactNode;
}) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const [isRenaming, setIsRenaming] = useState(false);
  const [isDescribing, setIsDescribing] = useState(false);
  const remove = useMutation(queries.areas.removeLayer.mutationOptions());
  const nameOf = (candidate: AreaLayer) => candidate.name || t('areas.layer.unnamed');

  return (
    <div className={classes.bar}>
      {layers.length > 1 ? (
        <SegmentedControl
          aria-label={t('areas.layer.choose')}
          data={layers.map((candidate) => ({ value: candidate.id, label: nameOf(candidate) }))}
          value={layer.id}
          onChange={onChoose}
        />
      ) : (
        <span className={classes.layerName}>{nameOf(layer)}</span>
      )}
      <Menu position="bottom-start">
        <Menu.Target>
          <ActionIcon aria-label={t('areas.layer.actions', { name: nameOf(layer) })}>
            <IconDots size="1.2rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconListDetails size="1rem" stroke={1.6} aria-hidden />} onClick={() => setIsDescribing(true)}>
            {t('areas.layer.describe')}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size="1rem" stroke={1.6} aria-hidden />} onClick={() => setIsRenaming(true)}>
            {t('areas.layer.rename')}
          </Menu.Item>
          <Menu.Item
            color="red"
            leftSection={<IconTrash size="1rem" stroke={1.6} aria-hidden />}
            onClick={() =>
              ask({
                title: t('areas.layer.removeTitle', { name: nameOf(layer) }),
                body: t('areas.layer.removeBody', { count: layer.areaCount }),
                action: t('action.remove'),
                onConfirm: () => remove.mutate({ id: layer.id }),
              })
            }
          >
            {t('areas.layer.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <LayerWords layer={layer} />
      <div className={classes.imports}>{children}</div>
      {isDescribing ? <LayerDrawer layer={layer} layers={layers} onClose={() => setIsDescribing(false)} /> : null}
      {isRenaming ? <RenameDialog layer={layer} onClose={() => setIsRenaming(false)} /> : null}
      {dialog}
    </div>
  );
}

/** Kind and years of the set, where somebody has said them. */
function LayerWords({ layer }: { layer: AreaLayer }) {
  const { t } = useTexts();
  const years = layer.validFrom === null && layer.validTo === null ? '' : `${layer.validFrom ?? ''}–${layer.validTo ?? ''}`;
  const words = [layer.kind ? t(`layerKind.${layer.kind}`) : '', years].filter((part) => part !== '').join(' · ');
  return words === '' ? null : <small className={classes.soft}>{words}</small>;
}

function RenameDialog({ layer, onClose }: { layer: AreaLayer; onClose: () => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const rename = useMutation(queries.areas.renameLayer.mutationOptions());
  const [name, setName] = useState(layer.name);
  return (
    <Modal opened onClose={onClose} title={t('areas.layer.rename')} closeButtonProps={{ 'aria-label': t('action.cancel') }}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) rename.mutate({ id: layer.id, name: name.trim() }, { onSuccess: onClose });
        }}
      >
        <TextInput
          label={t('areas.layer.name')}
          description={t('areas.layer.nameNote')}
          dir="auto"
          maxLength={500}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Group justify="flex-end" mt="lg">
          <Button type="submit" disabled={!name.trim()} loading={rename.isPending}>
            {t('areas.layer.rename')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
