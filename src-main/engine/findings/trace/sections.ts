import type { LiveBlock } from '#shared/domain/policy-text.ts';
import { blocksOf, liveBlocksOf } from '#shared/domain/policy-text-blocks.ts';
import type { LiveBlockName } from '#shared/domain/policy-text-live.ts';
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

/** Sections of the policy's drafts in which a thing stands: printed by a live block, or its very words written into the text. */
export function sectionsNaming(project: OpenProject, kind: Told, thing: { readonly id: string; readonly words: string; readonly isPrinted: boolean }): Step[] {
  const quote = thing.words.trim();
  return project
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
    .filter(({ id, plain_text }) => {
      if (quote.length >= shortestQuote && plain_text.includes(quote)) return true;
      return thing.isPrinted && liveBlocksOf(blocksOf(readSection(project.reader, id))).some((block) => prints(block, kind, thing.id));
    })
    .map(({ id, title, draft, language }) => ({ kind: 'section', id, title: [draft, title].filter(Boolean).join(' – '), facts: factsOf({ language }) }));
}

function prints({ block, of }: LiveBlock, kind: Told, id: string): boolean {
  return printsAll[kind].includes(block) || (kind === 'finding' && block === 'finding' && of === id);
}
