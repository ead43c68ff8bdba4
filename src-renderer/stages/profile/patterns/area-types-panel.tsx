import { SegmentedControl, Skeleton } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { MapFigureInput } from '#shared/domain/maps.ts';
import type { AreaTypesAnswer } from '#shared/domain/patterns.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { MapView } from '../../../ui/map/map-view.tsx';
import { Panel } from '../../../ui/stage-page.tsx';
import { EvidenceButton, keptFigure } from '../evidence/evidence-button.tsx';
import type { ExploreScope } from '../explore/use-explore-data.ts';
import { patternInput } from './pattern-input.ts';
import classes from './patterns.module.css';

const clearlyApart = 0.5;
const hardlyApart = 0.25;

/** Areas with similar rates put together, and in words what makes each type. */
export function AreaTypesPanel({ scope }: { scope: ExploreScope }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const [count, setCount] = useState('auto');
  const found = useQuery(
    queries.patterns.areaTypes.queryOptions({
      input: { ...patternInput(scope), count: count === 'auto' ? null : Number(count) },
      placeholderData: keepPreviousData,
    }),
  ).data;
  const title = t('patterns.types.title');
  const map = useMemo((): MapFigureInput | null => {
    if (!found || found.types.length === 0) return null;
    const values = found.types.flatMap((type, place) => type.areas.map(({ areaId }) => ({ id: areaId, value: place + 1 })));
    const left = found.leftOut.map(({ areaId, reason }) => ({ id: areaId, value: null, reason: t(`undefined.${reason}`) }));
    return {
      ...{ kind: 'choropleth', title, layerId: scope.layerId, source: scope.sourceNames, legendTitle: t('patterns.types.type') },
      ...{ panels: [{ values: [...values, ...left] }], classes: { method: 'natural', count: Math.max(2, found.types.length) }, numbers: { style: 'count' } },
    };
  }, [found, title, scope.layerId, scope.sourceNames, t]);
  if (!found) return <Skeleton height="24rem" />;
  const { separation } = found;
  const message = found.facts.undefinedReason
    ? t(`undefined.${found.facts.undefinedReason}`)
    : [
        t('patterns.types.message', { count: found.types.length }),
        t((separation ?? 0) >= clearlyApart ? 'patterns.types.clear' : (separation ?? 0) >= hardlyApart ? 'patterns.types.somewhat' : 'patterns.types.hardly'),
      ].join(' ');
  const table = {
    columns: [{ label: t('patterns.types.type') }, { label: t('patterns.types.makes') }, { label: t('patterns.types.areas') }],
    rows: found.types.map((type, place) => [formats.count(place + 1), tellingWords(type), type.areas.map((area) => area.name).join(', ')]),
  };
  return (
    <Panel
      title={title}
      note={`${message} ${t('patterns.types.note')}`}
      actions={
        <>
          <SegmentedControl
            size="xs"
            value={count}
            onChange={setCount}
            aria-label={t('patterns.types.howMany')}
            data={[
              { value: 'auto', label: t('patterns.types.auto') },
              ...['2', '3', '4', '5', '6'].map((value) => ({ value, label: formats.count(Number(value)) })),
            ]}
          />
          <EvidenceButton about={title} scope={scope} sentence={message} figure={keptFigure(table, found.facts)} />
        </>
      }
    >
      {map ? <MapView map={map} isFramed height="22rem" /> : null}
      {map && scope.source ? <p className={classes.steps}>{scope.source}</p> : null}
      <div className={classes.types}>
        {found.types.map((type, place) => (
          // The types are numbered by their level of rates.
          // biome-ignore lint/suspicious/noArrayIndexKey: the number is what a type is
          <section key={place} className={classes.type} aria-label={t('patterns.types.number', { number: formats.count(place + 1) })}>
            <h3>{t('patterns.types.number', { number: formats.count(place + 1) })}</h3>
            <p>{tellingWords(type)}</p>
            <div dir="auto">{type.areas.map((area) => area.name).join(', ')}</div>
          </section>
        ))}
      </div>
      {found.leftOut.length > 0 && found.types.length > 0 ? (
        <p className={classes.steps}>{t('patterns.types.leftOut', { count: found.leftOut.length })}</p>
      ) : null}
    </Panel>
  );

  function tellingWords({ telling }: AreaTypesAnswer['types'][number]): string {
    const groups = (isHigh: boolean) =>
      telling
        .filter((entry) => entry.isHigh === isHigh)
        .map(({ group }) => t(`offenceGroup.${group}`))
        .join(', ');
    const [high, low] = [groups(true), groups(false)];
    if (!high && !low) return t('patterns.types.average');
    return [high ? t('patterns.types.high', { groups: high }) : '', low ? t('patterns.types.low', { groups: low }) : ''].filter(Boolean).join(' ');
  }
}
