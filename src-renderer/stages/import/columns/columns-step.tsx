import { Autocomplete, Switch, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useState } from 'react';
import type { ImportKind, Recipe } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import { InTurns } from '../in-turns.tsx';
import type { StepProps } from '../step-props.ts';
import { ColumnTable } from './column-table.tsx';
import { CoordinateSystem } from './coordinate-system.tsx';
import { KeepRows } from './keep-rows.tsx';
import { QuestionTable } from './question-table.tsx';
import { WideColumns } from './wide-columns.tsx';

/** Fields that one value can fill for the whole file, where no column does. */
const constantFields: Readonly<Record<ImportKind, readonly string[]>> = {
  areas: [],
  population: ['year'],
  incidents: ['year', 'offence', 'area'],
  figures: ['series', 'area', 'year', 'unit'],
  survey: ['area', 'year'],
  stakeholders: [],
  ties: ['kind', 'informant'],
  indicators: ['indicator', 'area', 'year', 'source'],
};

/** Columns and their meaning; what holds for the whole file; the part of it that is wanted. */
export function ColumnsStep({ work, preview }: StepProps) {
  const { t } = useTexts();
  const { recipe } = preview;
  const constants = constantFields[recipe.kind].filter((field) => needsConstant(recipe, field));
  const names = preview.columns.map(({ name }) => name);
  const hasWhole = constants.length > 0 || recipe.kind === 'areas' || preview.coordinateSystem !== null;
  return (
    <InTurns>
      {preview.missingFields.length > 0 ? (
        <Notice kind="caution" title={t('import.missing.title')}>
          {t('import.missing.body', { fields: preview.missingFields.map((field) => t(`field.${field}` as TextKey)).join(', ') })}
        </Notice>
      ) : null}
      <ColumnTable work={work} preview={preview} />
      {recipe.kind === 'survey' ? <QuestionTable work={work} preview={preview} /> : null}
      {hasWhole ? (
        <Panel title={t('workbench.columns.whole')}>
          <div className={classes.settings}>
            {recipe.kind === 'areas' ? (
              <LayerName
                layer={recipe.layer ?? ''}
                onChange={(layer) => work.change({ layer })}
                note={<GuessNote preview={preview} patch={work.patch} setting="layer" />}
              />
            ) : null}
            {constants.map((field) => (
              <Constant
                key={field}
                label={t(`field.${field}` as TextKey)}
                note={
                  preview.guesses.some(({ setting }) => setting === `constants.${field}`) ? (
                    <GuessNote preview={preview} patch={work.patch} setting={`constants.${field}`} />
                  ) : (
                    t('import.constant')
                  )
                }
                value={recipe.constants[field] ?? ''}
                onChange={(value) => work.change({ constants: { ...recipe.constants, [field]: value } })}
              />
            ))}
            <CoordinateSystem work={work} preview={preview} />
          </div>
        </Panel>
      ) : null}
      <Panel title={t('workbench.columns.shape')}>
        <div className={classes.moreBody}>
          {recipe.kind === 'areas' || recipe.kind === 'stakeholders' || recipe.kind === 'ties' || recipe.kind === 'survey' ? null : (
            <WideColumns work={work} preview={preview} />
          )}
          <KeepRows columns={names} keep={recipe.keep} onChange={(keep) => work.change({ keep })} />
          {recipe.kind === 'incidents' ? (
            <Switch
              label={t('import.onlyKnownAreas')}
              description={t('import.onlyKnownAreas.hint')}
              checked={recipe.onlyKnownAreas}
              onChange={(event) => work.change({ onlyKnownAreas: event.currentTarget.checked })}
            />
          ) : null}
        </div>
      </Panel>
    </InTurns>
  );
}

function needsConstant({ columns, wide }: Recipe, field: string): boolean {
  if (columns[field] || wide?.field === field) return false;
  if (field === 'year') return !columns.date;
  if (field === 'area') return !columns.longitude && !columns.areaCode;
  return true;
}

/** Typed freely; taken when the field is left, so that the file is not read at every letter. */
function Constant({ label, note, value, onChange }: { label: string; note: ReactNode; value: string; onChange: (value: string) => void }) {
  const [draft, setDraft] = useState(value);
  useEffect(() => setDraft(value), [value]);
  return (
    <TextInput
      label={label}
      description={note}
      dir="auto"
      value={draft}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => draft !== value && onChange(draft)}
      onKeyDown={(event) => event.key === 'Enter' && draft !== value && onChange(draft)}
    />
  );
}

function LayerName({ layer, onChange, note }: { layer: string; onChange: (layer: string) => void; note: ReactNode }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const layers = useQuery(queries.areas.layers.queryOptions()).data ?? [];
  const names = [...new Set(layers.map(({ name }) => name))].filter(Boolean);
  const [draft, setDraft] = useState(layer);
  useEffect(() => setDraft(layer), [layer]);
  return (
    <Autocomplete
      label={t('import.read.newLayer')}
      description={draft === layer && names.length === 0 ? note : t(names.includes(draft) ? 'import.read.layerExists' : 'import.read.layerIsNew')}
      data={names}
      value={draft}
      onChange={setDraft}
      onBlur={() => draft !== layer && onChange(draft)}
      onOptionSubmit={(value) => value !== layer && onChange(value)}
    />
  );
}
