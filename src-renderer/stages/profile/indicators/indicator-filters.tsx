import { SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { frameworkIds, type MonitorTheme, monitorThemes } from '#shared/domain/indicators.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './indicators.module.css';

export type IndicatorsShown = 'starter' | 'withValue' | 'open' | 'all';

export interface IndicatorFilter {
  readonly show: IndicatorsShown;
  readonly framework: (typeof frameworkIds)[number] | null;
  readonly theme: MonitorTheme | null;
  readonly words: string;
}

const choices: readonly [IndicatorsShown, TextKey][] = [
  ['starter', 'indicators.filter.starter'],
  ['withValue', 'indicators.filter.withValue'],
  ['open', 'indicators.filter.open'],
  ['all', 'indicators.all'],
];

/** Which indicators of the catalogue are listed. */
export function IndicatorFilters({ filter, onChange }: { filter: IndicatorFilter; onChange: (filter: IndicatorFilter) => void }) {
  const { t } = useTexts();
  return (
    <div className={classes.filters}>
      <SegmentedControl
        aria-label={t('indicators.filter.show')}
        data={choices.map(([value, key]) => ({ value, label: t(key) }))}
        value={filter.show}
        onChange={(show) => onChange({ ...filter, show: show as IndicatorsShown })}
      />
      <Select
        aria-label={t('indicators.filter.framework')}
        placeholder={t('indicators.filter.framework')}
        data={frameworkIds.map((id) => ({ value: id, label: t(`indicatorFramework.${id}`) }))}
        value={filter.framework}
        onChange={(framework) => onChange({ ...filter, framework: framework as IndicatorFilter['framework'] })}
        clearable
      />
      <Select
        aria-label={t('indicators.filter.theme')}
        placeholder={t('indicators.filter.theme')}
        data={monitorThemes.map((theme) => ({ value: theme, label: t(`indicators.theme.${theme}`) }))}
        value={filter.theme}
        onChange={(theme) => onChange({ ...filter, theme: theme as MonitorTheme | null })}
        clearable
      />
      <TextInput
        aria-label={t('indicators.filter.search')}
        placeholder={t('indicators.filter.search')}
        leftSection={<IconSearch size="1rem" stroke={1.6} aria-hidden />}
        value={filter.words}
        onChange={(event) => onChange({ ...filter, words: event.currentTarget.value })}
      />
    </div>
  );
}
