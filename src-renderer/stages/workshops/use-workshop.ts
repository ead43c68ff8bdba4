import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { Workshop } from '#shared/domain/workshops.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { usePreferences } from '../../app/preferences.tsx';

export interface CurrentWorkshop {
  /** Undefined while they are being read. */
  readonly workshops: readonly Workshop[] | undefined;
  /** The one whose session runs, else the one chosen, else the newest; undefined when there is none yet. */
  readonly workshop: Workshop | undefined;
  choose(id: string): void;
}

/** The workshop that every screen of the room is about. The choice stays on this machine, by project. */
export function useWorkshop(): CurrentWorkshop {
  const { queries } = useEngine();
  const projectId = useProject()?.id;
  const preferences = usePreferences();
  const isOpen = projectId !== undefined;
  const workshops = useQuery({ ...queries.workshops.list.queryOptions(), enabled: isOpen }).data;
  const running = useQuery({ ...queries.workshops.running.queryOptions(), enabled: isOpen }).data;
  const chosen = projectId ? preferences.workshops[projectId] : undefined;
  const byId = (id: string | undefined) => workshops?.find((workshop) => workshop.id === id);
  const { set, workshops: choices } = preferences;
  const choose = useCallback(
    (id: string) => {
      if (projectId) set({ workshops: { ...choices, [projectId]: id } });
    },
    [projectId, choices, set],
  );
  return { workshops, workshop: byId(running?.workshop.id) ?? byId(chosen) ?? workshops?.[0], choose };
}
