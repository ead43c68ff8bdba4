import type { PrintedEventReport, Speaker } from '#shared/domain/event-reports.ts';
import type { OpenProject } from '../project/open-project.ts';
import { findWorkshop } from '../workshops/workshops.ts';
import { listReports } from './event-reports.ts';

/** The reports as outputs print them: only who agreed to be named, with the address only of who agreed to that. Whoever writes the report signs it. */
export function printedEventReports(project: OpenProject): PrintedEventReport[] {
  return listReports(project).map(({ id, workshopId, formVersion, facts, texts, speakers }) => {
    const asked = speakers.filter(({ role }) => role !== 'reporter');
    const agreed = asked.filter(({ consent, fullName }) => consent.named && fullName.trim() !== '');
    return {
      ...{ id, workshopId, formVersion, facts, texts, workshopTitle: findWorkshop(project, workshopId).title },
      reporter: speakers.find(({ role }) => role === 'reporter')?.fullName ?? '',
      speakers: agreed.map(printed),
      leftOut: asked.length - agreed.length,
    };
  });
}

function printed({ role, title, fullName, nationality, organisation, speaksAt, post, email, consent }: Speaker): PrintedEventReport['speakers'][number] {
  return { role, title, fullName, nationality, organisation, speaksAt, post, email: consent.email ? email : '' };
}
