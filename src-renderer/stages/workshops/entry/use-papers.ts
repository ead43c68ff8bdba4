import { useQuery } from '@tanstack/react-query';
import type { EngineClient } from '#shared/contract/contract.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';

export type TypedSheet = Awaited<ReturnType<EngineClient['ballots']['papers']>>[number];

/** The sheets typed so far, newest first, and how many were printed. */
export function usePapers(ballotId: string) {
  const { queries } = useEngine();
  const papers = useQuery(queries.ballots.papers.queryOptions({ input: { ballotId } })).data;
  const sheets = useQuery(queries.paper.sheets.queryOptions({ input: { ballotId } })).data;
  const at = (sheet: TypedSheet) =>
    sheet.entries
      .map((entry) => entry.at)
      .sort()
      .at(-1) ?? '';
  return { papers, newestFirst: (papers ?? []).toSorted((a, b) => at(b).localeCompare(at(a))), printed: sheets?.printed ?? 0 };
}
