import { Radio } from '@mantine/core';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';

const numberFields = new Set([
  'population',
  'areaKm2',
  'longitude',
  'latitude',
  'count',
  'value',
  'low',
  'high',
  'weight',
  'numerator',
  'denominator',
  'sampleSize',
  'power',
  'interest',
  'legitimacy',
  'urgency',
  'stance',
]);
const marks = ['.', ','] as const;

/** Which sign parts whole from part, with the file's own numbers read either way. */
export function NumbersPanel({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats, direction } = useTexts();
  const { recipe } = preview;
  const fields = preview.columns.filter(({ field, name }) => (field !== null && numberFields.has(field)) || recipe.wide?.columns.includes(name));
  // Degrees and minutes, or two coordinates in one cell, are read whole and by other rules: they show nothing here.
  const isNumber = (text: string) => marks.some((mark) => readNumber(text, mark, formats.decimal) !== null);
  const samples = [...new Set(fields.flatMap(({ sample }) => sample).filter((text) => /\d[.,]\d/.test(text) && isNumber(text)))].slice(0, 4);
  return (
    <Panel title={t('workbench.numbers.title')}>
      <Radio.Group
        value={recipe.decimalMark ?? ''}
        onChange={(mark) => work.change({ decimalMark: mark as (typeof marks)[number] })}
        aria-label={t('import.read.decimalMark')}
        description={<GuessNote preview={preview} patch={work.patch} setting="decimalMark" />}
      >
        <div className={classes.orders}>
          {marks.map((mark) => (
            <div key={mark} className={classes.order} data-chosen={recipe.decimalMark === mark || undefined}>
              <Radio value={mark} label={t(mark === '.' ? 'import.decimal.point' : 'import.decimal.comma')} />
              <ul>
                {samples.map((sample) => (
                  <li key={sample}>
                    <bdi className={classes.faint}>{sample}</bdi> {direction === 'rtl' ? '←' : '→'}{' '}
                    <bdi>{readNumber(sample, mark, formats.decimal) ?? t('workbench.numbers.none')}</bdi>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </Radio.Group>
    </Panel>
  );
}

/** A number read with a decimal mark, written as the reader's language has it; null where it is none. */
function readNumber(text: string, mark: '.' | ',', write: (value: number, digits: number) => string): string | null {
  const thousands = mark === '.' ? ',' : '.';
  const plain = text.replace(/[\s\u00a0\u202f'’]/g, '');
  const pattern = mark === '.' ? /^-?\d{1,3}(?:,\d{3})*(?:\.\d+)?$|^-?\d+(?:\.\d+)?$/ : /^-?\d{1,3}(?:\.\d{3})*(?:,\d+)?$|^-?\d+(?:,\d+)?$/;
  if (!pattern.test(plain)) return null;
  const value = Number(plain.replaceAll(thousands, '').replace(mark, '.'));
  const digits = plain.includes(mark) ? Math.min(4, plain.length - plain.indexOf(mark) - 1) : 0;
  return Number.isFinite(value) ? write(value, digits) : null;
}
