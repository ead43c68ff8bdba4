import { useQueries, useQuery } from '@tanstack/react-query';
import { useEngine } from '../../app/engine/engine-provider.tsx';

export interface WorkshopPlaces {
  /** Workshops with their sessions, for a select: the value is the session's id. */
  readonly sessions: readonly { readonly group: string; readonly items: readonly { readonly value: string; readonly label: string }[] }[];
  readonly groups: readonly { readonly group: string; readonly items: readonly { readonly value: string; readonly label: string }[] }[];
  readonly workshops: readonly { readonly value: string; readonly label: string }[];
  workshopOf(sessionOrGroupId: string | null): string | null;
  nameOf(id: string | null): string;
}

/** Workshops, their sessions and their groups: where people said something. */
export function useWorkshopPlaces(): WorkshopPlaces {
  const { queries } = useEngine();
  const workshops = useQuery(queries.workshops.list.queryOptions()).data ?? [];
  const sessionLists = useQueries({ queries: workshops.map(({ id }) => queries.workshops.sessions.queryOptions({ input: { workshopId: id } })) });
  const groupLists = useQueries({ queries: workshops.map(({ id }) => queries.workshops.groups.queryOptions({ input: { workshopId: id } })) });
  const sessions = workshops.map(({ id, title }, place) => ({
    workshopId: id,
    group: title,
    items: (sessionLists[place]?.data ?? []).map((one) => ({ value: one.id, label: one.title })),
  }));
  const groups = workshops.map(({ id, title }, place) => ({
    workshopId: id,
    group: title,
    items: (groupLists[place]?.data ?? []).map((one) => ({ value: one.id, label: one.name })),
  }));
  const all = [...sessions, ...groups];
  return {
    sessions: sessions.filter(({ items }) => items.length > 0),
    groups: groups.filter(({ items }) => items.length > 0),
    workshops: workshops.map(({ id, title }) => ({ value: id, label: title })),
    workshopOf: (id) => all.find(({ items }) => items.some(({ value }) => value === id))?.workshopId ?? null,
    nameOf: (id) =>
      id === null
        ? ''
        : (workshops.find((workshop) => workshop.id === id)?.title ?? all.flatMap(({ items }) => items).find(({ value }) => value === id)?.label ?? ''),
  };
}
