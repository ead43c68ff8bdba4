import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconZoomReset } from '@tabler/icons-react';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import classes from './map.module.css';
import type { MapHandle } from './map-paint.ts';

export const zoomStep = 1.6;

export function ZoomButtons({ handle }: { handle: MapHandle | null }) {
  const { t } = useTexts();
  const buttons = [
    { label: t('map.zoomIn'), icon: IconPlus, act: () => handle?.zoomBy(zoomStep) },
    { label: t('map.zoomOut'), icon: IconMinus, act: () => handle?.zoomBy(1 / zoomStep) },
    { label: t('map.fit'), icon: IconZoomReset, act: () => handle?.fit() },
  ];
  return (
    <div className={classes.zoom}>
      {buttons.map(({ label, icon: Icon, act }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="default" size="2.25rem" aria-label={label} onClick={act}>
            <Icon size="1.1rem" stroke={1.6} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
    </div>
  );
}
