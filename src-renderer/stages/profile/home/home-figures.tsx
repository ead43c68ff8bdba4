import { useQuery } from '@tanstack/react-query';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { FigureFactsButton } from '../../../ui/figure-facts.tsx';
import { Stat, StatRow } from '../../../ui/stat.tsx';
import { everything } from '../explore/explore-filter.ts';
import { useIncidentFacts } from '../explore/use-incident-facts.ts';
import { useIncidentSource } from '../use-incident-source.ts';
import type { KnowledgeSources } from './knowledge.ts';

/** Four figures that say where the profile stands. */
export function HomeFigures({ sources }: { sources: KnowledgeSources }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { overview, indicators, observations, findings } = sources;
  const total = useQuery(queries.incidents.query.queryOptions({ input: { by: [], where: {} } })).data?.[0];
  const source = useIncidentSource();
  const facts = useIncidentFacts({ filter: everything, change: () => {}, overview, layerId: null, words: '', ...source });
  const starters = indicators.filter(({ isStarter }) => isStarter);
  const told = new Set(observations.filter(({ value }) => value !== null).map(({ indicatorCode }) => indicatorCode));
  const period =
    overview.firstDay && overview.lastDay
      ? t('explore.period', { from: formats.day(overview.firstDay), to: formats.day(overview.lastDay) })
      : overview.years.join(', ');
  const hasRate = total?.rate !== null && total?.rate !== undefined;
  return (
    <StatRow>
      <Stat
        value={overview.count === 0 ? '–' : formats.count(overview.count)}
        label={t('explore.stat.incidents')}
        note={overview.count === 0 ? t('home.records.none') : period}
      />
      <Stat
        value={
          <>
            {formats.decimal(total?.rate)}
            {overview.count > 0 ? <FigureFactsButton facts={facts('rate', total)} about={t('explore.stat.rate')} /> : null}
          </>
        }
        label={t('explore.stat.rate')}
        note={hasRate ? t('explore.interval', { low: formats.decimal(total.low), high: formats.decimal(total.high) }) : t('explore.stat.noPopulation')}
      />
      <Stat
        value={t('explore.stat.ofAreas', { some: formats.count(starters.filter(({ code }) => told.has(code)).length), all: formats.count(starters.length) })}
        label={t('home.figure.starters')}
        note={t('home.figure.startersNote')}
      />
      <Stat
        value={
          findings.length === 0
            ? '–'
            : t('explore.stat.ofAreas', {
                some: formats.count(findings.filter(({ support }) => support === 'supported').length),
                all: formats.count(findings.length),
              })
        }
        label={t('home.figure.supported')}
        note={t('home.figure.supportedNote')}
      />
    </StatRow>
  );
}
