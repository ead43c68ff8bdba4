import { Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { practicePlaces, practiceScales, worldRegions } from '#shared/domain/library.ts';
import { approaches } from '#shared/domain/policy.ts';
import { residentGroups } from '#shared/domain/stakeholders.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import type { Wanted } from './find-practices.ts';
import classes from './library.module.css';

/** What is looked for: words, and one choice of each kind. */
export function LibraryFilter({ wanted, onChange }: { wanted: Wanted; onChange: (wanted: Wanted) => void }) {
  const { t } = useTexts();
  const choice = (field: Exclude<keyof Wanted, 'words'>, label: string, data: { value: string; label: string }[]) => (
    <Select
      aria-label={label}
      placeholder={label}
      data={data}
      value={wanted[field]}
      onChange={(value) => onChange({ ...wanted, [field]: value })}
      clearable
      clearButtonProps={{ 'aria-label': t('action.clear') }}
    />
  );
  return (
    <Panel>
      <search className={classes.filter}>
        <TextInput
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          leftSection={<IconSearch size="1.1rem" stroke={1.6} aria-hidden />}
          dir={wanted.words === '' ? undefined : 'auto'}
          value={wanted.words}
          onChange={(event) => onChange({ ...wanted, words: event.currentTarget.value })}
        />
        {choice(
          'approach',
          t('practice.approaches'),
          approaches.map((value) => ({ value, label: t(`approach.${value}`) })),
        )}
        {choice(
          'group',
          t('practice.groups'),
          residentGroups.map((value) => ({ value, label: t(`residentGroup.${value}`) })),
        )}
        {choice(
          'place',
          t('practice.places'),
          practicePlaces.map((value) => ({ value, label: t(`practicePlace.${value}`) })),
        )}
        {choice(
          'region',
          t('practice.region'),
          worldRegions.map((value) => ({ value, label: t(`worldRegion.${value}`) })),
        )}
        {choice(
          'scale',
          t('practice.scale'),
          practiceScales.map((value) => ({ value, label: t(`practiceScale.${value}`) })),
        )}
      </search>
    </Panel>
  );
}
