import { Button, CloseButton, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { gridPlaces } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { useAreaOptions, useStakeholderWords } from '../use-stakeholders.ts';
import classes from './register.module.css';
import { type RegisterFilter, wholeRegister } from './register-filter.ts';

/** The register by name, sector, level, area, voice and place. */
export function FilterBar({
  filter,
  onChange,
  shown,
  all,
}: {
  filter: RegisterFilter;
  onChange: (filter: RegisterFilter) => void;
  shown: number;
  all: number;
}) {
  const { t, formats } = useTexts();
  const words = useStakeholderWords();
  const areas = useAreaOptions();
  const isNarrowed = shown < all || JSON.stringify(filter) !== JSON.stringify(wholeRegister);
  const choice = <Value extends string>(
    label: string,
    data: readonly { readonly value: Value; readonly label: string }[],
    value: Value | null,
    set: (value: Value | null) => RegisterFilter,
  ) => (
    <Select
      aria-label={label}
      placeholder={label}
      data={data.map((option) => ({ ...option }))}
      value={value}
      onChange={(chosen) => onChange(set(data.find((option) => option.value === chosen)?.value ?? null))}
      clearable
      clearButtonProps={{ 'aria-label': t('register.filter.clear') }}
      className={classes.choice}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    />
  );
  return (
    <search className={classes.bar} aria-label={t('register.filter.title')}>
      <TextInput
        aria-label={t('register.filter.text')}
        placeholder={t('register.filter.text')}
        leftSection={<IconSearch size="1rem" stroke={1.6} aria-hidden />}
        rightSection={
          filter.text === '' ? null : <CloseButton size="sm" aria-label={t('register.filter.clear')} onClick={() => onChange({ ...filter, text: '' })} />
        }
        className={classes.text}
        dir={filter.text === '' ? undefined : 'auto'}
        value={filter.text}
        onChange={(event) => onChange({ ...filter, text: event.currentTarget.value })}
      />
      {choice(t('register.sector'), words.sectors, filter.sector, (sector) => ({ ...filter, sector }))}
      {choice(t('field.level'), [...words.levels, { value: 'none' as const, label: t('register.noLevel') }], filter.level, (level) => ({ ...filter, level }))}
      {areas.options.length > 0 ? choice(t('field.area'), areas.options, filter.areaId, (areaId) => ({ ...filter, areaId })) : null}
      {choice(t('register.represents'), words.groups, filter.group, (group) => ({ ...filter, group }))}
      {choice(
        t('register.place'),
        gridPlaces.map((value) => ({ value, label: words.placeName(value) })),
        filter.place,
        (place) => ({ ...filter, place }),
      )}
      {isNarrowed ? (
        <span className={classes.count} role="status">
          {t('register.filter.shown', { shown: formats.count(shown), all: formats.count(all) })}
          <Button variant="subtle" size="compact-md" mih="2.25rem" onClick={() => onChange(wholeRegister)}>
            {t('register.filter.all')}
          </Button>
        </span>
      ) : null}
    </search>
  );
}
