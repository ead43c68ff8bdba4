import { isUsedIn } from '#shared/domain/identity.ts';
import { documentsWithAnnexes, documentsWithSignatures } from '#shared/domain/output-chapters.ts';
import { type OutputOptions, usualOptions } from '#shared/domain/output-options.ts';
import { type OutputSettings, usualSettings } from '#shared/domain/output-profiles.ts';
import type { OutputAsked } from '#shared/domain/outputs.ts';
import { listAnnexes, listSignatories, logoPictures, readFacts } from '../identity/identity.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { findProfile } from './profiles/output-profiles.ts';

type Asked = Pick<OutputAsked, 'kind' | 'about' | 'profileId'>;

/** What is chosen for an output: by its saved choice where one is named, else the usual. Refusals: `object/not-found`, `output/nothing-chosen`, `output/about-unknown`. */
export function gatherOptions(project: OpenProject, asked: Asked): OutputOptions {
  const { kind } = asked;
  const settings = settingsOf(project, asked);
  if (settings.chapters?.length === 0) refuse('output/nothing-chosen');
  if (asked.about !== null && !isKnown(project, asked.about)) refuse('output/about-unknown', { about: asked.about });
  return {
    chapters: settings.chapters,
    annexes: documentsWithAnnexes.includes(kind) ? annexesOf(project, asked, settings) : [],
    signatories:
      settings.withSignatures && documentsWithSignatures.includes(kind)
        ? listSignatories(project).filter(({ use }) => isUsedIn(use, kind))
        : usualOptions.signatories,
    identity: settings.withIdentity ? readFacts(project) : usualOptions.identity,
    logos: settings.withIdentity ? logoPictures(project) : usualOptions.logos,
    about: asked.about,
  };
}

function settingsOf(project: OpenProject, { kind, profileId }: Asked): OutputSettings {
  return profileId === null ? usualSettings : findProfile(project, profileId, kind).settings;
}

function annexesOf(project: OpenProject, { kind }: Asked, { annexIds }: OutputSettings): OutputOptions['annexes'] {
  const all = listAnnexes(project);
  if (annexIds === null) return all.filter(({ use }) => isUsedIn(use, kind));
  return annexIds.flatMap((id) => all.filter((annex) => annex.id === id));
}

/** A workshop, an event report, a draft or a version of the policy's text. */
function isKnown(project: OpenProject, id: string): boolean {
  return (['workshop', 'event_report', 'draft', 'policy_version'] as const).some(
    (table) => project.first(sql.selectFrom(table).select('id').where('id', '=', id)) !== undefined,
  );
}
