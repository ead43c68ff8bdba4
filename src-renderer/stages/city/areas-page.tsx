import { Button } from '@mantine/core';
import { IconArrowRight, IconMapPinPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { Area, AreaLayer } from '#shared/domain/areas.ts';
import type { MapFigureInput } from '#shared/domain/maps.ts';
import type { Translate } from '#shared/i18n/texts.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { MapView } from '../../ui/map/map-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { Stat, StatRow } from '../../ui/stat.tsx';
import { AddAreaButton, type AddingState } from './add-area-button.tsx';
import { AreaTable, densityOf } from './area-table.tsx';
import classes from './areas-page.module.css';
import { LayerBar } from './layer-bar.tsx';

/** The city's areas with boundary and population: what every rate and every map stands on. */
export function AreasPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const layers = useQuery(queries.areas.layers.queryOptions()).data;
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const adding = { isOpen: isAdding, setIsOpen: setIsAdding };
  const layer = layers?.find((candidate) => candidate.id === chosenId) ?? layers?.[0];

  return (
    <StagePage title={t('section.areas')} purpose={t('areas.purpose')} actions={layers ? <NextStep layers={layers} /> : null} wide>
      {layers?.length === 0 ? (
        <Panel>
          <EmptyState
            icon={IconMapPinPlus}
            title={t('areas.empty.title')}
            action={
              <>
                <ImportButton kind="areas" isMain />
                <AddAreaButton adding={adding} />
              </>
            }
          >
            {t('areas.empty.body')}
          </EmptyState>
        </Panel>
      ) : null}
      {layers && layer ? (
        <>
          <LayerBar layers={layers} layer={layer} onChoose={setChosenId}>
            <ImportButton kind="areas" />
            {hasPopulation(layers) ? <ImportButton kind="population" /> : null}
          </LayerBar>
          <LayerView key={layer.id} layer={layer} layers={layers} adding={adding} />
        </>
      ) : null}
    </StagePage>
  );
}

/** One filled button: what the layers need most; the rest stays quiet. */
function NextStep({ layers }: { layers: readonly AreaLayer[] }) {
  const { t } = useTexts();
  if (layers.every((layer) => layer.areaCount === 0)) return null;
  if (!hasPopulation(layers)) return <ImportButton kind="population" isMain />;
  return (
    <Button component={Link} to="/stakeholders" rightSection={<IconArrowRight size="1.1rem" stroke={1.6} aria-hidden className={classes.arrow} />}>
      {t('areas.next')}
    </Button>
  );
}

function hasPopulation(layers: readonly AreaLayer[]): boolean {
  return layers.some((layer) => layer.population !== null);
}

function ImportButton({ kind, isMain = false }: { kind: 'areas' | 'population'; isMain?: boolean }) {
  const { t } = useTexts();
  return (
    <Button component={Link} to={`/import/${kind}`} variant={isMain ? 'filled' : 'default'} leftSection={<IconUpload size="1.1rem" stroke={1.6} aria-hidden />}>
      {t(kind === 'areas' ? 'import.title.areas' : 'import.title.population')}
    </Button>
  );
}

function LayerView({ layer, layers, adding }: { layer: AreaLayer; layers: readonly AreaLayer[]; adding: AddingState }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const areas = useQuery(queries.areas.list.queryOptions({ input: { layerId: layer.id } })).data;
  const boundaries = useQuery(queries.areas.boundaries.queryOptions({ input: { layerId: layer.id } })).data;
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const map = useMemo(() => densityMap(layer.id, areas ?? [], t), [layer.id, areas, t]);
  const known = areas ?? [];

  return (
    <>
      <Figures areas={known} />
      <Gaps areas={known} />
      <div className={classes.columns}>
        {boundaries && boundaries.features.length > 0 ? (
          <div className={classes.map}>
            <Panel plain>
              <MapView map={map} selectedId={selectedId} onSelect={setSelectedId} height="24rem" />
            </Panel>
          </div>
        ) : null}
        <div>
          <Panel title={t('areas.table.title')} plain actions={<AddAreaButton layerId={layer.id} adding={adding} />}>
            <AreaTable areas={known} layers={layers} selectedId={selectedId} onSelect={setSelectedId} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** Residents per square kilometre; the places alone where nothing is known of them. */
function densityMap(layerId: string, areas: readonly Area[], t: Translate): MapFigureInput {
  const values = areas.map((area) => ({ id: area.id, value: densityOf(area) }));
  const hasDensity = values.some(({ value }) => value !== null);
  return {
    kind: 'choropleth',
    layerId,
    title: hasDensity ? t('areas.map.density') : t('areas.map.places'),
    panels: [{ values: hasDensity ? values : [] }],
    legendTitle: t('areas.density'),
    unit: t('areas.perKm2'),
    numbers: { style: 'count' },
  };
}

function Figures({ areas }: { areas: readonly Area[] }) {
  const { t, formats } = useTexts();
  const people = sumKnown(areas.map((area) => area.population?.value ?? null));
  const km2 = sumKnown(areas.map((area) => area.areaKm2));
  const years = [...new Set(areas.flatMap((area) => area.population?.year ?? []))].sort();
  const yearText = years.length === 0 ? undefined : years.length === 1 ? String(years[0]) : `${years[0]} – ${years.at(-1)}`;
  return (
    <StatRow>
      <Stat value={formats.count(areas.length)} label={t('areas.count')} />
      <Stat value={formats.count(people)} label={t('areas.residents')} note={yearText} />
      <Stat value={formats.decimal(km2)} label={t('areas.km2')} />
      <Stat value={formats.count(people !== null && km2 ? people / km2 : null)} label={t('areas.density')} note={t('areas.perKm2')} />
    </StatRow>
  );
}

/** What a rate or a map would silently miss, said beforehand. */
function Gaps({ areas }: { areas: readonly Area[] }) {
  const { t } = useTexts();
  const unplaced = areas.filter((area) => !area.hasBoundary);
  const uncounted = areas.filter((area) => area.population === null);
  if (unplaced.length + uncounted.length === 0) return null;
  return (
    <Notice kind="caution">
      {unplaced.length > 0 ? <div>{t('areas.noBoundary', { count: unplaced.length, names: someNames(unplaced) })}</div> : null}
      {uncounted.length > 0 ? <div>{t('areas.noPopulation', { count: uncounted.length, names: someNames(uncounted) })}</div> : null}
    </Notice>
  );
}

function someNames(areas: readonly Area[]): string {
  const names = areas.slice(0, 4).map((area) => area.name);
  return areas.length > names.length ? `${names.join(', ')} …` : names.join(', ');
}

function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}
