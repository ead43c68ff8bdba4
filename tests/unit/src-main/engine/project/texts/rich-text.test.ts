import { describe, expect, test } from 'vitest';
import { carryOverNodes, newIn, nodesOf, updateSince, updateToNodes } from '#main/engine/project/texts/rich-text.ts';
import { handOf, type TextUpdate } from '#main/engine/project/texts/shared-text.ts';
import { blocksOf, plainTextOf } from '#shared/domain/policy-text-blocks.ts';
import type { RichNode } from '#shared/domain/rich-text.ts';
import { cases, fc } from '../../../../../property-cases.ts';

const text = (words: string, ...marks: string[]): RichNode => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.toSorted().map((type) => ({ type })) }),
});
const paragraph = (...content: RichNode[]): RichNode => ({ type: 'paragraph', ...(content.length > 0 && { content }) });
const says = (...words: string[]): RichNode[] => words.map((word) => paragraph(text(word)));
const list = (...items: string[]): RichNode => ({ type: 'bulletList', content: items.map((item) => ({ type: 'listItem', content: says(item) })) });
const live = (block: string): RichNode => ({ type: 'liveBlock', attrs: { block, of: '' } });

/** A copy of the text: what it knows, and the hand it writes with. */
class Copy {
  readonly updates: TextUpdate[];
  readonly #hand: number;

  constructor(name: string, updates: readonly TextUpdate[] = []) {
    this.#hand = handOf(name);
    this.updates = [...updates];
  }

  get nodes(): RichNode[] {
    return nodesOf(this.updates);
  }

  get words(): string {
    return plainTextOf(blocksOf(this.nodes));
  }

  write(nodes: readonly RichNode[]): void {
    const update = updateToNodes(this.updates, nodes, this.#hand);
    if (update) this.updates.push(update);
  }

  take(other: Copy): void {
    this.updates.push(...other.updates);
  }
}

function twoCopies(nodes: readonly RichNode[]): [Copy, Copy] {
  const first = updateToNodes([], nodes, 0);
  const start = first ? [first] : [];
  return [new Copy('one', start), new Copy('two', start)];
}

/** Equal looks side by side are one stretch, as every editor has it. */
const wordArbitrary = fc.constantFrom('light', 'night bus', 'أمان', '安全', 'niñez', '👩‍👩‍👧');
const paragraphArbitrary = fc.oneof(
  wordArbitrary.map((word) => paragraph(text(word))),
  fc.tuple(wordArbitrary, wordArbitrary).map(([plain, bold]) => paragraph(text(plain), text(bold, 'bold'))),
  fc.constant(paragraph()),
);
const nodesArbitrary: fc.Arbitrary<RichNode[]> = fc.array(
  fc.oneof(
    { arbitrary: paragraphArbitrary, weight: 4 },
    { arbitrary: wordArbitrary.map((word): RichNode => ({ type: 'heading', attrs: { level: 2 }, content: [text(word, 'italic')] })), weight: 1 },
    { arbitrary: fc.array(wordArbitrary, { minLength: 1, maxLength: 3 }).map((words) => list(...words)), weight: 1 },
    { arbitrary: fc.constantFrom('measures', 'budget').map(live), weight: 1 },
  ),
  { maxLength: 6 },
);

describe('rich text', () => {
  test('says what was written last, looks and live parts included', () => {
    fc.assert(
      fc.property(fc.array(nodesArbitrary, { minLength: 1, maxLength: 5 }), (stands) => {
        const copy = new Copy('one');
        for (const nodes of stands) {
          copy.write(nodes);
          expect(copy.nodes).toEqual(nodes);
        }
      }),
      { numRuns: cases(80) },
    );
  });

  test('needs no update for what it says already', () => {
    const [copy] = twoCopies([...says('As it is.'), live('measures')]);
    expect(updateToNodes(copy.updates, copy.nodes, 7)).toBeNull();
  });

  test('is the same in whatever order updates come together', () => {
    fc.assert(
      fc.property(nodesArbitrary, nodesArbitrary, nodesArbitrary, (start, first, second) => {
        const [one, two] = twoCopies(start);
        one.write(first);
        two.write(second);
        expect(nodesOf([...one.updates, ...two.updates])).toEqual(nodesOf([...two.updates, ...one.updates]));
      }),
      { numRuns: cases(60) },
    );
  });

  test('keeps what two people write in one paragraph, and in paragraphs of their own', () => {
    const [one, two] = twoCopies(says('A harbour without fear.', 'Second.'));
    one.write(says('A bright harbour without fear.', 'Second.', 'By one.'));
    two.write(says('By two.', 'A harbour without fear, day and night.', 'Second.'));
    one.take(two);
    expect(one.words).toBe('By two.\nA bright harbour without fear, day and night.\nSecond.\nBy one.');
  });

  test('keeps words that another adds to a paragraph which somebody makes bold', () => {
    const [one, two] = twoCopies(says('Help within reach.'));
    one.write([paragraph(text('Help', 'bold'), text(' within reach.'))]);
    two.write(says('Help within reach, at any hour.'));
    one.take(two);
    expect(one.nodes).toEqual([paragraph(text('Help', 'bold'), text(' within reach, at any hour.'))]);
  });

  test('taken back to what it was keeps what others wrote beside it', () => {
    const before = says('First.');
    const after = says('First.', 'Mine.');
    const present = says('First.', 'Mine.', 'Theirs.');
    expect(carryOverNodes(present, after, before)).toEqual(says('First.', 'Theirs.'));
    expect(carryOverNodes(after, after, before)).toEqual(before);
  });

  test('gives what is new since a state, and refuses what builds on the unknown', () => {
    const copy = new Copy('one');
    copy.write(says('One.'));
    const { vector } = updateSince(copy.updates, null);
    copy.write(says('One.', 'Two.'));
    const { update } = updateSince(copy.updates, vector);
    const [first, second] = copy.updates as [TextUpdate, TextUpdate];
    expect(nodesOf([first, update])).toEqual(copy.nodes);
    expect(newIn([first], second)).toBe(second);
    expect(newIn(copy.updates, second)).toBeNull();
    expect(newIn([], second)).toBe('out-of-step');
    expect(newIn([], new Uint8Array([9, 9, 9]))).toBe('out-of-step');
  });
});
