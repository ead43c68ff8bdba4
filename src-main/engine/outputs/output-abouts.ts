import type { OutputAbout } from '#shared/domain/outputs.ts';
import { versionKinds } from '#shared/domain/policy-text.ts';
import { type OpenProject, sql } from '../project/open-project.ts';

/** What outputs can be about where a project has several, the newest first. */
export function outputAbouts(project: OpenProject): OutputAbout[] {
  const workshops = project.all(sql.selectFrom('workshop').select(['id', 'title', 'starts_on']).orderBy('starts_on', 'desc').orderBy('id', 'desc'));
  const withCertificates = new Set(project.all(sql.selectFrom('certificate').select('workshop_id').distinct()).map((row) => row.workshop_id));
  const withReport = new Set(project.all(sql.selectFrom('event_report').select('workshop_id').distinct()).map((row) => row.workshop_id ?? ''));
  const drafts = project.all(sql.selectFrom('draft').select(['id', 'title', 'language']).orderBy('made_at', 'desc').orderBy('id', 'desc'));
  const versions = project.all(sql.selectFrom('policy_version').select(['id', 'label', 'kind', 'decided_on']).orderBy('made_at', 'desc').orderBy('id', 'desc'));
  return [
    ...workshops
      .filter(({ id }) => withReport.has(id))
      .map(({ id, title, starts_on }) => ({ kind: 'event-report' as const, id, title, detail: starts_on ?? '', version: null })),
    ...workshops
      .filter(({ id }) => withCertificates.has(id))
      .map(({ id, title, starts_on }) => ({ kind: 'certificates' as const, id, title, detail: starts_on ?? '', version: null })),
    ...drafts.map(({ id, title, language }) => ({ kind: 'policy' as const, id, title, detail: language, version: null })),
    ...versions.map(({ id, label, kind, decided_on }) => ({
      kind: 'policy' as const,
      id,
      title: label,
      detail: decided_on,
      version: versionKinds.find((known) => known === kind) ?? null,
    })),
  ];
}
