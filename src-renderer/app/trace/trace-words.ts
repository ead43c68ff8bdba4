import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { TraceableKind, TraceFact, TraceStep } from '#shared/domain/trace.ts';
import type { TextKey } from '#shared/i18n/texts.ts';
import { useEngine } from '../engine/engine-provider.tsx';
import { useTexts } from '../texts/texts-provider.tsx';
import { addressOf } from '../wanted-object.ts';

/** Pages on which a step of a trail can be looked at; what is not named here is looked at on the trail itself. */
const pages: Partial<Record<TraceStep['kind'], (id: string, title: string) => string>> = {
  finding: (id) => addressOf('/profile/findings', id),
  evidence: (id) => addressOf('/profile/findings', id),
  priority: (id) => addressOf('/priorities', id),
  objective: (id) => addressOf('/policy', id),
  measure: (id) => addressOf('/policy', id),
  dataset: (id) => addressOf(`/profile/data/${id}`),
  recipe: (id) => addressOf(`/profile/data/${id}`),
  observation: (_id, code) => addressOf(`/profile/indicators/${encodeURIComponent(code)}`),
  indicator: (code) => addressOf(`/profile/indicators/${encodeURIComponent(code)}`),
  risk: (id) => addressOf('/profile/risks', id),
  meeting: (id) => addressOf('/profile/risks', id),
  factor: (id) => addressOf('/profile/factors', id),
  'outside-factor': (id) => addressOf('/profile/factors', id),
  practice: (id) => addressOf('/library', id),
  'problem-node': (id) => addressOf('/profile/trees', id),
  section: (id) => addressOf('/policy/text', id),
};

/** Where a step can be looked at; null where it has no page. */
export function pageOf({ kind, id, title }: TraceStep): string | null {
  return id === null ? null : (pages[kind]?.(id, title) ?? null);
}

const followed: ReadonlySet<string> = new Set<TraceableKind>([
  'finding',
  'evidence',
  'priority',
  'objective',
  'measure',
  'dataset',
  'observation',
  'indicator',
]);

/** Whether a trail of its own begins at a step. */
export function isTraceable(kind: TraceStep['kind']): kind is TraceableKind {
  return followed.has(kind);
}

/** Steps and their facts in words. */
export function useTraceWords() {
  const { t, formats, language } = useTexts();
  const { queries } = useEngine();
  const catalogue = useQuery(queries.indicators.catalogue.queryOptions({ input: { language } })).data;
  const names = useMemo(() => new Map((catalogue ?? []).map(({ code, name }) => [code, name])), [catalogue]);
  const title = useCallback(
    (step: Pick<TraceStep, 'kind' | 'title'>): string => {
      if (step.kind === 'indicator' || step.kind === 'observation') return names.get(step.title) ?? step.title;
      if (step.kind === 'method') return t(`method.${step.title}.name` as TextKey);
      return step.title || t(`trace.nameless.${step.kind === 'recipe' ? 'recipe' : 'other'}`);
    },
    [names, t],
  );
  const value = ({ name, value: given }: TraceFact): string => {
    const text = String(given);
    switch (name) {
      case 'importedAt':
      case 'keptAt':
        return formats.instant(text);
      case 'publishedOn':
      case 'day':
        return /^\d{4}-\d{2}-\d{2}$/.test(text) ? formats.day(text) : text;
      case 'period': {
        const [from, to] = text.split('/');
        return from && to ? `${formats.day(from)} – ${formats.day(to)}` : text;
      }
      case 'agreeing':
        return formats.percent(Number(given));
      case 'value':
        return formats.decimal(Number(given), 3);
      case 'sha256':
        return `${text.slice(0, 12)}…`;
      case 'year':
      case 'version':
        return text;
      default:
        return typeof given === 'number' ? formats.count(given) : text;
    }
  };
  const fact = (one: TraceFact) => ({ label: t(`traceFact.${one.name}`), words: value(one) });
  return { title, fact, kind: (kind: TraceStep['kind']) => t(`traceKind.${kind}`) };
}
