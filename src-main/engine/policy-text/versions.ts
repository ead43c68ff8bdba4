import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import {
  type FrozenDraft,
  frozenDraftSchema,
  type PolicyVersion,
  type SectionDifference,
  type VersionInput,
  versionSchema,
} from '#shared/domain/policy-text.ts';
import { countWords, plainTextOf } from '#shared/domain/policy-text-blocks.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { wordDifference } from './word-difference.ts';

export interface StoredVersion {
  readonly version: PolicyVersion;
  readonly content: FrozenDraft;
  /** The content has the digest that it was frozen with. */
  readonly isIntact: boolean;
}

/** Newest first. */
export function readVersions(project: OpenProject): StoredVersion[] {
  return project.all(sql.selectFrom('policy_version').selectAll().orderBy('made_at', 'desc').orderBy('id', 'desc')).map((row) => {
    const content = frozenDraftSchema.parse(JSON.parse(row.content));
    const version = versionSchema.parse({
      ...{ id: row.id, draftId: row.draft_id, kind: row.kind, label: row.label, body: row.body, decidedOn: row.decided_on, number: row.number },
      ...{ note: row.note, sha256: row.sha256, person: row.person, madeAt: row.made_at, revision: row.revision },
      words: content.sections.reduce((sum, { blocks }) => sum + countWords(plainTextOf(blocks)), 0),
    });
    return { version, content, isIntact: digestOf(row.content) === row.sha256 };
  });
}

export function findVersion(project: OpenProject, id: string): StoredVersion {
  return readVersions(project).find(({ version }) => version.id === id) ?? refuse('object/not-found');
}

/** Freezes a text as a version. What it says, live blocks included, never changes again: it is kept as it is with its digest. */
export function addVersion(write: ChangeWriter, input: VersionInput & { content: FrozenDraft; person: string; at: string }): string {
  const id = uuidv7();
  const content = JSON.stringify(input.content);
  const { draftId, kind, label, body, decidedOn, number, note, person, at } = input;
  write.run(
    sql.insertInto('policy_version').values({
      ...{ id, draft_id: draftId, kind, label, body, decided_on: decidedOn, number, note, content, sha256: digestOf(content), person },
      ...{ made_at: at, revision: write.revision },
    }),
  );
  return id;
}

function digestOf(content: string): string {
  return createHash('sha256').update(content).digest('hex');
}

type ComparedSection = Pick<FrozenDraft['sections'][number], 'id' | 'title' | 'blocks'>;

/**
 * Two texts part by part, word by word, in the order of the newer one; parts that it no longer has stand where they were. Live blocks are
 * compared by nothing: the words of the text are.
 */
export function compareDrafts(from: readonly ComparedSection[], to: readonly ComparedSection[]): SectionDifference[] {
  const before = new Map(from.map((section) => [section.id, section]));
  const differences = to.map((section) => differenceOf(before.get(section.id), section));
  const isKept = new Set(to.map(({ id }) => id));
  for (const [place, section] of from.entries()) if (!isKept.has(section.id)) differences.splice(place, 0, differenceOf(section, undefined));
  return differences;
}

function differenceOf(before: ComparedSection | undefined, after: ComparedSection | undefined): SectionDifference {
  const [old, next] = [before, after].map((section) => (section ? plainTextOf(section.blocks) : ''));
  const difference = wordDifference(old ?? '', next ?? '');
  const isSame = old === next && before?.title === after?.title;
  const kind = !before ? 'added' : !after ? 'removed' : isSame ? 'same' : 'changed';
  return { title: after?.title ?? before?.title ?? '', kind, difference };
}
