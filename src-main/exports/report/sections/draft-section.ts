import type { FrozenBlock, TextBlock, WrittenBlock } from '#shared/domain/policy-text.ts';
import type { PrintedDraft, ProfileData } from '../../profile-data.ts';
import { blockOfPart } from '../live-parts.ts';
import type { Block, Section } from '../report-document.ts';
import type { ReportWriter } from '../report-writer.ts';
import { liveBlocks } from './live-blocks.ts';

/**
 * The text that a policy document prints: the one asked for (a draft or a frozen version), else the newest draft in the document's language,
 * else the newest; null where nobody has written any.
 */
export function draftToPrint(data: Pick<ProfileData, 'drafts'>, language: string, about: string | null): PrintedDraft | null {
  const asked = data.drafts.find(({ id }) => id === about);
  if (asked) return asked;
  const written = data.drafts.filter(({ version }) => version === null);
  return written.find((draft) => draft.language === language) ?? written[0] ?? null;
}

/** A draft as chapters: its words, and what its live blocks say of the data; of a frozen version what they said then. */
export function draftBlocks(writer: ReportWriter, draft: PrintedDraft): Section[] {
  return draft.sections.map(({ code, title, level, blocks }, place) => ({
    ...{ title: title || writer.t('output.noWords'), lead: '', startsPage: place === 0, level, code: `draft.${code || place + 1}` },
    blocks: blocks.flatMap((block) => blocksOfText(writer, block)),
  }));
}

function blocksOfText(writer: ReportWriter, block: TextBlock | FrozenBlock): readonly Block[] {
  if (block.kind === 'written') return writtenBlock(block);
  if (!('parts' in block)) return liveBlocks(writer, block);
  return block.parts.map((part) => blockOfPart(writer, part));
}

function writtenBlock({ style, level, runs }: WrittenBlock): Block[] {
  const isEmpty = runs.every(({ text }) => text.trim() === '');
  return isEmpty ? [] : [{ kind: 'rich', style, level, runs }];
}

/** One line on what kind of text this is: the standing of a version, or that it is a draft. */
export function standingOf({ t, formats }: ReportWriter, draft: PrintedDraft): string {
  const { version } = draft;
  if (!version) return t('policyText.standing.draft');
  const day = version.decidedOn.length === 10 ? formats.day(version.decidedOn) : version.decidedOn || formats.day(version.madeAt.slice(0, 10));
  const line = t(`policyText.standing.${version.kind}`, { body: version.body, day });
  return [version.body || version.kind === 'draft' ? line : t(`policyText.standing.${version.kind}On`, { day }), version.number].filter(Boolean).join(' · ');
}
