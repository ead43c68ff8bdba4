import { Button, Checkbox, Collapse, Group, Radio, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { NetworkInterface, RoomSettings } from '#shared/domain/room.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { SavedNumberInput } from '../../../ui/saved-number.tsx';
import { SavedTextInput } from '../../../ui/saved-text.tsx';
import classes from './cockpit.module.css';
import { HotspotAdvice } from './hotspot-advice.tsx';

/** How often the networks are looked at while nothing is open yet, in milliseconds. */
const lookAgainMs = 3_000;

/** Which network phones come by, what stands on the card, and what they are asked on the way in. */
export function NetworkFields({ settings }: { settings: RoomSettings }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const interfaces = useQuery(queries.room.interfaces.queryOptions({ refetchInterval: lookAgainMs })).data;
  const { mutate: set } = useMutation(queries.room.setSettings.mutationOptions());
  const [isMore, setMore] = useState(false);
  const offered = interfaces?.filter(({ kind, address }) => kind !== 'loopback' || address === settings.address) ?? [];
  const likely = offered.find(({ isLikely }) => isLikely);
  const chosen = settings.address || likely?.address || '';
  const isGone = settings.address !== '' && interfaces !== undefined && !offered.some(({ address }) => address === settings.address);
  return (
    <Stack gap="md">
      {interfaces && offered.length === 0 ? (
        <Notice kind="caution" title={t('cockpit.network.none.title')}>
          {t('cockpit.network.none.body')}
        </Notice>
      ) : null}
      {isGone ? (
        <Notice kind="caution" title={t('cockpit.network.gone.title', { address: settings.address })}>
          {t('cockpit.network.gone.body')}
        </Notice>
      ) : null}
      {offered.length > 0 ? (
        <Radio.Group
          label={t('cockpit.network.label')}
          description={t('cockpit.network.note')}
          value={chosen}
          onChange={(address) => set({ address: address === likely?.address ? '' : address })}
        >
          <Stack gap="xs" mt="xs">
            {offered.map((one) => (
              <InterfaceChoice key={`${one.name} ${one.address}`} one={one} />
            ))}
          </Stack>
        </Radio.Group>
      ) : null}
      <Group grow align="start">
        <SavedTextInput
          label={t('cockpit.wifi.name')}
          description={t('cockpit.wifi.nameNote')}
          value={settings.wifiName}
          onSave={(wifiName) => set({ wifiName })}
        />
        <SavedTextInput
          label={t('cockpit.wifi.password')}
          description={t('cockpit.wifi.passwordNote')}
          dir="ltr"
          autoComplete="off"
          value={settings.wifiPassword}
          onSave={(wifiPassword) => set({ wifiPassword })}
        />
      </Group>
      <Checkbox
        label={t('cockpit.hotspot.label')}
        description={t('cockpit.hotspot.note')}
        checked={settings.isOwnHotspot}
        onChange={(event) => set({ isOwnHotspot: event.currentTarget.checked })}
      />
      {settings.isOwnHotspot || (interfaces && offered.length === 0) ? <HotspotAdvice /> : null}
      <AsksField settings={settings} onChange={(asks) => set({ asks })} />
      <div>
        <Button variant="subtle" size="compact-sm" className={classes.more} aria-expanded={isMore} onClick={() => setMore((was) => !was)}>
          {t('cockpit.more')}
        </Button>
        <Collapse expanded={isMore}>
          <SavedNumberInput
            label={t('cockpit.port.label')}
            description={t('cockpit.port.note')}
            className={classes.port}
            allowDecimal={false}
            thousandSeparator=""
            min={1_024}
            max={65_535}
            value={settings.port}
            onSave={(port) => {
              if (port !== null && Number.isInteger(port) && port >= 1_024 && port <= 65_535) set({ port });
            }}
          />
        </Collapse>
      </div>
    </Stack>
  );
}

function InterfaceChoice({ one }: { one: NetworkInterface }) {
  const { t } = useTexts();
  const words = t(`cockpit.network.kind.${one.kind}`);
  return (
    <Radio
      value={one.address}
      label={
        <span className={classes.choice}>
          {words} <span dir="ltr">{one.address}</span>
          {one.isLikely ? <span className={classes.likely}>{t('cockpit.network.likely')}</span> : null}
        </span>
      }
      description={<bdi>{one.name}</bdi>}
    />
  );
}

const asks = ['group', 'gender', 'ageBand', 'area', 'standing'] as const satisfies readonly RoomSettings['asks'][number][];

function AsksField({ settings, onChange }: { settings: RoomSettings; onChange: (asks: RoomSettings['asks']) => void }) {
  const { t } = useTexts();
  return (
    <Checkbox.Group
      label={t('cockpit.asks.label')}
      description={t('cockpit.asks.note')}
      value={settings.asks}
      onChange={(chosen) => onChange(asks.filter((ask) => chosen.includes(ask)))}
    >
      <Group gap="md" mt="xs">
        {asks.map((ask) => (
          <Checkbox key={ask} value={ask} label={t(`cockpit.asks.${ask}`)} />
        ))}
      </Group>
    </Checkbox.Group>
  );
}
