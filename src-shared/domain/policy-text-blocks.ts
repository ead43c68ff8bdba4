import type { LiveBlock, TextBlock, WrittenBlock } from './policy-text.ts';
import { type LiveBlockName, liveBlockNames } from './policy-text-live.ts';
import type { RichNode } from './rich-text.ts';

type Run = WrittenBlock['runs'][number];

const listStyles: Readonly<Record<string, WrittenBlock['style']>> = { bulletList: 'bullet', orderedList: 'numbered' };

/**
 * Rich text as a row of blocks that documents set, editors' nesting undone: a list becomes its items with their depth, a second paragraph of an
 * item stays a paragraph. Elements that nothing is known of are read for what stands in them.
 */
export function blocksOf(nodes: readonly RichNode[]): TextBlock[] {
  return nodes.flatMap((node) => blocksOfNode(node, { style: 'paragraph', depth: 0 }));
}

/** Text without its look: one line a block, live blocks left out. */
export function plainTextOf(blocks: readonly TextBlock[]): string {
  return blocks
    .flatMap((block) => (block.kind === 'written' ? [textOfRuns(block.runs)] : []))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('');
}

export function liveBlocksOf(blocks: readonly TextBlock[]): LiveBlock[] {
  return blocks.filter((block) => block.kind === 'live');
}

interface Place {
  readonly style: WrittenBlock['style'];
  readonly depth: number;
}

function blocksOfNode(node: RichNode, place: Place): TextBlock[] {
  const children = node.content ?? [];
  const list = listStyles[node.type];
  if (list)
    return children.flatMap((item) => itemBlocks(item, { style: list, depth: place.style === 'bullet' || place.style === 'numbered' ? place.depth + 1 : 0 }));
  if (node.type === 'liveBlock') return liveBlock(node);
  if (node.type === 'blockquote') return children.flatMap((child) => blocksOfNode(child, { style: 'quote', depth: 0 }));
  if (node.type === 'heading') return [written('heading', headingLevel(node), children)];
  if (node.type === 'paragraph') return [written(place.style, place.depth, children)];
  if (node.type === 'text') return [written('paragraph', 0, [node])];
  return children.flatMap((child) => blocksOfNode(child, place));
}

/** The first paragraph carries the mark of the item; what follows stands on its own. */
function itemBlocks(item: RichNode, place: Place): TextBlock[] {
  return (item.content ?? []).flatMap((child, index) => {
    const isNested = listStyles[child.type] !== undefined;
    return blocksOfNode(child, index === 0 || isNested ? place : { style: 'paragraph', depth: 0 });
  });
}

function written(style: WrittenBlock['style'], level: number, children: readonly RichNode[]): WrittenBlock {
  const runs: Run[] = [];
  for (const child of children) {
    const text = child.type === 'hardBreak' ? '\n' : (child.text ?? '');
    if (text === '') continue;
    const marks = new Set((child.marks ?? []).map(({ type }) => type));
    const run: Run = { text, ...(marks.has('bold') && { isBold: true }), ...(marks.has('italic') && { isItalic: true }) };
    const last = runs.at(-1);
    if (last && last.isBold === run.isBold && last.isItalic === run.isItalic) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push(run);
  }
  return { kind: 'written', style, level, runs };
}

function headingLevel(node: RichNode): number {
  const level = Number(node.attrs?.level ?? 2);
  return Number.isInteger(level) ? Math.min(3, Math.max(1, level)) : 2;
}

function liveBlock(node: RichNode): LiveBlock[] {
  const name = liveBlockNames.find((known) => known === node.attrs?.block);
  return name ? [{ kind: 'live', block: name satisfies LiveBlockName, of: String(node.attrs?.of ?? '') }] : [];
}

/** Counts words in any script. */
export function countWords(text: string): number {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) if (isWordLike) words += 1;
  return words;
}
