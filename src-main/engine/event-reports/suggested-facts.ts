import type { EventFacts } from '#shared/domain/event-reports.ts';
import type { Session, Workshop } from '#shared/domain/workshops.ts';
import { planAgenda } from '#shared/methods/agenda-plan.ts';
import { readCity } from '../project/city.ts';
import type { OpenProject } from '../project/open-project.ts';
import { listGroups } from '../workshops/groups.ts';
import { listParticipants } from '../workshops/participants.ts';
import { listSessions } from '../workshops/sessions.ts';
import { findWorkshop } from '../workshops/workshops.ts';

/** The facts of an event as its workshop knows them; what it does not know is left out. */
export function suggestFacts(project: OpenProject, workshopId: string, language: string): Partial<EventFacts> {
  const workshop = findWorkshop(project, workshopId);
  const groups = listParticipants(project, workshopId).flatMap(({ residentGroups }) => residentGroups);
  return {
    ...(workshop.kind === 'training' ? { eventType: 'training' as const } : {}),
    title: workshop.title,
    startsOn: workshop.startsOn,
    endsOn: workshop.endsOn,
    venue: workshop.place,
    ...timesOf(listSessions(project, workshopId)),
    organisers: organisersOf(project, language),
    participants: participantsOf(project, workshop),
    themes: ['land-and-governance/safety', ...(workshop.kind === 'training' ? ['research/capacity'] : [])],
    crossCutting: [...(groups.includes('women') ? (['gender'] as const) : []), ...(groups.includes('youth') ? (['youth'] as const) : [])],
  };
}

/** From the first item of the first day to the end of the last day, as planned. */
function timesOf(sessions: readonly Session[]): Pick<EventFacts, 'startTime' | 'endTime'> {
  const days = planAgenda(sessions, { day: null, now: 0, minuteOf: () => 0 });
  const first = days[0]?.sessions[0];
  const last = days.at(-1);
  return { startTime: first ? wallClock(first.plannedStart) : '', endTime: last ? wallClock(last.plannedEnd) : '' };
}

function wallClock(minutes: number): string {
  const whole = Math.round(minutes) % 1_440;
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}

/** The bodies that the team works for, in the city of the project. */
function organisersOf(project: OpenProject, language: string): EventFacts['organisers'] {
  const city = readCity(project);
  const country = city.country ? (new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }).of(city.country) ?? '') : '';
  const place = [city.name, country].filter(Boolean).join(', ');
  const bodies = [...new Set(city.team.map(({ body }) => body.trim()).filter(Boolean))];
  return bodies.map((name) => ({ name, place }));
}

/** Who was there on any day; where nobody was ticked, the whole list; without a list, the people at the tables. */
function participantsOf(project: OpenProject, workshop: Workshop): number | null {
  const list = listParticipants(project, workshop.id);
  const there = list.filter(({ presentDays }) => presentDays.length > 0).length;
  const seated = listGroups(project, workshop.id).reduce((sum, group) => sum + (group.kind === 'table' ? group.people : 0), 0);
  return there || list.length || seated || null;
}
