import { useTexts } from '../../../app/texts/texts-provider.tsx';
import classes from './budget.module.css';
import { budgetParts, type PartSums, StackedBar } from './stacked-bar.tsx';

export interface BudgetRow {
  readonly key: string;
  readonly label: string;
  readonly cost: number;
  readonly parts: PartSums;
}

/** Rows of money with their bars: cost, who pays it, what is missing. */
export function BudgetTable({ caption, head, rows }: { caption: string; head: string; rows: readonly BudgetRow[] }) {
  const { t, formats } = useTexts();
  const sumOf = (value: (row: BudgetRow) => number) => rows.reduce((sum, row) => sum + value(row), 0);
  const widest = Math.max(0, ...rows.map(({ cost, parts }) => Math.max(cost, parts.own + parts.shared + parts.external + parts.gap)));
  const cells = (row: Pick<BudgetRow, 'cost' | 'parts'>) => (
    <>
      <td data-number>{formats.count(row.cost)}</td>
      {budgetParts.map((part) => (
        <td key={part} data-number className={part === 'gap' && row.parts.gap > 0 ? classes.gap : undefined}>
          {formats.count(row.parts[part])}
        </td>
      ))}
    </>
  );
  const whole = {
    cost: sumOf(({ cost }) => cost),
    parts: {
      own: sumOf(({ parts }) => parts.own),
      shared: sumOf(({ parts }) => parts.shared),
      external: sumOf(({ parts }) => parts.external),
      gap: sumOf(({ parts }) => parts.gap),
    },
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <td className={classes.barCell} aria-hidden />
            <th scope="col" data-number>
              {t('policy.cost')}
            </th>
            {budgetParts.map((part) => (
              <th key={part} scope="col" data-number>
                {t(`budgetPart.${part}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">
                <bdi>{row.label}</bdi>
              </th>
              <td className={classes.barCell}>
                <StackedBar sums={row.parts} of={widest} />
              </td>
              {cells(row)}
            </tr>
          ))}
        </tbody>
        {rows.length > 1 ? (
          <tfoot>
            <tr>
              <th scope="row">{t('budget.sum')}</th>
              <td />
              {cells(whole)}
            </tr>
          </tfoot>
        ) : null}
      </table>
    </div>
  );
}
