import type { BudgetSum } from '#shared/methods/plan-budget.ts';
import classes from './budget.module.css';

export const budgetParts = ['own', 'shared', 'external', 'gap'] as const;
export type BudgetPart = (typeof budgetParts)[number];
export type PartSums = Readonly<Record<BudgetPart, number>>;

/** What is paid by whom and what is missing, as parts of a bar; `of` is the amount that fills the whole width. The figures stand beside it. */
export function StackedBar({ sums, of, isWhole = false }: { sums: PartSums; of: number; isWhole?: boolean }) {
  const parts = budgetParts.filter((part) => sums[part] > 0);
  const sum = parts.reduce((total, part) => total + sums[part], 0);
  return (
    <div className={`${classes.bar} ${isWhole ? classes.whole : ''}`} style={{ inlineSize: `${of > 0 ? Math.min(1, sum / of) * 100 : 0}%` }} aria-hidden>
      {parts.map((part) => (
        <span key={part} data-part={part} style={{ flexGrow: sums[part] }} />
      ))}
    </div>
  );
}

export function partsOf({ own, shared, external, gap }: BudgetSum): PartSums {
  return { own, shared, external, gap: Math.max(0, gap) };
}
