import { Select } from '@mantine/core';
import type { FigureTableInfo } from '#shared/domain/figures.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import classes from './figures.module.css';
import { useBreakdownName } from './use-breakdown-name.ts';
import type { FigureChoice } from './use-figure-choice.ts';

/** A value of a select may not be empty: totals and «all» get signs of their own. */
const total = 'total';
const all = 'all';
const own = 'value ';

/** Table, series, and one value of each breakdown, its total, or all side by side. */
export function FigureChoicePanel({ tables, choice }: { tables: readonly FigureTableInfo[]; choice: FigureChoice }) {
  const { t } = useTexts();
  const nameOf = useBreakdownName();
  const { table, filters } = choice;
  if (!table) return null;
  return (
    <Panel>
      <div className={classes.choices}>
        <Select
          label={t('figures.table')}
          data={tables.map(({ datasetId, name }) => ({ value: datasetId, label: name }))}
          value={table.datasetId}
          onChange={(value) => value && choice.chooseTable(value)}
          allowDeselect={false}
        />
        <Select
          label={t('figures.series')}
          data={table.series.map(({ value }) => ({ value: `${own}${value}`, label: value || table.name }))}
          value={`${own}${choice.series}`}
          onChange={(value) => value && choice.chooseSeries(value.slice(own.length))}
          allowDeselect={false}
          searchable={table.series.length > 8}
        />
        {filters.map(({ field, value }) => (
          <Select
            key={field}
            label={nameOf(table, field)}
            data={[
              { value: all, label: t('figures.all') },
              ...(table[field].some((entry) => entry.value === '') ? [{ value: total, label: t('figures.total') }] : []),
              ...table[field].filter((entry) => entry.value !== '').map((entry) => ({ value: `${own}${entry.value}`, label: entry.value })),
            ]}
            value={value === null ? all : value === '' ? total : `${own}${value}`}
            onChange={(wanted) => choice.setFilter(field, wanted === all || wanted === null ? null : wanted === total ? '' : wanted.slice(own.length))}
            allowDeselect={false}
            searchable={table[field].length > 8}
          />
        ))}
      </div>
    </Panel>
  );
}
