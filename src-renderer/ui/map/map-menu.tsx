import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconDotsVertical, IconMap, IconMapOff, IconPhoto, IconVector } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { type ClassMethod, classMethods, type MapFigure } from '#shared/domain/maps.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import type { useBaseMap } from './use-base-map.ts';

const iconLook = { size: '1.1rem', stroke: 1.6, 'aria-hidden': true } as const;
const offeredMethods = classMethods.filter((method) => method !== 'manual');

/** Saving the map as a file, how its colours are divided, and the base map under it. */
export function MapMenu({
  figure,
  base,
  method,
  onMethod,
}: {
  figure: MapFigure;
  base: ReturnType<typeof useBaseMap>;
  /** Null where the map has no classes to divide. */
  method: ClassMethod | null;
  onMethod: (method: ClassMethod) => void;
}) {
  const { t, language } = useTexts();
  const { queries, files } = useEngine();
  const save = useMutation(
    queries.maps.picture.mutationOptions({
      onSuccess: async (saved) => {
        notifications.show({ message: t('map.saved', { name: saved.fileName }), withBorder: true });
        await files.present(saved);
      },
    }),
  );
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Tooltip label={t('map.menu')}>
          <ActionIcon variant="subtle" size="2.25rem" aria-label={t('map.menu')} loading={save.isPending}>
            <IconDotsVertical {...iconLook} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('map.save')}</Menu.Label>
        <Menu.Item leftSection={<IconPhoto {...iconLook} />} onClick={() => save.mutate({ map: figure, format: 'png', language })}>
          {t('map.savePng')}
        </Menu.Item>
        <Menu.Item leftSection={<IconVector {...iconLook} />} onClick={() => save.mutate({ map: figure, format: 'svg', language })}>
          {t('map.saveSvg')}
        </Menu.Item>
        {method === null ? null : (
          <>
            <Menu.Divider />
            <Menu.Label>{t('map.classes')}</Menu.Label>
            <Menu.RadioGroup value={method} onChange={(value) => onMethod(value as ClassMethod)}>
              {offeredMethods.map((offered) => (
                <Menu.RadioItem key={offered} value={offered}>
                  {t(`map.classes.${offered}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </>
        )}
        <Menu.Divider />
        <Menu.Label>{t('map.base.title')}</Menu.Label>
        <Menu.Item leftSection={<IconMap {...iconLook} />} onClick={() => void base.choose()}>
          {base.state && base.state.state !== 'none' ? t('map.base.other') : t('map.base.choose')}
        </Menu.Item>
        {base.state && base.state.state !== 'none' ? (
          <Menu.Item leftSection={<IconMapOff {...iconLook} />} onClick={base.remove}>
            {t('map.base.remove')}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}
