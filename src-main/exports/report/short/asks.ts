import type { ReportWriter } from '../report-writer.ts';
import { sumsOf } from './money.ts';

/** What the council is asked to decide, from what the plan has and lacks. */
export function asks({ t, data, formats }: ReportWriter): string[] {
  const { gap } = sumsOf(data.measures);
  const noOwner = data.measures.filter((measure) => measure.ownerId === null).length;
  const noMoney = data.measures.filter((measure) => measure.totalCost === null).length;
  const last = data.policy.endYear;
  return [
    data.measures.length > 0
      ? t('report.brief.ask.adopt', { objectives: formats.count(data.objectives.length), measures: formats.count(data.measures.length) })
      : t('report.brief.ask.plan'),
    ...(gap > 0 ? [t('report.brief.ask.gap', { gap: formats.money(gap, data.city.currency) })] : []),
    ...(noOwner > 0 ? [t('report.brief.ask.owner', { number: formats.count(noOwner) })] : []),
    ...(noMoney > 0 ? [t('report.brief.ask.cost', { number: formats.count(noMoney) })] : []),
    last === null ? t('report.brief.ask.followOpen') : t('report.brief.ask.follow', { year: String(last) }),
  ];
}
