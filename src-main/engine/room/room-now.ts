import { createHash } from 'node:crypto';
import type { Ballot } from '#shared/domain/ballots.ts';
import type { RoomSettings } from '#shared/domain/room.ts';
import { capOf, dotsOf } from '#shared/methods/ballot-rules.ts';
import { listBallots } from '../ballots/ballots.ts';
import { areasOfBaseLayer } from '../ballots/subject-options.ts';
import { readCity } from '../project/city.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { listGroups } from '../workshops/groups.ts';
import { listSessions } from '../workshops/sessions.ts';
import type { RoomBallot, RoomView } from './room-questions.ts';
import { type Seat, versionOf } from './seats.ts';

type SharedView = Pick<RoomView, 'cityName' | 'workshopTitle' | 'languages' | 'groups' | 'asks' | 'areas' | 'session'>;

/** What every phone in the room sees alike, read once and kept until something changes. */
export interface RoomNow extends SharedView {
  /** Follows from what is seen: an engine that starts again gives the same one. */
  readonly version: string;
  readonly open: ReadonlyMap<string, { readonly ballot: Ballot; readonly shown: Omit<RoomBallot, 'mine' | 'myStatements'> }>;
}

/** Null where the workshop is gone. */
export function readRoomNow(project: OpenProject, workshopId: string, asks: RoomSettings['asks']): RoomNow | null {
  const workshop = project.first(sql.selectFrom('workshop').select('title').where('id', '=', workshopId));
  if (!workshop) return null;
  const city = readCity(project);
  const ballots = listBallots(project, workshopId).filter(({ state }) => state === 'open');
  const groups = listGroups(project, workshopId).map(({ id, name, kind }) => ({ id, name, kind }));
  const wanted = asks.filter((ask) => ask !== 'group' || groups.length > 0);
  const shared: SharedView = {
    cityName: city.name,
    workshopTitle: workshop.title,
    languages: city.languages.length > 0 ? city.languages : ['en'],
    groups,
    asks: wanted,
    areas: wanted.includes('area') ? areasOfBaseLayer(project).map(({ id, name }) => ({ id, name })) : [],
    session: sessionOf(project, workshopId),
  };
  const shown = ballots.map((ballot) => ({ ballot, shown: showBallot(ballot) }));
  return {
    ...shared,
    version: shortDigest(JSON.stringify([shared, shown.map((one) => one.shown)])),
    open: new Map(shown.map((one) => [one.ballot.id, one])),
  };
}

function showBallot(ballot: Ballot): Omit<RoomBallot, 'mine' | 'myStatements'> {
  const { id, kind, question, help, round, settings, options } = ballot;
  return { id, kind, question, help, round, settings, options, dots: dotsOf(ballot), cap: capOf(ballot) };
}

/** A pause has no end that could be told. */
function sessionOf(project: OpenProject, workshopId: string): RoomView['session'] {
  const running = listSessions(project, workshopId).find(({ startedAt, endedAt }) => startedAt !== null && endedAt === null);
  if (!running?.startedAt) return null;
  const seconds = (running.minutes + running.addedMinutes) * 60 + running.pausedSeconds;
  return { title: running.title, endsAt: running.pausedAt ? null : new Date(Date.parse(running.startedAt) + seconds * 1_000).toISOString() };
}

function shortDigest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 12);
}

const nobody = { number: null, groupId: null, groups: [], attributes: {}, asks: [], areas: [], ballots: [], session: null };

export function closedView(): RoomView {
  return { ...nobody, state: 'closed', version: 'closed', cityName: '', workshopTitle: '', languages: ['en'], language: '' };
}

/** All that is said to a phone that is not in. */
export function wayIn(now: RoomNow): RoomView {
  const { cityName, workshopTitle, languages } = now;
  return { ...nobody, state: 'way-in', version: 'way-in', cityName, workshopTitle, languages, language: '' };
}

export function viewOf(now: RoomNow, seat: Seat): RoomView {
  const isAsked = !seat.isDescribed && now.asks.length > 0;
  const state = isAsked ? 'say-who' : now.open.size > 0 ? 'ballots' : 'waiting';
  return {
    state,
    version: `${now.version}.${state}.${versionOf(seat)}`,
    cityName: now.cityName,
    workshopTitle: now.workshopTitle,
    languages: now.languages,
    language: seat.language,
    number: seat.number,
    groupId: seat.groupId,
    groups: now.groups,
    attributes: seat.attributes,
    asks: now.asks,
    areas: now.areas,
    ballots: [...now.open.values()].map(({ shown }) => {
      const given = seat.given.get(shown.id);
      return { ...shown, mine: given?.last ?? null, myStatements: given?.statements ?? [] };
    }),
    session: now.session,
  };
}
