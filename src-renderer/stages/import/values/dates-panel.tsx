import { Radio } from '@mantine/core';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { dateOrders } from '#shared/domain/recipes.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { GuessNote } from '../guess-note.tsx';
import classes from '../import.module.css';
import type { ImportWork } from '../use-import.ts';

/** The order of day, month and year, each with what the file's own first dates would then be. */
export function DatesPanel({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t, formats, direction } = useTexts();
  const { recipe, dateExamples } = preview;
  const isAmbiguous = preview.dateOrderIs === 'ambiguous' && work.patch.dateOrder === undefined;
  return (
    <Panel
      title={t('workbench.dates.title')}
      note={isAmbiguous ? <span className={classes.caution}>{t('workbench.dates.ambiguous')}</span> : t('workbench.dates.certain')}
    >
      <Radio.Group
        value={recipe.dateOrder ?? ''}
        onChange={(order) => work.change({ dateOrder: order as (typeof dateOrders)[number] })}
        aria-label={t('import.read.dateOrder')}
        description={<GuessNote preview={preview} patch={work.patch} setting="dateOrder" />}
      >
        <div className={classes.orders}>
          {dateOrders.map((order) => (
            <div key={order} className={classes.order} data-chosen={recipe.dateOrder === order || undefined}>
              <Radio value={order} label={t(`import.dateOrder.${order}`)} />
              <ul>
                {dateExamples.map(({ text, days }) => (
                  <li key={text}>
                    <bdi className={classes.faint}>{text}</bdi> {direction === 'rtl' ? '←' : '→'}{' '}
                    <bdi>{days[order] ? formats.day(days[order]) : t('workbench.dates.noDay')}</bdi>
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
