import type { Extensions } from '@tiptap/core';
import { StarterKit } from '@tiptap/starter-kit';
import type { LiveBlockName } from '#shared/domain/policy-text-live.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { LiveBlock } from './live-block.tsx';

/** What a text of the policy may hold: paragraphs, two headings, lists, quotes, bold and italic, live parts. The history is the project's. */
export const textExtensions: Extensions = [
  StarterKit.configure({
    ...{ undoRedo: false, link: false, underline: false, strike: false, code: false, codeBlock: false, horizontalRule: false, trailingNode: false },
    heading: { levels: [2, 3] },
  }),
  LiveBlock,
];

/** A live part as it is inserted, with a line after it to go on writing. */
export function livePart(block: LiveBlockName, of = ''): RichNode[] {
  return [{ type: 'liveBlock', attrs: { block, of } }, { type: 'paragraph' }];
}
