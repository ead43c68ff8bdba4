import { Button } from '@mantine/core';
import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import { costPerResident } from '#shared/methods/costing.ts';
import { budgetOf } from '#shared/methods/plan-budget.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import classes from './budget/budget.module.css';
import { BudgetAgainstRank } from './budget/budget-against-rank.tsx';
import { BudgetBy } from './budget/budget-by.tsx';
import { LocalFirst } from './budget/local-first.tsx';
import { budgetParts, partsOf, StackedBar } from './budget/stacked-bar.tsx';
import { MeasureDrawer } from './measure/measure-drawer.tsx';
import { useCityCurrency, usePeriodText, usePlan } from './use-plan.ts';

/** What all measures cost, who pays, by what one looks at it, and what is still to be found. */
export function BudgetPage() {
  const { t } = useTexts();
  const plan = usePlan();
  const { measures } = plan;
  const [measureId, setMeasureId] = useState<string | null>(null);
  return (
    <StagePage title={t('policy.budgetTitle')} purpose={t('policy.budgetPurpose')} wide>
      {plan.isReady && measures.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconCoins}
            title={t('policy.budgetEmpty.title')}
            action={
              <Button component={Link} to="/policy">
                {t('policy.budgetEmpty.action')}
              </Button>
            }
          >
            {t('policy.budgetEmpty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {measures.length > 0 ? (
        <>
          <Whole measures={measures} />
          <BudgetBy plan={plan} />
          <LocalFirst measures={measures} onOpenMeasure={setMeasureId} />
          <BudgetAgainstRank plan={plan} />
          <Panel title={t('policy.measures')} plain>
            <MeasuresWithMoney measures={measures} onOpenMeasure={setMeasureId} />
          </Panel>
        </>
      ) : null}
      <MeasureDrawer measure={measures.find((measure) => measure.id === measureId) ?? null} onClose={() => setMeasureId(null)} />
    </StagePage>
  );
}

/** The plan's money in four figures and one bar. */
function Whole({ measures }: { measures: readonly Measure[] }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const currency = useCityCurrency();
  const layers = useQuery(queries.areas.layers.queryOptions()).data ?? [];
  const residents = layers.find(({ population }) => population !== null)?.population ?? null;
  const sum = budgetOf(measures);
  const parts = partsOf(sum);
  const funding = sum.own + sum.shared + sum.external;
  const elsewhere = measures.filter(({ hasOwnCurrency }) => hasOwnCurrency).length;
  const known = (value: number) => (sum.costed > 0 ? value : null);
  const perResident = costPerResident(known(sum.cost), residents);
  return (
    <>
      {elsewhere > 0 ? <Notice kind="caution">{t('budget.elsewhere', { count: elsewhere })}</Notice> : null}
      <StatRow>
        <Stat
          value={formats.money(known(sum.cost), currency)}
          label={t('policy.totalCost')}
          note={t('policy.costedOf', { done: sum.costed, total: measures.length })}
        />
        <Stat
          value={formats.money(perResident, currency, 2)}
          label={t('budget.perResident')}
          note={residents === null ? t('budget.noResidents') : t('budget.residents', { residents: formats.count(residents) })}
        />
        <Stat value={formats.money(funding, currency)} label={t('policy.totalFunding')} />
        <Stat value={formats.money(known(Math.abs(sum.gap)), currency)} label={t(sum.gap < 0 ? 'policy.surplus' : 'policy.totalGap')} />
      </StatRow>
      {sum.cost > 0 ? (
        <div>
          <StackedBar sums={parts} of={Math.max(sum.cost, funding)} isWhole />
          <ul className={classes.legend}>
            {budgetParts
              .filter((part) => parts[part] > 0)
              .map((part) => (
                <li key={part}>
                  <span className={classes.swatch} data-part={part} aria-hidden /> {t(`budgetPart.${part}`)}{' '}
                  <strong className="tabular">{formats.percent(parts[part] / Math.max(sum.cost, funding))}</strong>
                </li>
              ))}
          </ul>
        </div>
      ) : null}
    </>
  );
}

function MeasuresWithMoney({ measures, onOpenMeasure }: { measures: readonly Measure[]; onOpenMeasure: (id: string) => void }) {
  const { t, formats } = useTexts();
  const periodText = usePeriodText();
  // biome-ignore lint/correctness/useExhaustiveDependencies: periodText only depends on the formats.
  const columns = useMemo<ColumnDef<Measure, unknown>[]>(() => {
    const money = (id: keyof Measure & string, header: string): ColumnDef<Measure, unknown> => ({
      accessorKey: id,
      header,
      meta: { isNumber: true },
      cell: ({ getValue, row: { original } }) => formats.money(getValue() as number | null, original.hasOwnCurrency ? original.currency : ''),
    });
    return [
      {
        accessorKey: 'title',
        header: t('policy.measure'),
        cell: ({ row: { original } }) => (
          <span className={classes.measure}>
            <bdi>{original.title || t('policy.untitledMeasure')}</bdi>
            <span className={classes.period}>{periodText(original)}</span>
          </span>
        ),
      },
      money('totalCost', t('policy.cost')),
      money('ownFunds', t('budgetPart.own')),
      money('sharedFunds', t('budgetPart.shared')),
      money('externalFunds', t('budgetPart.external')),
      money('gap', t('budgetPart.gap')),
    ];
  }, [t, formats]);
  return (
    <DataTable
      caption={t('policy.measures')}
      rows={measures}
      columns={columns}
      rowKey={(measure) => measure.id}
      onRowClick={(measure) => onOpenMeasure(measure.id)}
    />
  );
}
