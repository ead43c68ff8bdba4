import type { LiveBlock } from '#shared/domain/policy-text.ts';
import { blocksOf, liveBlocksOf } from '#shared/domain/policy-text-blocks.ts';
import type { LiveBlockName } from '#shared/domain/policy-text-live.ts';
import { subjects } from '#shared/domain/project.ts';
import { remembered } from '../../incidents/remembered.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { readSection } from '../../project/texts/section-texts.ts';
import { factsOf, type Step } from './step.ts';

type Told = 'finding' | 'priority' | 'objective' | 'measure';

/** Live blocks that print every thing of a kind. */
const printsAll: Readonly<Record<Told, readonly LiveBlockName[]>> = {
  finding: ['findings'],
  priority: ['priorities'],
  objective: ['objectives'],
  measure: ['measures', 'budget', 'indicators'],
};

/** Shorter words stand in a text by chance. */
const shortestQuote = 20;

interface ReadSection {
  readonly step: Step;
  readonly plainText: string;
  /** Worked out of the section's text at the first time of asking. */
  readonly blocks: () => readonly LiveBlock[];
}

/** Every section of the drafts, read once until anything in the project changes: one trail asks for hundreds of things. */
const readSections = remembered(subjects, (project): readonly ReadSection[] =>
  project
    .all(
      sql
        .selectFrom('draft_section as s')
        .innerJoin('draft as d', 'd.id', 's.draft_id')
        .select(['s.id', 's.title', 's.plain_text', 'd.title as draft', 'd.language'])
        .where('s.is_left_out', '=', 0)
        .orderBy('d.position')
        .orderBy('d.id')
        .orderBy('s.position')
        .orderBy('s.id'),
    )
    .map(({ id, title, plain_text, draft, language }) => {
      let blocks: readonly LiveBlock[] | undefined;
      return {
        step: { kind: 'section', id, title: [draft, title].filter(Boolean).join(' – '), facts: factsOf({ language }) },
        plainText: plain_text,
        blocks: () => {
          blocks ??= liveBlocksOf(blocksOf(readSection(project.reader, id)));
          return blocks;
        },
      };
    }),
);

/** Sections of the policy's drafts in which a thing stands: printed by a live block, or its very words written into the text. */
export function sectionsNaming(project: OpenProject, kind: Told, thing: { readonly id: string; readonly words: string; readonly isPrinted: boolean }): Step[] {
  const quote = thing.words.trim();
  return readSections(project)
    .filter(({ plainText, blocks }) => {
      if (quote.length >= shortestQuote && plainText.includes(quote)) return true;
      return thing.isPrinted && blocks().some((block) => prints(block, kind, thing.id));
    })
    .map(({ step }) => step);
}

function prints({ block, of }: LiveBlock, kind: Told, id: string): boolean {
  return printsAll[kind].includes(block) || (kind === 'finding' && block === 'finding' && of === id);
}
