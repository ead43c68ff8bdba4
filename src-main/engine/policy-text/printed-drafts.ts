import { blocksOf } from '#shared/domain/policy-text-blocks.ts';
import type { PrintedDraft } from '../../exports/profile-data.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { readSection } from '../project/texts/section-texts.ts';
import { readVersions } from './versions.ts';

/** Drafts as outputs print them, the newest first, then frozen versions, the newest first. */
export function printedDrafts(project: OpenProject): PrintedDraft[] {
  const drafts = project.all(sql.selectFrom('draft').selectAll().orderBy('position', 'desc').orderBy('made_at', 'desc').orderBy('id', 'desc'));
  return [...drafts.map((draft) => printedDraft(project, draft)), ...readVersions(project).map(printedVersion)];
}

export function printedDraft(project: OpenProject, draft: { id: string; title: string; language: string; template: string }): PrintedDraft {
  const { id, title, language, template } = draft;
  const sections = project.all(
    sql.selectFrom('draft_section').selectAll().where('draft_id', '=', id).where('is_left_out', '=', 0).orderBy('position').orderBy('id'),
  );
  return {
    ...{ id, title, language, template, version: null },
    sections: sections.map((section) => ({
      ...{ id: section.id, code: section.code, title: section.title, level: levelOf(section.level) },
      blocks: blocksOf(readSection(project.reader, section.id)),
    })),
  };
}

function printedVersion({ version, content }: ReturnType<typeof readVersions>[number]): PrintedDraft {
  const { kind, label, body, decidedOn, number, sha256, madeAt } = version;
  return {
    ...{ id: version.id, title: content.title, language: content.language, template: content.template },
    version: { kind, label, body, decidedOn, number, sha256, madeAt },
    sections: content.sections.map((section) => ({ ...section, level: levelOf(section.level) })),
  };
}

function levelOf(stored: number): 1 | 2 {
  return stored === 2 ? 2 : 1;
}
