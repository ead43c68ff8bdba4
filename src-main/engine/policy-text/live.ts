import { usualOptions } from '#shared/domain/output-options.ts';
import type { FrozenDraft } from '#shared/domain/policy-text.ts';
import type { LiveBlockName, LivePart } from '#shared/domain/policy-text-live.ts';
import { createExportContext } from '../../exports/export-context.ts';
import type { PrintedDraft } from '../../exports/profile-data.ts';
import { partsOf } from '../../exports/report/live-parts.ts';
import { createReportWriter } from '../../exports/report/report-writer.ts';
import { liveBlocks } from '../../exports/report/sections/live-blocks.ts';
import { chooseLanguage, loadTexts } from '../i18n/load-texts.ts';
import { listSignatories } from '../identity/identity.ts';
import { readAppVersion } from '../outputs/app-version.ts';
import { gatherProfile } from '../outputs/gather-profile.ts';
import type { OpenProject } from '../project/open-project.ts';

export interface LiveAsked {
  readonly block: LiveBlockName;
  readonly of: string;
}

/** Blocks that need the counts of incidents, which take the longest to gather. */
const ofIncidents: ReadonlySet<LiveBlockName> = new Set(['chart', 'map']);

/** What live blocks say now, in a language: what the documents print of the same data, as parts. */
export function readLive(project: OpenProject, options: { resourcesFolder: string; language: string; blocks: readonly LiveAsked[] }): LivePart[][] {
  if (options.blocks.length === 0) return [];
  const { resourcesFolder } = options;
  const language = chooseLanguage(resourcesFolder, options.language);
  const texts = loadTexts(resourcesFolder);
  const withoutIncidents = !options.blocks.some(({ block }) => ofIncidents.has(block));
  const data = gatherProfile(project, { resourcesFolder, language, appVersion: readAppVersion(resourcesFolder), withoutIncidents });
  const context = createExportContext({
    ...{ language, resourcesFolder, texts: { en: texts.en ?? {}, [language]: texts[language] ?? {} } },
    options: { ...usualOptions, signatories: listSignatories(project) },
  });
  const writer = createReportWriter(data, context);
  return options.blocks.map((asked) => partsOf(liveBlocks(writer, asked), writer.images));
}

/** A text as it is frozen: its live blocks say for good what they say now, in its language. */
export function freeze(project: OpenProject, draft: PrintedDraft, options: { resourcesFolder: string; city: string }): FrozenDraft {
  const asked = draft.sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'live' ? [block] : [])));
  const said = readLive(project, { resourcesFolder: options.resourcesFolder, language: draft.language, blocks: asked });
  let next = 0;
  return {
    ...{ format: 1, title: draft.title, template: draft.template, language: draft.language, city: options.city },
    sections: draft.sections.map(({ id, code, title, level, blocks }) => ({
      ...{ id, code, title, level },
      blocks: blocks.map((block) => {
        if (block.kind === 'written') return block;
        const parts = said[next] ?? [];
        next += 1;
        return { kind: 'live', block: block.block, of: block.of, parts };
      }),
    })),
  };
}
