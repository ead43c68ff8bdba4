import { ActionIcon, Button, Collapse, MultiSelect, Select, Tooltip } from '@mantine/core';
import { IconAdjustmentsHorizontal, IconFilterOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import type { AreaBook } from '../use-areas.ts';
import classes from './explore.module.css';
import { type DayPart, dayParts, dayPartsOf, type ExploreFilter, everything, isNarrowed } from './explore-filter.ts';

interface FilterProps {
  readonly filter: ExploreFilter;
  readonly onChange: (patch: Partial<ExploreFilter>) => void;
}

/** Which incidents are looked at. Nothing chosen means all of them. */
export function FilterBar({ filter, onChange, years, book, layerId }: FilterProps & { years: readonly number[]; book: AreaBook; layerId: string | null }) {
  const { t } = useTexts();
  const further = filter.offenceIds.length + filter.datasetIds.length + filter.weekdays.length + dayPartsOf(filter.hours).length;
  const [isOpen, setOpen] = useState(further > 0);
  const layer = book.layers.find((candidate) => candidate.id === layerId);
  const areaOptions = book.options.find((option) => option.group === (layer?.name || '–'))?.items ?? [];
  return (
    <search aria-label={t('explore.filter')}>
      <div className={classes.filters}>
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
            className={classes.layer}
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
        <div className={classes.filterActions}>
          <Button
            variant="default"
            leftSection={<IconAdjustmentsHorizontal size="1.1rem" stroke={1.6} aria-hidden />}
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
          >
            {further > 0 ? t('explore.filter.moreChosen', { chosen: further }) : t('explore.filter.more')}
          </Button>
          <Tooltip label={t('explore.filter.reset')}>
            <ActionIcon
              variant="default"
              size="2.25rem"
              aria-label={t('explore.filter.reset')}
              disabled={!isNarrowed(filter)}
              onClick={() => onChange({ ...everything, layerId: filter.layerId })}
            >
              <IconFilterOff size="1.1rem" stroke={1.6} aria-hidden />
            </ActionIcon>
          </Tooltip>
        </div>
      </div>
      <Collapse expanded={isOpen}>{isOpen ? <FurtherFilters filter={filter} onChange={onChange} /> : null}</Collapse>
    </search>
  );
}

/** What narrows less often: offence, day, time of day, and the table that was imported. */
function FurtherFilters({ filter, onChange }: FilterProps) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const offences = useQuery(queries.incidents.offences.queryOptions()).data ?? [];
  const datasets = (useQuery(queries.imports.datasets.queryOptions()).data ?? []).filter(({ kind }) => kind === 'incidents');
  return (
    <div className={`${classes.filters} ${classes.further}`}>
      <MultiSelect
        label={t('explore.filter.offences')}
        placeholder={filter.offenceIds.length === 0 ? t('explore.filter.allOffences') : ''}
        data={offences.filter(({ count }) => count > 0).map(({ id, name }) => ({ value: id, label: name }))}
        value={[...filter.offenceIds]}
        onChange={(offenceIds) => onChange({ offenceIds })}
        searchable
        clearable
        limit={100}
        maxDropdownHeight={320}
      />
      <MultiSelect
        label={t('explore.filter.weekdays')}
        placeholder={filter.weekdays.length === 0 ? t('explore.filter.allWeekdays') : ''}
        data={[1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ value: String(weekday), label: formats.weekdayName(weekday, 'long') }))}
        value={filter.weekdays.map(String)}
        onChange={(values) => onChange({ weekdays: values.map(Number).sort() })}
        clearable
      />
      <MultiSelect
        label={t('explore.filter.hours')}
        placeholder={filter.hours.length === 0 ? t('explore.filter.allHours') : ''}
        data={(Object.keys(dayParts) as DayPart[]).map((part) => ({ value: part, label: t(`explore.dayPart.${part}`) }))}
        value={dayPartsOf(filter.hours)}
        onChange={(parts) => onChange({ hours: parts.flatMap((part) => [...dayParts[part as DayPart]]) })}
        clearable
      />
      {datasets.length > 1 ? (
        <MultiSelect
          label={t('explore.filter.datasets')}
          placeholder={filter.datasetIds.length === 0 ? t('explore.filter.allDatasets') : ''}
          data={datasets.map(({ id, title, fileName }) => ({ value: id, label: title || fileName }))}
          value={[...filter.datasetIds]}
          onChange={(datasetIds) => onChange({ datasetIds })}
          clearable
        />
      ) : null}
    </div>
  );
}
