import { describe, expect, test } from 'vitest';
import { blocksOf, countWords, liveBlocksOf, plainTextOf } from '#shared/domain/policy-text-blocks.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';

const paragraph = (words: string): RichNode => ({ type: 'paragraph', content: [{ type: 'text', text: words }] });
const item = (...content: RichNode[]): RichNode => ({ type: 'listItem', content });

describe('written text as blocks', () => {
  test('headings, paragraphs, quotes and nested lists keep their order, level and looks', () => {
    const blocks = blocksOf([
      { type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Rules' }] },
      { type: 'paragraph', content: [{ type: 'text', text: 'We ' }, { type: 'text', text: 'will', marks: [{ type: 'bold' }] }, { type: 'hardBreak' }] },
      { type: 'bulletList', content: [item(paragraph('a'), { type: 'orderedList', content: [item(paragraph('b'))] }), item(paragraph('c'), paragraph('d'))] },
      { type: 'blockquote', content: [paragraph('said')] },
    ]);
    expect(blocks).toEqual([
      { kind: 'written', style: 'heading', level: 3, runs: [{ text: 'Rules' }] },
      { kind: 'written', style: 'paragraph', level: 0, runs: [{ text: 'We ' }, { text: 'will', isBold: true }, { text: '\n' }] },
      { kind: 'written', style: 'bullet', level: 0, runs: [{ text: 'a' }] },
      { kind: 'written', style: 'numbered', level: 1, runs: [{ text: 'b' }] },
      { kind: 'written', style: 'bullet', level: 0, runs: [{ text: 'c' }] },
      { kind: 'written', style: 'paragraph', level: 0, runs: [{ text: 'd' }] },
      { kind: 'written', style: 'quote', level: 0, runs: [{ text: 'said' }] },
    ]);
    expect(plainTextOf(blocks)).toBe('Rules\nWe will\n\na\nb\nc\nd\nsaid');
  });

  test('live parts are named and are no words; those that nobody knows are left out', () => {
    const blocks = blocksOf([
      paragraph('Before.'),
      { type: 'liveBlock', attrs: { block: 'measures', of: '' } },
      { type: 'liveBlock', attrs: { block: 'tomorrow' } },
    ]);
    expect(liveBlocksOf(blocks)).toEqual([{ kind: 'live', block: 'measures', of: '' }]);
    expect(plainTextOf(blocks)).toBe('Before.');
  });

  test('words are counted in any script', () => {
    expect(['', 'Two words.', 'مدينة آمنة للجميع', 'Uno–dos, tres'].map(countWords)).toEqual([0, 2, 3, 3]);
  });
});
