import type { Measure } from '#shared/domain/policy.ts';
import type { Block } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';

/** Cost of the measures that have one in the city's currency, what is found for them, and what is not. */
export function sumsOf(measures: readonly Measure[]): { cost: number; funding: number; gap: number; costed: number } {
  const costed = measures.filter((measure) => measure.totalCost !== null && !measure.hasOwnCurrency);
  const cost = costed.reduce((sum, measure) => sum + (measure.totalCost ?? 0), 0);
  const funding = costed.reduce((sum, measure) => sum + (measure.funding ?? 0), 0);
  return { cost, funding, gap: Math.max(0, cost - funding), costed: costed.length };
}

/** The money in three figures. */
export function moneyOf({ t, data, formats }: ReportWriter): Block[] {
  const { cost, funding, gap, costed } = sumsOf(data.measures);
  if (costed === 0) return [{ kind: 'missing', text: t('report.missing.costs') }];
  const money = (value: number) => formats.shortMoney(value, data.city.currency);
  const all = { costed: formats.count(costed), all: formats.count(data.measures.length) };
  return [
    {
      kind: 'key-figures',
      items: [
        { value: money(cost), label: t('report.brief.cost'), note: costed < data.measures.length ? t('report.brief.costOf', all) : '' },
        {
          value: money(funding),
          label: t('report.brief.found'),
          note: cost > 0 ? t('report.brief.foundShare', { share: formats.percent(funding / cost) }) : '',
        },
        { value: money(gap), label: t('report.brief.gap'), note: '' },
      ],
    },
  ];
}
