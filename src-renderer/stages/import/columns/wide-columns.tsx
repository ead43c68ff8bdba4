import { MultiSelect, Select, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { ImportKind, Recipe } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';

type WideField = NonNullable<Recipe['wide']>['field'];

const wideFields: Readonly<Partial<Record<ImportKind, readonly WideField[]>>> = {
  population: ['year', 'sex', 'ageBand'],
  incidents: ['year', 'month', 'offence', 'area'],
  figures: ['year', 'month', 'series', 'breakdown', 'breakdown2', 'breakdown3', 'area', 'sex', 'ageBand'],
};

/** Columns that are periods or groups of people: each of their cells becomes a row of its own. */
export function WideColumns({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t } = useTexts();
  const { wide, kind } = preview.recipe;
  const [isOn, setOn] = useState(wide !== null);
  useEffect(() => setOn(wide !== null), [wide]);
  const fields = wideFields[kind] ?? ['year'];
  return (
    <div>
      <Switch
        label={t('import.wide')}
        description={wide ? <GuessNote preview={preview} patch={work.patch} setting="wide" /> : t('import.wide.hint')}
        checked={isOn}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          if (!event.currentTarget.checked && wide) work.change({ wide: null });
        }}
      />
      {isOn ? (
        <div className={classes.wide}>
          <MultiSelect
            label={t('import.wide.columns')}
            data={preview.columns.map(({ name }) => name)}
            value={wide?.columns ?? []}
            onChange={(columns) => work.change({ wide: columns.length > 0 ? { columns, field: wide?.field ?? fields[0] ?? 'year' } : null })}
            searchable
          />
          <Select
            label={t('import.wide.field')}
            data={fields.map((field) => ({ value: field, label: t(`field.${field}` as TextKey) }))}
            value={wide?.field ?? fields[0] ?? 'year'}
            onChange={(field) => wide && work.change({ wide: { ...wide, field: field as WideField } })}
            allowDeselect={false}
          />
        </div>
      ) : null}
    </div>
  );
}
