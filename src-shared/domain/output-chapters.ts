import type { OutputKind } from './outputs.ts';

/** The chapters that can be chosen and ordered in each document, in the document's own order; texts `chapter.<code>`. */
const chaptersByKind = {
  profile: ['summary', 'city', 'stakeholders', 'incidents', 'indicators', 'risks', 'findings', 'priorities', 'policy', 'methods', 'sources'],
  'profile-short': ['summary', 'situation', 'findings', 'policy', 'sources'],
  policy: ['vision', 'basis', 'objectives', 'measures', 'budget', 'monitoring', 'open', 'sources'],
  monitoring: ['measures', 'targets', 'reports', 'commitments', 'answers', 'safeguards', 'lessons'],
  progress: ['done', 'better', 'promises', 'answers', 'learned'],
  handouts: ['figures', 'findings', 'trees', 'priorities', 'plan', 'promise'],
} as const satisfies Readonly<Partial<Record<OutputKind, readonly string[]>>>;

export type ChapterCode = (typeof chaptersByKind)[keyof typeof chaptersByKind][number];

export function chaptersOf(kind: OutputKind): readonly ChapterCode[] {
  return kind in chaptersByKind ? chaptersByKind[kind as keyof typeof chaptersByKind] : [];
}

/** Documents that annexes and signatures can follow. */
export const documentsWithAnnexes: readonly OutputKind[] = ['profile', 'profile-short', 'policy', 'monitoring', 'progress'];
export const documentsWithSignatures: readonly OutputKind[] = [...documentsWithAnnexes, 'certificates'];
