import { NumberInput, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import type { Recipe, RecipePatch } from '#shared/domain/recipes.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import { InTurns } from '../in-turns.tsx';
import type { StepProps } from '../step-props.ts';
import { SheetPicture } from './sheet-picture.tsx';
import { headerRowCount } from './sheet-rows.ts';

const encodings = ['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-1', 'windows-1256', 'windows-1251', 'macintosh'];
const delimiters = [',', ';', '\t', '|'] as const;
const delimiterNames: Readonly<Record<string, TextKey>> = {
  ',': 'import.delimiter.comma',
  ';': 'import.delimiter.semicolon',
  '\t': 'import.delimiter.tab',
  '|': 'import.delimiter.bar',
};
const allBlocks = 'all';

/** Where the table is: sheet, block, header; for text also the characters and what parts the columns. Below it stands as it is in the file. */
export function TableStep({ work, preview }: StepProps) {
  const { t, formats } = useTexts();
  const { recipe, blocks } = preview;
  /** What was said of the columns speaks of the old header: it is guessed anew. */
  const reshape = (change: RecipePatch) => work.change({ ...change, columns: undefined, wide: undefined, keep: undefined });
  const note = (setting: keyof Recipe) => <GuessNote preview={preview} patch={work.patch} setting={setting} />;
  const isHidden = (sheet: string) => preview.hiddenSheets.includes(sheet);
  const isPlaced = recipe.headerRow !== null;

  return (
    <InTurns>
      <Panel title={t('workbench.table.title')} note={t('workbench.table.note')}>
        <div className={classes.settings}>
          <Fact label={t('workbench.table.format')}>{t(`workbench.format.${recipe.format}`)}</Fact>
          {recipe.encoding === null ? null : (
            <Select
              label={t('import.read.encoding')}
              description={note('encoding')}
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
              description={note('delimiter')}
              data={[...new Set([recipe.delimiter, ...delimiters])].map((value) => ({
                value,
                label: delimiterNames[value] ? t(delimiterNames[value]) : value,
              }))}
              value={recipe.delimiter}
              onChange={(delimiter) => reshape({ delimiter })}
              allowDeselect={false}
            />
          )}
          {preview.sheets.length > 1 ? (
            <Select
              label={t('import.read.sheet')}
              description={note('sheet')}
              data={preview.sheets.map((sheet) => ({ value: sheet, label: isHidden(sheet) ? t('workbench.table.hiddenSheet', { sheet }) : sheet }))}
              value={recipe.sheet}
              onChange={(sheet) => reshape({ sheet, headerRow: undefined, headerRowCount: undefined, block: undefined })}
              allowDeselect={false}
              searchable
            />
          ) : null}
          {isPlaced ? (
            <NumberInput
              label={t('import.read.headerRow')}
              description={recipe.headerRow === 0 ? t('import.read.noHeader') : note('headerRow')}
              value={recipe.headerRow ?? 0}
              min={0}
              allowDecimal={false}
              onChange={(value) => typeof value === 'number' && value !== recipe.headerRow && reshape({ headerRow: value, headerRowCount: undefined })}
            />
          ) : null}
          {isPlaced && recipe.headerRow !== 0 ? (
            <NumberInput
              label={t('workbench.table.headerRowCount')}
              description={note('headerRowCount')}
              value={headerRowCount(preview)}
              min={1}
              max={10}
              allowDecimal={false}
              onChange={(value) =>
                typeof value === 'number' && value !== headerRowCount(preview) && reshape({ headerRowCount: value, headerRow: recipe.headerRow })
              }
            />
          ) : null}
          {blocks.length > 1 ? (
            <Select
              label={t('workbench.table.block')}
              description={note('block')}
              data={[
                { value: allBlocks, label: t('workbench.table.allBlocks', { number: formats.count(blocks.length) }) },
                ...blocks.map((block, place) => ({
                  value: String(place),
                  label: t('workbench.table.blockOf', {
                    title: block.title || '–',
                    row: formats.count(block.row),
                    rows: formats.count(block.rowCount),
                  }),
                })),
              ]}
              value={recipe.block === null ? allBlocks : String(recipe.block)}
              onChange={(block) => reshape({ block: block === allBlocks ? null : Number(block) })}
              allowDeselect={false}
            />
          ) : null}
        </div>
      </Panel>
      <WholeGuesses preview={preview} patch={work.patch} />
      <SheetPicture preview={preview} onHeaderRow={isPlaced ? (headerRow) => reshape({ headerRow, headerRowCount: undefined }) : null} />
    </InTurns>
  );
}

/** What was done to the header and the cells as a whole. */
function WholeGuesses({ preview, patch }: { preview: ImportPreview; patch: RecipePatch }) {
  const settings = ['columns', 'cells', 'notes'].filter((setting) => preview.guesses.some((guess) => guess.setting === setting));
  if (settings.length === 0) return null;
  return (
    <div className={classes.wholeGuesses}>
      {settings.map((setting) => (
        <GuessNote key={setting} preview={preview} patch={patch.columns === undefined ? patch : {}} setting={setting} />
      ))}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={classes.fact}>
      <span className={classes.factLabel}>{label}</span>
      <span>{children}</span>
    </div>
  );
}
