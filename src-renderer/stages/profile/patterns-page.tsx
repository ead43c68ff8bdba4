import { Button, Skeleton, Tabs } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { dayPartsOf, useExploreFilter } from './explore/explore-filter.ts';
import { FilterBar } from './explore/filter-bar.tsx';
import type { ExploreScope } from './explore/use-explore-data.ts';
import { AreaTypesPanel } from './patterns/area-types-panel.tsx';
import { ChangePanel } from './patterns/change-panel.tsx';
import { ConcentrationPanel } from './patterns/concentration-panel.tsx';
import { HarmPanel } from './patterns/harm-panel.tsx';
import { HotSpotsPanel } from './patterns/hot-spots-panel.tsx';
import classes from './patterns/patterns.module.css';
import { SampleSizePanel } from './patterns/sample-size-panel.tsx';
import { SpecialPanel } from './patterns/special-panel.tsx';
import { WeekPatternPanel } from './patterns/week-pattern-panel.tsx';
import { useAreas } from './use-areas.ts';
import { useIncidentSource } from './use-incident-source.ts';

const tabs = ['where', 'when', 'change', 'harm', 'special', 'types', 'sample'] as const;
type Tab = (typeof tabs)[number];

/** What the incidents have in common: where and when they concentrate, what changed beyond chance, what does most harm, what sets places apart. */
export function PatternsPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const overview = useQuery(queries.incidents.overview.queryOptions()).data;
  const [tab, setTab] = useState<Tab>('where');
  const scope = usePatternScope();
  const hasIncidents = (overview?.count ?? 0) > 0;
  return (
    <StagePage wide title={t('section.patterns')} purpose={t('patterns.purpose')}>
      <Tabs value={tab} onChange={(value) => setTab((value as Tab | null) ?? 'where')} keepMounted={false}>
        <Tabs.List aria-label={t('section.patterns')} className={classes.tabs}>
          {tabs.map((name) => (
            <Tabs.Tab key={name} value={name}>
              {t(`patterns.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map((name) => (
          <Tabs.Panel key={name} value={name} className={classes.tab}>
            {name === 'sample' ? (
              <SampleSizePanel />
            ) : overview === undefined ? (
              <Skeleton height="30rem" />
            ) : hasIncidents && scope ? (
              <TabContent name={name} scope={scope} />
            ) : (
              <NoIncidents />
            )}
          </Tabs.Panel>
        ))}
      </Tabs>
    </StagePage>
  );
}

function TabContent({ name, scope }: { name: Exclude<Tab, 'sample'>; scope: ExploreScope }) {
  const book = useAreas();
  const contents: Record<Exclude<Tab, 'sample'>, () => ReactNode> = {
    where: () => (
      <>
        <HotSpotsPanel scope={scope} />
        <ConcentrationPanel scope={scope} />
      </>
    ),
    when: () => <WeekPatternPanel scope={scope} />,
    change: () => <ChangePanel scope={scope} />,
    harm: () => <HarmPanel scope={scope} />,
    special: () => <SpecialPanel scope={scope} />,
    types: () => <AreaTypesPanel scope={scope} />,
  };
  return (
    <>
      {/* Places are what is looked for here, so none is chosen beforehand. */}
      <FilterBar filter={scope.filter} onChange={scope.change} years={scope.overview.years} book={{ ...book, options: [] }} layerId={scope.layerId} />
      {contents[name]()}
    </>
  );
}

function NoIncidents() {
  const { t } = useTexts();
  return (
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
  );
}

/** What is looked at: the filter of the explore screen without its area. */
function usePatternScope(): ExploreScope | null {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const project = useProject();
  const overview = useQuery(queries.incidents.overview.queryOptions()).data;
  const book = useAreas();
  const source = useIncidentSource();
  const [kept, change] = useExploreFilter(project?.id ?? '');
  if (!overview) return null;
  const filter = { ...kept, areaId: null };
  const layer = book.layers.find((candidate) => candidate.id === filter.layerId) ?? book.base;
  const period = filter.years.length > 0 ? filter.years.join(', ') : [...new Set([overview.years[0], overview.years.at(-1)])].join('–');
  const words = [
    period,
    filter.groups.map((group) => t(`offenceGroup.${group}`)).join(', '),
    filter.weekdays.map((weekday) => formats.weekdayName(weekday, 'long')).join(', '),
    dayPartsOf(filter.hours)
      .map((part) => t(`explore.dayPart.${part}`))
      .join(', '),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  return { filter, change, overview, layerId: layer?.id ?? null, words, ...source };
}
