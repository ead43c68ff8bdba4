import { useQuery } from '@tanstack/react-query';
import type { Ballot } from '#shared/domain/ballots.ts';
import type { RoomState } from '#shared/domain/room.ts';
import { useEngine, useProject } from '../../app/engine/engine-provider.tsx';
import { wallResultSteps } from '../workshops/results/wall-result.tsx';
import { useWorkshop } from '../workshops/use-workshop.ts';
import { shownBallot } from './remote.ts';
import { lastStatementStep } from './statement-pages.ts';
import { useRoomState } from './use-wall.ts';

/** A statement as the wall may show it: nothing of who said it. */
export interface WallStatement {
  readonly id: string;
  readonly text: string;
}

/** Everything that the wall's picture and its remote need to know. */
export interface WallScenes {
  readonly room: RoomState;
  /** Undefined before a workshop was made. */
  readonly workshopId: string | undefined;
  readonly ballots: readonly Ballot[];
  /** The ballot that the wall is about. */
  readonly ballot: Ballot | undefined;
  readonly statements: readonly WallStatement[];
  readonly lastStep: number;
}

/** How often turnout is asked for while a ballot is open, in milliseconds. */
const turnoutPauseMs = 1_500;

/** The wall of the workshop whose room is open, else of the current one: results are shown without phones too. */
export function useWallScene(): WallScenes | undefined {
  const { queries } = useEngine();
  const room = useRoomState();
  const current = useWorkshop().workshop;
  const isOpen = useProject() != null;
  const workshopId = room?.workshopId ?? current?.id;
  const ballots =
    useQuery({
      ...queries.ballots.list.queryOptions({ input: { workshopId: workshopId ?? '' } }),
      enabled: isOpen && workshopId !== undefined,
      refetchInterval: ({ state }) => (state.data?.some((ballot) => ballot.state === 'open') ? turnoutPauseMs : false),
      refetchIntervalInBackground: true,
    }).data ?? none;
  const ballot = room && shownBallot({ wall: room.wall, ballots });
  const hasStatements = ballot?.kind === 'statement' && ballot.state === 'closed';
  const statements =
    useQuery({
      ...queries.ballots.statements.queryOptions({ input: { ballotId: ballot?.id ?? '' } }),
      enabled: hasStatements,
      select: (all) => all.filter(({ moderation }) => moderation === 'shown').map(({ id, text }): WallStatement => ({ id, text })),
    }).data ?? noStatements;
  const hasResult = ballot?.kind !== 'statement' && ballot?.state === 'closed';
  const result = useQuery({ ...queries.results.of.queryOptions({ input: { ballotId: ballot?.id ?? '' } }), enabled: hasResult }).data;
  if (!room) return undefined;
  const shown = hasStatements ? statements : noStatements;
  return {
    room,
    workshopId,
    ballots,
    ballot,
    statements: shown,
    lastStep: hasStatements ? lastStatementStep(shown) : result ? wallResultSteps(result) - 1 : hasResult ? stepOfTotals : 0,
  };
}

/** Every result has its totals after the question: one may go on to them before the result has been read. */
const stepOfTotals = 1;

const none: readonly Ballot[] = [];
const noStatements: readonly WallStatement[] = [];
