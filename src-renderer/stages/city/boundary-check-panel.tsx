import { Button, Loader } from '@mantine/core';
import { IconPolygon } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AreaLayer, BoundaryCheck } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { errorText } from '../../app/engine/refusals.ts';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Notice } from '../../ui/notice.tsx';
import classes from './population-table.module.css';

const mostShown = 12;

/** Looks at the boundaries when asked: what would be counted twice, what nobody counts, and what cannot be drawn. */
export function BoundaryCheckPanel({ layer }: { layer: AreaLayer }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const [isAsked, setAsked] = useState(false);
  const {
    data: check,
    isFetching,
    error,
    refetch,
  } = useQuery({ ...queries.areas.checkBoundaries.queryOptions({ input: { layerId: layer.id } }), enabled: isAsked });
  if (layer.withBoundaryCount === 0) return null;
  return (
    <section aria-label={t('areas.check.title')}>
      <h3 className={classes.title}>{t('areas.check.title')}</h3>
      {error ? <Notice kind="danger">{errorText(t, error)}</Notice> : null}
      {check ? (
        <CheckResult check={check} />
      ) : (
        <Button
          variant="default"
          leftSection={isFetching ? <Loader size="1rem" /> : <IconPolygon size="1.1rem" stroke={1.6} aria-hidden />}
          disabled={isFetching}
          onClick={() => (isAsked ? void refetch() : setAsked(true))}
        >
          {t('areas.check.go')}
        </Button>
      )}
    </section>
  );
}

function CheckResult({ check }: { check: BoundaryCheck }) {
  const { t, formats } = useTexts();
  const { overlaps, gaps, crossing, sameNames, withoutBoundary, overlappingVersions } = check;
  const names = (list: readonly { name: string }[]) =>
    list
      .slice(0, mostShown)
      .map(({ name }) => name)
      .join(', ');
  const km2 = (value: number) => formats.decimal(value, value < 1 ? 3 : 1);
  const isSound = overlaps.length + gaps.length + crossing.length + sameNames.length + withoutBoundary.length + overlappingVersions.length === 0;
  if (isSound) return <Notice kind="good">{t('areas.check.sound', { km2: km2(check.coveredKm2) })}</Notice>;
  return (
    <div style={{ display: 'grid', gap: '0.75rem' }}>
      {overlaps.length > 0 ? (
        <Notice kind="caution" title={t('areas.check.overlaps', { count: check.overlapCount, km2: km2(check.sumKm2 - check.coveredKm2) })}>
          {t('areas.check.overlaps.meaning')}
          <ul>
            {overlaps.slice(0, mostShown).map(({ a, b, km2: surface, share }) => (
              <li key={`${a.areaId} ${b.areaId}`}>
                <bdi>{t('areas.check.overlap', { a: a.name, b: b.name, km2: km2(surface), share: formats.percent(share) })}</bdi>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {gaps.length > 0 ? (
        <Notice kind="caution" title={t('areas.check.gaps', { count: check.gapCount })}>
          {t('areas.check.gaps.meaning', { largest: km2(gaps[0]?.km2 ?? 0) })}
        </Notice>
      ) : null}
      {crossing.length > 0 ? (
        <Notice kind="caution" title={t('areas.check.crossing', { count: crossing.length })}>
          {t('areas.check.crossing.meaning', { names: names(crossing) })}
        </Notice>
      ) : null}
      {sameNames.length > 0 ? (
        <Notice kind="caution" title={t('areas.check.sameNames', { count: sameNames.length })}>
          {t('areas.check.sameNames.meaning', { names: names(sameNames) })}
        </Notice>
      ) : null}
      {withoutBoundary.length > 0 ? <Notice>{t('areas.noBoundary', { count: withoutBoundary.length, names: names(withoutBoundary) })}</Notice> : null}
      {overlappingVersions.length > 0 ? <Notice kind="caution">{t('areas.check.versions', { names: names(overlappingVersions) })}</Notice> : null}
    </div>
  );
}
