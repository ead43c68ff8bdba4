import type { DatasetComparison } from '#shared/domain/datasets.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { FigureTable } from '../../ui/chart/figure-table.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import classes from './import.module.css';

/** Categories shown at most, those that differ most first. */
const mostCategories = 40;

/** What differs between two datasets, or a dataset and the file that would take its place. */
export function Comparison({ comparison }: { comparison: DatasetComparison }) {
  const { t, formats } = useTexts();
  const { rows, byYear, byCategory } = comparison;
  const difference = (before: number | null, after: number | null) =>
    before === null || after === null ? '–' : after === before ? '0' : `${after > before ? '+' : '−'}${formats.count(Math.abs(after - before))}`;
  const columns = (first: string) => [
    { label: first },
    { label: t('compare.before'), isNumber: true },
    { label: t('compare.after'), isNumber: true },
    { label: t('compare.difference'), isNumber: true },
  ];
  return (
    <div>
      <StatRow>
        <Stat value={formats.count(rows.same)} label={t('compare.same')} />
        <Stat value={formats.count(rows.onlyBefore)} label={t('compare.onlyBefore')} />
        <Stat value={formats.count(rows.onlyAfter)} label={t('compare.onlyAfter')} />
      </StatRow>
      <div className={classes.comparisonTables}>
        {byYear.length > 0 ? (
          <FigureTable
            caption={t('compare.byYear')}
            table={{
              columns: columns(t('field.year')),
              rows: byYear.map(({ year, before, after }) => [
                year === null ? '–' : String(year),
                formats.count(before),
                formats.count(after),
                difference(before, after),
              ]),
            }}
          />
        ) : null}
        {byCategory.length > 0 ? (
          <FigureTable
            caption={t('compare.byCategory')}
            table={{
              columns: columns(t('compare.category')),
              rows: byCategory
                .slice(0, mostCategories)
                .map(({ category, before, after }) => [category || '–', formats.count(before), formats.count(after), difference(before, after)]),
            }}
          />
        ) : null}
      </div>
    </div>
  );
}
