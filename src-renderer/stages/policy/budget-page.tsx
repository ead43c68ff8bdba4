import { IconCoins } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Measure } from '#shared/domain/policy.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import classes from './budget-page.module.css';
import { MeasureDrawer } from './measure-drawer.tsx';
import { periodText } from './objective-card.tsx';

const sumOf = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);

/** What all measures cost, who pays, and what is still to be found. */
export function BudgetPage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const currency = useProject()?.city.currency ?? '';
  const measures = useQuery(queries.policy.measures.queryOptions()).data ?? [];
  const [measureId, setMeasureId] = useState<string | null>(null);
  const costed = measures.filter((measure) => measure.totalCost !== null);
  const total = sumOf(costed.map((measure) => measure.totalCost));
  const sources = [
    { key: 'fundingOwn', label: t('policy.fundingOwn'), value: sumOf(measures.map((measure) => measure.fundingOwn)) },
    { key: 'fundingShared', label: t('policy.fundingShared'), value: sumOf(measures.map((measure) => measure.fundingShared)) },
    { key: 'fundingExternal', label: t('policy.fundingExternal'), value: sumOf(measures.map((measure) => measure.fundingExternal)) },
  ];
  const funding = sumOf(sources.map((source) => source.value));
  const gap = total - funding;

  const columns = useMemo<ColumnDef<Measure, unknown>[]>(() => {
    const money = (id: keyof Measure & string, header: string): ColumnDef<Measure, unknown> => ({
      accessorKey: id,
      header,
      meta: { isNumber: true },
      cell: (cell) => formats.money(cell.getValue() as number | null, ''),
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
      money('fundingOwn', t('policy.fundingOwn')),
      money('fundingShared', t('policy.fundingShared')),
      money('fundingExternal', t('policy.fundingExternal')),
      money('gap', t('policy.gap')),
    ];
  }, [t, formats]);

  return (
    <StagePage title={t('policy.budgetTitle')} purpose={t('policy.budgetPurpose')} wide>
      {measures.length === 0 ? (
        <Panel>
          <EmptyState icon={IconCoins} title={t('policy.budgetEmpty.title')} action={<Link to="/policy">{t('policy.budgetEmpty.action')}</Link>}>
            {t('policy.budgetEmpty.body')}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <StatRow>
            <Stat
              value={formats.money(costed.length > 0 ? total : null, currency)}
              label={t('policy.totalCost')}
              note={t('policy.costedOf', { done: costed.length, total: measures.length })}
            />
            <Stat value={formats.money(funding, currency)} label={t('policy.totalFunding')} />
            <Stat value={formats.money(costed.length > 0 ? gap : null, currency)} label={gap < 0 ? t('policy.surplus') : t('policy.totalGap')} />
          </StatRow>
          {total > 0 ? <FundingBar sources={sources} total={Math.max(total, funding)} gap={Math.max(gap, 0)} /> : null}
          <Panel title={t('policy.measures')} plain>
            <DataTable
              caption={t('policy.measures')}
              rows={measures}
              columns={columns}
              rowKey={(measure) => measure.id}
              onRowClick={(measure) => setMeasureId(measure.id)}
            />
          </Panel>
        </>
      )}
      <MeasureDrawer measure={measures.find((measure) => measure.id === measureId) ?? null} onClose={() => setMeasureId(null)} />
    </StagePage>
  );
}

/** Who pays which part of the whole, as one bar with its words beside it. */
function FundingBar({ sources, total, gap }: { sources: readonly { key: string; label: string; value: number }[]; total: number; gap: number }) {
  const { t, formats } = useTexts();
  const parts = [...sources, { key: 'gap', label: t('policy.gap'), value: gap }].filter((part) => part.value > 0);
  return (
    <div className={classes.funding}>
      <div className={classes.bar} aria-hidden>
        {parts.map((part) => (
          <span key={part.key} data-part={part.key} style={{ flexGrow: part.value }} />
        ))}
      </div>
      <ul>
        {parts.map((part) => (
          <li key={part.key}>
            <span className={classes.swatch} data-part={part.key} aria-hidden /> {part.label}{' '}
            <strong className="tabular">{formats.percent(part.value / total)}</strong>
          </li>
        ))}
      </ul>
    </div>
  );
}
