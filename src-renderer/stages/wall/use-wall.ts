import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import type { RoomState, WallView } from '#shared/domain/room.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { nextView, type RemoteCommand, type WallScene } from './remote.ts';

/** Phones come and go without a change of the project: how often the room is asked, in milliseconds. */
const roomPauseMs = 1_000;

const wallMutation = ['wall'];

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
      mutationKey: wallMutation,
      // At once, so that a key pressed right after a button builds on what the button did.
      onMutate: async (patch) => {
        queryClient.setQueryData(key, (before: RoomState | undefined) => before && { ...before, wall: { ...before.wall, ...patch } });
        await queryClient.cancelQueries({ queryKey: key });
      },
      // An answer that is older than the last press would take that press back.
      onSuccess: (state) => {
        if (queryClient.isMutating({ mutationKey: wallMutation }) <= 1) queryClient.setQueryData(key, state);
      },
    }),
  );
  return useCallback((patch) => mutate(patch), [mutate]);
}

/** Carries out the commands of a remote on the present picture. Returns false where nothing further is to be shown. */
export function useRemote(scene: Omit<WallScene, 'before'> | undefined): (command: RemoteCommand) => boolean {
  const { queries } = useEngine();
  const queryClient = useQueryClient();
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
      // The wall as it was last set, which may not be drawn yet.
      const wall = queryClient.getQueryData<RoomState>(queries.room.state.queryKey())?.wall ?? latest.current.wall;
      const patch = nextView(command, { ...latest.current, wall, before: before.current });
      if (patch) setWall(patch);
      return patch !== null;
    },
    [setWall, queryClient, queries],
  );
}
