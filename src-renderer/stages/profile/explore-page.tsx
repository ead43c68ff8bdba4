import { Button, Skeleton } from '@mantine/core';
import { IconCategory, IconFileImport, IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../app/preferences.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { AreaTable } from './explore/area-table.tsx';
import classes from './explore/explore.module.css';
import { dayPartsOf, useExploreFilter } from './explore/explore-filter.ts';
import { ExploreStats } from './explore/explore-stats.tsx';
import { FilterBar } from './explore/filter-bar.tsx';
import { GroupsPanel } from './explore/groups-panel.tsx';
import { PlacesPanel } from './explore/places-panel.tsx';
import { TrendPanel } from './explore/trend-panel.tsx';
import type { ExploreScope } from './explore/use-explore-data.ts';
import { WeekPanel } from './explore/week-panel.tsx';
import { OffenceDrawer } from './offences/offence-drawer.tsx';
import { useAreas } from './use-areas.ts';
import { useIncidentSource } from './use-incident-source.ts';

/** What the incident data say: how many, what, when and where, each figure ready to become evidence. */
export function ExplorePage() {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const offences = useQuery(queries.incidents.offences.queryOptions()).data ?? [];
  const datasets = useQuery(queries.imports.datasets.queryOptions()).data ?? [];
  const overview = useQuery(queries.incidents.overview.queryOptions()).data;
  const book = useAreas();
  const source = useIncidentSource();
  const [filter, setFilter] = useExploreFilter(project?.id ?? '');
  const [isGrouping, setGrouping] = useState(false);
  const layer = book.layers.find((candidate) => candidate.id === filter.layerId) ?? book.base;
  const period = filter.years.length > 0 ? filter.years.join(', ') : [...new Set([overview?.years[0], overview?.years.at(-1)])].join('–');
  const words = [
    period,
    filter.groups.map((group) => t(`offenceGroup.${group}`)).join(', '),
    filter.offenceIds.map((id) => offences.find((offence) => offence.id === id)?.name ?? '').join(', '),
    book.nameOf(filter.areaId),
    filter.weekdays.map((weekday) => formats.weekdayName(weekday, 'long')).join(', '),
    dayPartsOf(filter.hours)
      .map((part) => t(`explore.dayPart.${part}`))
      .join(', '),
    filter.datasetIds.map((id) => datasets.find((dataset) => dataset.id === id)?.fileName ?? '').join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');

  return (
    <StagePage
      wide
      title={t('section.explore')}
      purpose={t('explore.purpose')}
      actions={
        overview && overview.count > 0 ? (
          <Button variant="default" leftSection={<IconCategory size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setGrouping(true)}>
            {t('offences.open')}
          </Button>
        ) : null
      }
    >
      {overview === undefined ? (
        <Skeleton height="30rem" />
      ) : overview.count === 0 ? (
        <Panel>
          <EmptyState
            icon={IconFileImport}
            title={t('explore.empty.title')}
            action={
              <Button component={Link} to="/import/incidents">
                {t('import.title.incidents')}
              </Button>
            }
          >
            {t('explore.empty.body')}
          </EmptyState>
        </Panel>
      ) : (
        <Explored
          scope={{ filter, change: setFilter, overview, layerId: layer?.id ?? null, words, ...source }}
          areaCount={layer?.areaCount ?? 0}
          onChange={setFilter}
          filterBar={<FilterBar filter={filter} onChange={setFilter} years={overview.years} book={book} layerId={layer?.id ?? null} />}
        />
      )}
      {isGrouping ? <OffenceDrawer onClose={() => setGrouping(false)} /> : null}
    </StagePage>
  );
}

function Explored({
  scope,
  areaCount,
  onChange,
  filterBar,
}: {
  scope: ExploreScope;
  areaCount: number;
  onChange: (patch: { areaId: string | null }) => void;
  filterBar: React.ReactNode;
}) {
  const { t } = useTexts();
  const project = useProject();
  const { isProjector } = usePreferences();
  return (
    <>
      {filterBar}
      <ExploreStats scope={scope} areaCount={areaCount} />
      <div className={classes.grid}>
        <div className={classes.full}>
          <TrendPanel scope={scope} />
        </div>
        <GroupsPanel scope={scope} />
        <WeekPanel scope={scope} />
        {areaCount > 0 ? (
          <div className={classes.full}>
            <PlacesPanel scope={scope} onChoose={(areaId) => onChange({ areaId })} />
          </div>
        ) : null}
      </div>
      {areaCount > 0 ? <AreaTable scope={scope} onChoose={(areaId) => onChange({ areaId })} /> : null}
      {isProjector ? <Notice>{t('explore.projector')}</Notice> : null}
      <p className={classes.small}>
        <IconShieldCheck size="1.1rem" stroke={1.6} aria-hidden />
        {t('explore.smallNumbers', { threshold: project?.city.smallNumberThreshold ?? 5 })}
      </p>
    </>
  );
}
