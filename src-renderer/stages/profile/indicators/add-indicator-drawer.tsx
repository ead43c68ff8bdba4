import { Button, Drawer, Select, Stack } from '@mantine/core';
import { useState } from 'react';
import type { Indicator } from '#shared/domain/indicators.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';

/** Chooses the indicator that a new value is for. */
export function AddIndicatorDrawer({
  catalogue,
  isPending,
  onStart,
  onClose,
}: {
  catalogue: readonly Indicator[];
  isPending: boolean;
  onStart: (code: string) => void;
  onClose: () => void;
}) {
  const { t } = useTexts();
  const [code, setCode] = useState<string | null>(null);
  const chosen = catalogue.find((indicator) => indicator.code === code);
  const options = (isStarter: boolean) =>
    catalogue
      .filter((indicator) => indicator.isStarter === isStarter)
      .map((indicator) => ({ value: indicator.code, label: `${indicator.code} · ${indicator.name}` }));
  return (
    <Drawer opened onClose={onClose} position="right" size="md" title={t('indicators.add')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap="md">
        <Select
          label={t('indicators.which')}
          placeholder={t('indicators.which.placeholder')}
          data={[
            { group: t('indicators.starter'), items: options(true) },
            { group: t('indicators.others'), items: options(false) },
          ]}
          value={code}
          onChange={setCode}
          searchable
          nothingFoundMessage={t('indicators.which.none')}
          openOnFocus={false}
          data-autofocus
        />
        {chosen ? (
          <Notice title={chosen.name}>
            {chosen.explanation}
            <br />
            {t('indicators.unitIs', { unit: chosen.unit })} {t(`indicators.direction.${chosen.direction}`)}
          </Notice>
        ) : null}
        <Button disabled={!code} loading={isPending} onClick={() => code && onStart(code)}>
          {t('indicators.enterValue')}
        </Button>
      </Stack>
    </Drawer>
  );
}
