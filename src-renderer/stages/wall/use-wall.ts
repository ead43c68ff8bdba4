import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { RoomState, WallView } from '#shared/domain/room.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { nextView, type RemoteCommand, type WallScene } from './remote.ts';

/** Phones come and go without a change of the project: how often the room is asked, in milliseconds. */
const roomPauseMs = 1_000;

/** The room as it stands, followed. After a failed question the last picture stays. */
export function useRoomState(): RoomState | undefined {
  const { queries } = useEngine();
  return useQuery(queries.room.state.queryOptions({ refetchInterval: roomPauseMs, refetchIntervalInBackground: true })).data;
}

/** Puts something on the wall; every window sees it at once and the engine's answer has the last word. */
export function useSetWall(): (patch: Partial<WallView>) => void {
  const { queries } = useEngine();
  const queryClient = useQueryClient();
  const key = queries.room.state.queryKey();
  const { mutate } = useMutation(
    queries.room.setWall.mutationOptions({
      onMutate: async (patch) => {
        await queryClient.cancelQueries({ queryKey: key });
        queryClient.setQueryData(key, (before: RoomState | undefined) => before && { ...before, wall: { ...before.wall, ...patch } });
      },
      onSuccess: (state) => queryClient.setQueryData(key, state),
    }),
  );
  return useCallback((patch) => mutate(patch), [mutate]);
}

/** Carries out the commands of a remote on the present picture. Returns false where nothing further is to be shown. */
export function useRemote(scene: Omit<WallScene, 'before'> | undefined): (command: RemoteCommand) => boolean {
  const setWall = useSetWall();
  const before = useRef<WallView | null>(null);
  const latest = useRef(scene);
  latest.current = scene;
  useEffect(() => {
    if (scene && scene.wall.mode !== 'black') before.current = scene.wall;
  }, [scene]);
  return useCallback(
    (command) => {
      if (!latest.current) return false;
      const patch = nextView(command, { ...latest.current, before: before.current });
      if (patch) setWall(patch);
      return patch !== null;
    },
    [setWall],
  );
}
