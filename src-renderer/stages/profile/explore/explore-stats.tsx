import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import { Term } from '../../../ui/term.tsx';
import { type ExploreScope, useCounts } from './use-explore-data.ts';
import { useIncidentFacts } from './use-incident-facts.ts';

/** What is looked at, in four figures. */
export function ExploreStats({ scope, areaCount }: { scope: ExploreScope; areaCount: number }) {
  const { t, formats } = useTexts();
  const total = useCounts(scope, [])?.[0];
  const byArea = useCounts(scope, ['area'], { anywhere: true });
  const facts = useIncidentFacts(scope);
  const isCovered = (row: { areaId?: string | null }) => row.areaId !== null && row.areaId !== undefined;
  const everywhere = byArea?.reduce((sum, row) => sum + row.count, 0) ?? 0;
  const placed = byArea?.filter(isCovered).reduce((sum, row) => sum + row.count, 0) ?? 0;
  const { firstDay, lastDay, years } = scope.overview;
  const shownYears = scope.filter.years.length > 0 ? scope.filter.years : years;
  const period =
    scope.filter.years.length > 0 || !firstDay ? shownYears.join(', ') : t('explore.period', { from: formats.day(firstDay), to: formats.day(lastDay) });
  return (
    <StatRow>
      <Stat
        value={total?.isHidden ? t('explore.hidden') : formats.count(total?.count ?? (total === undefined ? null : 0))}
        label={t('explore.stat.incidents')}
        note={period}
      />
      <Stat
        value={
          <>
            {formats.decimal(total?.rate)}
            <FigureFactsButton facts={facts('rate', total)} about={t('explore.stat.rate')} />
          </>
        }
        label={<Term name="rate">{t('explore.stat.rate')}</Term>}
        note={
          total?.rate === null || total?.rate === undefined
            ? t('explore.stat.noPopulation')
            : t('explore.interval', { low: formats.decimal(total.low), high: formats.decimal(total.high) })
        }
      />
      <Stat
        value={areaCount === 0 ? '–' : t('explore.stat.ofAreas', { some: formats.count(byArea?.filter(isCovered).length), all: formats.count(areaCount) })}
        label={t('explore.stat.areas')}
        note={areaCount === 0 ? t('explore.stat.noAreas') : t('explore.stat.areasNote')}
      />
      <Stat
        value={everywhere === 0 ? '–' : formats.percent(placed / everywhere, 1)}
        label={t('explore.stat.placed')}
        note={t('explore.stat.placedNote', { count: everywhere - placed, without: formats.count(everywhere - placed) })}
      />
    </StatRow>
  );
}
