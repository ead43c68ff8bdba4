import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { groupBy } from '#shared/domain/group-by.ts';
import type { IndicatorDefinition, Observation, StaleValue } from '#shared/domain/indicators.ts';
import { cellKey, type Headline, headlineOf, wordingOf } from '#shared/methods/indicator-headline.ts';
import { type ShownIndicatorValue, shownHeadline } from '#shared/methods/indicator-shown.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';

/** All values for one wording, place, period and group, and what they say together. */
export interface IndicatorCell {
  readonly key: string;
  readonly code: string;
  readonly wording: string;
  readonly areaId: string | null;
  readonly year: number | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly breakdown: string;
  readonly values: readonly Observation[];
  readonly headline: Headline<Observation>;
  /** Null where no value has a figure. */
  readonly shown: ShownIndicatorValue | null;
}

export interface IndicatorBook {
  readonly definitions: readonly IndicatorDefinition[];
  readonly observations: readonly Observation[];
  definitionOf(code: string): IndicatorDefinition | undefined;
  cellsOf(code: string): readonly IndicatorCell[];
  staleOf(id: string): StaleValue | undefined;
  /** Newest cell of the whole city and all people with a figure; null without one. */
  newestOf(code: string): IndicatorCell | null;
}

const newestFirst = (a: IndicatorCell, b: IndicatorCell) =>
  (b.year ?? 0) - (a.year ?? 0) ||
  (b.periodEnd ?? '').localeCompare(a.periodEnd ?? '') ||
  Number(a.areaId !== null) - Number(b.areaId !== null) ||
  a.breakdown.localeCompare(b.breakdown) ||
  a.key.localeCompare(b.key);

/** Every definition and value of the project, put together cell by cell. Undefined while it is being read. */
export function useIndicators(): IndicatorBook | undefined {
  const { queries } = useEngine();
  const { language } = useTexts();
  const definitions = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data;
  const observations = useQuery(queries.indicators.observations.queryOptions()).data;
  const threshold = useQuery(queries.project.city.queryOptions()).data?.smallNumberThreshold;
  const stale = useQuery(queries.indicators.stale.queryOptions()).data;
  return useMemo(() => {
    if (!definitions || !observations || threshold === undefined) return undefined;
    return createBook(definitions, observations, threshold, stale ?? []);
  }, [definitions, observations, threshold, stale]);
}

function createBook(
  definitions: readonly IndicatorDefinition[],
  observations: readonly Observation[],
  threshold: number,
  stale: readonly StaleValue[],
): IndicatorBook {
  const byCode = new Map(definitions.map((definition) => [definition.code, definition]));
  const cells = new Map<string, IndicatorCell[]>();
  for (const [code, own] of groupBy(observations, (observation) => observation.indicatorCode)) {
    const definition = byCode.get(code);
    const versions = definition?.versions ?? [];
    const list = [...groupBy(own, (observation) => cellKey(observation, versions))].map(([key, values]): IndicatorCell => {
      const [first] = values as [Observation];
      const headline = headlineOf(values);
      return {
        key,
        code,
        wording: wordingOf(first.definitionVersion, versions),
        areaId: first.areaId,
        year: first.year,
        periodStart: first.periodStart,
        periodEnd: first.periodEnd,
        breakdown: first.breakdown,
        values,
        headline,
        shown: shownHeadline(headline, definition, threshold),
      };
    });
    cells.set(code, list.sort(newestFirst));
  }
  const staleById = new Map(stale.map((value) => [value.id, value]));
  const cellsOf = (code: string) => cells.get(code) ?? [];
  return {
    definitions,
    observations,
    definitionOf: (code) => byCode.get(code),
    cellsOf,
    staleOf: (id) => staleById.get(id),
    newestOf: (code) => cellsOf(code).find((cell) => cell.areaId === null && cell.breakdown === '' && cell.shown !== null) ?? null,
  };
}
