import { notifications } from '@mantine/notifications';
import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { EngineClient } from '#shared/contract/contract.ts';
import type { ProjectState, Subject } from '#shared/domain/project.ts';
import type { Connection, ConnectionState } from '../engine-client/connection.ts';
import { useTexts } from '../texts/texts-provider.tsx';
import { errorText } from './refusals.ts';

interface EngineValue extends Connection {
  /** The contract as TanStack Query options: `queries.areas.list.queryOptions({ input: {} })`, `.mutationOptions()`. */
  readonly queries: RouterUtils<EngineClient>;
  readonly connectionState: ConnectionState;
}

const EngineContext = createContext<EngineValue | null>(null);

/** Gives the engine to everything below, tells of every failed change, and re-reads what a change touched. */
export function EngineProvider({ connection, children }: { connection: Connection; children: ReactNode }) {
  const { t } = useTexts();
  const queries = useMemo(() => createTanstackQueryUtils(connection.client), [connection]);
  const [queryClient] = useState(
    () =>
      new QueryClient({
        defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY, networkMode: 'always' }, mutations: { networkMode: 'always' } },
      }),
  );
  const [connectionState, setConnectionState] = useState<ConnectionState>('connected');

  useEffect(() => connection.onState(setConnectionState), [connection]);

  useEffect(() => {
    queryClient.getMutationCache().config.onError = (error, _variables, _result, mutation) => {
      if (mutation.meta?.showsOwnError) return;
      notifications.show({ color: 'red', message: errorText(t, error), autoClose: 12_000, withBorder: true });
    };
  }, [queryClient, t]);

  useEffect(() => {
    // One watch for the page's life; after a lost connection the next one starts with the present state.
    if (connectionState === 'lost') return;
    const stop = new AbortController();
    const follow = async () => {
      for await (const event of await connection.client.project.watch(undefined, { signal: stop.signal })) {
        queryClient.setQueryData(queries.project.current.queryKey(), event.state);
        const boundaries = queries.areas.boundaries.key();
        await queryClient.invalidateQueries({
          predicate: ({ queryKey }) => {
            const path = JSON.stringify(queryKey[0]);
            if (!isTouched(String((queryKey[0] as readonly unknown[])[0]), event.subjects)) return false;
            if (path === JSON.stringify(queries.project.current.key()[0])) return false;
            // Boundaries are large and change only with the areas.
            return path !== JSON.stringify(boundaries[0]) || event.subjects.some((subject) => subject === 'areas' || subject === 'project');
          },
        });
      }
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) console.error(error);
    });
    return () => stop.abort();
  }, [connection, connectionState, queries, queryClient]);

  const value = useMemo<EngineValue>(() => ({ ...connection, queries, connectionState }), [connection, queries, connectionState]);
  return (
    <QueryClientProvider client={queryClient}>
      <EngineContext.Provider value={value}>{children}</EngineContext.Provider>
    </QueryClientProvider>
  );
}

/**
 * What comes several times a second while forty people vote touches few screens: for these subjects the parts of the contract that tell of them are
 * named, and nothing else is read again.
 */
const partsTouchedBy: Readonly<Partial<Record<Subject, readonly string[]>>> = {
  ballots: ['ballots', 'results', 'room', 'history'],
  room: ['room'],
  // What is typed into the policy's text, several times a minute by each who writes.
  texts: ['policyText', 'policyChecks', 'history', 'project', 'trace', 'outputs'],
};

function isTouched(part: string, subjects: readonly Subject[]): boolean {
  return subjects.length === 0 || subjects.some((subject) => partsTouchedBy[subject]?.includes(part) ?? true);
}

/** The engine's client, its queries, the files door and the connection's state. */
export function useEngine(): EngineValue {
  const value = useContext(EngineContext);
  if (!value) throw new Error('useEngine outside EngineProvider');
  return value;
}

/** The open project; undefined while it is being read, null when none is open. */
export function useProject(): ProjectState | null | undefined {
  const { queries } = useEngine();
  return useQuery(queries.project.current.queryOptions()).data;
}
