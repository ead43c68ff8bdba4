import { Autocomplete, MultiSelect, NumberInput, Select, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import { dateOrders, type ImportKind, type ImportPreview, type Recipe, type RecipePatch } from '#shared/domain/imports.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel } from '../../ui/stage-page.tsx';
import classes from './import.module.css';
import { KeepRows } from './keep-rows.tsx';

const encodings = ['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-1', 'windows-1256', 'windows-1251', 'macintosh'];
const delimiters = [',', ';', '\t', '|'] as const;
const delimiterNames: Readonly<Record<string, TextKey>> = {
  ',': 'import.delimiter.comma',
  ';': 'import.delimiter.semicolon',
  '\t': 'import.delimiter.tab',
  '|': 'import.delimiter.bar',
};
/** Fields that one value can fill for the whole file, where no column does. */
const constantFields: Readonly<Record<ImportKind, readonly string[]>> = {
  areas: [],
  population: ['year'],
  incidents: ['year', 'offence', 'area'],
  figures: ['area', 'year', 'series', 'unit'],
  survey: ['area', 'year'],
  stakeholders: [],
  indicators: ['indicator', 'area', 'year', 'source'],
};

/** How the file is read: each setting detected, each changeable. A changed one reads the file again. */
export function ReadPanel({ preview, patch, onChange }: { preview: ImportPreview; patch: RecipePatch; onChange: (patch: RecipePatch) => void }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const layers = useQuery(queries.areas.layers.queryOptions()).data ?? [];
  const { recipe } = preview;
  /** What was said of the columns speaks of the old header: it is guessed anew. */
  const reshape = (change: RecipePatch) => onChange({ ...change, columns: undefined, wide: undefined, keep: undefined });
  const how = (key: keyof Recipe) => t(patch[key] === undefined ? 'import.detected' : 'import.changed');
  const layerNames = layers.map((layer) => layer.name);
  const looksUpAreas = recipe.kind !== 'areas' && recipe.kind !== 'stakeholders';

  return (
    <Panel title={t('import.read.title')} note={t('import.read.note')}>
      <div className={classes.settings}>
        {recipe.encoding === null ? null : (
          <Select
            label={t('import.read.encoding')}
            description={how('encoding')}
            data={[...new Set([recipe.encoding.toLowerCase(), ...encodings])]}
            value={recipe.encoding.toLowerCase()}
            onChange={(encoding) => reshape({ encoding })}
            allowDeselect={false}
            searchable
          />
        )}
        {recipe.delimiter === null ? null : (
          <Select
            label={t('import.read.delimiter')}
            description={how('delimiter')}
            data={[...new Set([recipe.delimiter, ...delimiters])].map((value) => ({ value, label: delimiterNames[value] ? t(delimiterNames[value]) : value }))}
            value={recipe.delimiter}
            onChange={(delimiter) => reshape({ delimiter })}
            allowDeselect={false}
          />
        )}
        {preview.sheets.length > 1 ? (
          <Select
            label={t('import.read.sheet')}
            description={how('sheet')}
            data={preview.sheets}
            value={recipe.sheet}
            onChange={(sheet) => reshape({ sheet, headerRow: undefined })}
            allowDeselect={false}
            searchable
          />
        ) : null}
        {recipe.headerRow === null ? null : (
          <NumberInput
            label={t('import.read.headerRow')}
            description={recipe.headerRow === 0 ? t('import.read.noHeader') : how('headerRow')}
            value={recipe.headerRow}
            min={0}
            allowDecimal={false}
            onChange={(value) => typeof value === 'number' && value !== recipe.headerRow && reshape({ headerRow: value })}
          />
        )}
        {recipe.decimalMark === null ? null : (
          <Select
            label={t('import.read.decimalMark')}
            description={how('decimalMark')}
            data={[
              { value: '.', label: t('import.decimal.point') },
              { value: ',', label: t('import.decimal.comma') },
            ]}
            value={recipe.decimalMark}
            onChange={(mark) => onChange({ decimalMark: mark as Recipe['decimalMark'] })}
            allowDeselect={false}
          />
        )}
        {preview.dateOrderIs === 'none' ? null : (
          <Select
            label={t('import.read.dateOrder')}
            description={
              patch.dateOrder !== undefined ? (
                t('import.changed')
              ) : preview.dateOrderIs === 'ambiguous' ? (
                <Caution>{t('import.read.dateOrder.ambiguous')}</Caution>
              ) : (
                t('import.read.dateOrder.certain')
              )
            }
            data={dateOrders.map((order) => ({ value: order, label: t(`import.dateOrder.${order}`) }))}
            value={recipe.dateOrder}
            onChange={(order) => onChange({ dateOrder: order as Recipe['dateOrder'] })}
            allowDeselect={false}
          />
        )}
        {recipe.kind === 'areas' ? (
          <LayerName layer={recipe.layer ?? ''} names={layerNames} onChange={(layer) => onChange({ layer })} />
        ) : looksUpAreas && layers.length > 1 ? (
          <Select
            label={t('import.read.layer')}
            description={t('import.read.layer.hint')}
            placeholder={t('import.read.anyLayer')}
            data={[...new Set(layerNames)]}
            value={recipe.layer}
            onChange={(layer) => onChange({ layer })}
            clearable
          />
        ) : null}
        {constantFields[recipe.kind]
          .filter((field) => needsConstant(recipe, field))
          .map((field) => (
            <Constant
              key={field}
              label={t(`field.${field}` as TextKey)}
              value={recipe.constants[field] ?? ''}
              onChange={(value) => onChange({ constants: { ...recipe.constants, [field]: value } })}
            />
          ))}
      </div>
      <details className={classes.more}>
        <summary>{t('import.more')}</summary>
        <div className={classes.moreBody}>
          <KeepRows columns={preview.columns.map(({ name }) => name)} keep={recipe.keep} onChange={(keep) => onChange({ keep })} />
          {recipe.kind === 'incidents' ? (
            <Switch
              label={t('import.onlyKnownAreas')}
              description={t('import.onlyKnownAreas.hint')}
              checked={recipe.onlyKnownAreas}
              onChange={(event) => onChange({ onlyKnownAreas: event.currentTarget.checked })}
            />
          ) : null}
          {recipe.kind === 'areas' || recipe.kind === 'stakeholders' ? null : <WideColumns preview={preview} onChange={onChange} />}
        </div>
      </details>
    </Panel>
  );
}

function needsConstant({ columns, wide }: Recipe, field: string): boolean {
  if (columns[field] !== undefined || wide?.field === field) return false;
  if (field === 'year') return columns.date === undefined;
  if (field === 'area') return columns.longitude === undefined && columns.areaCode === undefined;
  return true;
}

function Caution({ children }: { children: ReactNode }) {
  return <span className={classes.caution}>{children}</span>;
}

/** Typed freely; taken when the field is left, so that the file is not read at every letter. */
function Constant({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return (
    <TextInput
      label={label}
      description={t('import.constant')}
      dir="auto"
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => draft !== value && onChange(draft)}
      onKeyDown={(event) => event.key === 'Enter' && draft !== value && onChange(draft)}
    />
  );
}

function LayerName({ layer, names, onChange }: { layer: string; names: readonly string[]; onChange: (layer: string) => void }) {
  const { t } = useTexts();
  const [draft, setDraft] = useState(layer);
  useEffect(() => setDraft(layer), [layer]);
  return (
    <Autocomplete
      label={t('import.read.newLayer')}
      description={t(names.includes(draft) ? 'import.read.layerExists' : 'import.read.layerIsNew')}
      data={[...new Set(names)]}
      value={draft}
      onChange={setDraft}
      onBlur={() => draft !== layer && onChange(draft)}
      onOptionSubmit={(value) => value !== layer && onChange(value)}
    />
  );
}

/** Columns that are periods or groups of people: each of their cells becomes a row of its own. */
function WideColumns({ preview, onChange }: { preview: ImportPreview; onChange: (patch: RecipePatch) => void }) {
  const { t } = useTexts();
  const { wide, kind } = preview.recipe;
  const [isOn, setOn] = useState(wide !== null);
  useEffect(() => setOn(wide !== null), [wide]);
  const fields = kind === 'population' ? (['year', 'sex', 'ageBand'] as const) : (['year'] as const);
  return (
    <>
      <Switch
        label={t('import.wide')}
        description={t('import.wide.hint')}
        checked={isOn}
        onChange={(event) => {
          setOn(event.currentTarget.checked);
          if (!event.currentTarget.checked && wide) onChange({ wide: null });
        }}
      />
      {isOn ? (
        <div className={classes.settings}>
          <MultiSelect
            label={t('import.wide.columns')}
            data={preview.columns.map(({ name }) => name)}
            value={wide?.columns ?? []}
            onChange={(columns) => onChange({ wide: columns.length > 0 ? { columns, field: wide?.field ?? 'year' } : null })}
            searchable
          />
          <Select
            label={t('import.wide.field')}
            data={fields.map((field) => ({ value: field, label: t(`field.${field}`) }))}
            value={wide?.field ?? 'year'}
            onChange={(field) => wide && onChange({ wide: { ...wide, field: field as (typeof fields)[number] } })}
            allowDeselect={false}
          />
        </div>
      ) : null}
    </>
  );
}
