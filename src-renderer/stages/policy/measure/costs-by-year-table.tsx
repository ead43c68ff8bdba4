import type { Measure } from '#shared/domain/policy.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './measure.module.css';

/** What falls due in each year and who pays it, with contingency. */
export function CostsByYearTable({ measure }: { measure: Measure }) {
  const { t, formats } = useTexts();
  if (measure.costsByYear.length === 0) return <p className={classes.quiet}>{t('policy.noYearsYet')}</p>;
  const columns = ['capital', 'recurrent', 'contingency', 'total', 'own', 'shared', 'external'] as const;
  return (
    <div className={classes.scroll}>
      <table className={`${classes.lines} ${classes.years}`}>
        <caption className="visually-hidden">{t('policy.costsByYear')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('policy.year')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-number>
                {t(`yearCost.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measure.costsByYear.map((row) => (
            <tr key={row.year}>
              <th scope="row">{row.year ?? t('policy.noYear')}</th>
              {columns.map((column) => (
                <td key={column} data-number className="tabular">
                  {formats.count(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
