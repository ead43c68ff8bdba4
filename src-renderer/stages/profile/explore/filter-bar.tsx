import { ActionIcon, MultiSelect, Select, Tooltip } from '@mantine/core';
import { IconFilterOff } from '@tabler/icons-react';
import { type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { AreaBook } from '../use-areas.ts';
import classes from './explore.module.css';
import { type ExploreFilter, everything } from './explore-filter.ts';

/** Which incidents are looked at. Nothing chosen means all of them. */
export function FilterBar({
  filter,
  onChange,
  years,
  book,
  layerId,
}: {
  filter: ExploreFilter;
  onChange: (patch: Partial<ExploreFilter>) => void;
  years: readonly number[];
  book: AreaBook;
  layerId: string | null;
}) {
  const { t } = useTexts();
  const layer = book.layers.find((candidate) => candidate.id === layerId);
  const areaOptions = book.options.find((option) => option.group === (layer?.name || '–'))?.items ?? [];
  const isNarrowed = filter.years.length > 0 || filter.groups.length > 0 || filter.areaId !== null;
  return (
    <div className={classes.filters} role="search" aria-label={t('explore.filter')}>
      <MultiSelect
        label={t('explore.filter.years')}
        placeholder={filter.years.length === 0 ? t('explore.filter.allYears') : ''}
        data={years.map(String)}
        value={filter.years.map(String)}
        onChange={(values) => onChange({ years: values.map(Number).sort((a, b) => a - b) })}
        clearable
      />
      <MultiSelect
        label={t('explore.filter.groups')}
        placeholder={filter.groups.length === 0 ? t('explore.filter.allGroups') : ''}
        data={offenceGroups.map((group) => ({ value: group, label: t(`offenceGroup.${group}`) }))}
        value={[...filter.groups]}
        onChange={(values) => onChange({ groups: values as OffenceGroup[] })}
        clearable
      />
      {book.layers.length > 1 ? (
        <Select
          label={t('explore.filter.layer')}
          data={book.layers.map((candidate) => ({ value: candidate.id, label: candidate.name || '–' }))}
          value={layerId}
          onChange={(value) => onChange({ layerId: value, areaId: null })}
          allowDeselect={false}
        />
      ) : null}
      {areaOptions.length > 0 ? (
        <Select
          label={t('explore.filter.area')}
          placeholder={t('explore.filter.wholeCity')}
          data={[...areaOptions]}
          value={filter.areaId}
          onChange={(value) => onChange({ areaId: value })}
          searchable
          clearable
          limit={100}
          nothingFoundMessage={t('explore.filter.noArea')}
        />
      ) : null}
      <Tooltip label={t('explore.filter.reset')}>
        <ActionIcon
          variant="default"
          size="2.25rem"
          aria-label={t('explore.filter.reset')}
          disabled={!isNarrowed}
          onClick={() => onChange({ ...everything, layerId: filter.layerId })}
        >
          <IconFilterOff size="1.1rem" stroke={1.6} aria-hidden />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
