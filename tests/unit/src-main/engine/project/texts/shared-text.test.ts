import { describe, expect, test } from 'vitest';
import { carryOver, firstUpdate, handOf, type TextUpdate, textOf, uniteUpdates, updateTo } from '#main/engine/project/texts/shared-text.ts';
import { cases, fc } from '../../../../../property-cases.ts';

/** A copy of the text: what it knows, and the hand it writes with. */
class Copy {
  readonly updates: TextUpdate[];
  readonly #hand: number;

  constructor(hand: number, updates: readonly TextUpdate[] = []) {
    this.#hand = hand;
    this.updates = [...updates];
  }

  get text(): string {
    return textOf(this.updates);
  }

  write(text: string): void {
    const update = updateTo(this.updates, text, this.#hand);
    if (update) this.updates.push(update);
  }

  take(other: Copy): void {
    this.updates.push(...other.updates);
  }
}

function copiesOf(text: string, count: number): Copy[] {
  const first = firstUpdate(text);
  return Array.from({ length: count }, (_, index) => new Copy(handOf(`copy ${index}`), first ? [first] : []));
}

describe('a text that several people write', () => {
  test('says what was written last, letter by letter', () => {
    const [copy] = copiesOf('Una ciudad segura.', 1);
    for (const text of ['Una ciudad más segura y justa.', 'مدينة آمنة للجميع', '', 'みんなのための安全な街。', 'ถนนที่ปลอดภัย 👩‍👩‍👧 end', '  \n\n two\tends ']) {
      copy?.write(text);
      expect(copy?.text).toBe(text);
    }
  });

  test('an unchanged text needs no update', () => {
    expect(updateTo([firstUpdate('As it is') as TextUpdate], 'As it is', 7)).toBeNull();
    expect(firstUpdate('')).toBeNull();
  });

  test('half of a letter outside the basic plane is written as the sign for an unreadable letter', () => {
    const [copy] = copiesOf('', 1);
    copy?.write('half \uD83D');
    expect(copy?.text).toBe('half \uFFFD');
  });

  test('words that two people add in different places both stay', () => {
    const [one, two] = copiesOf('A harbour without fear.', 2) as [Copy, Copy];
    one.write('A bright harbour without fear.');
    two.write('A harbour without fear, day and night.');
    one.take(two);
    expect(one.text).toBe('A bright harbour without fear, day and night.');
  });

  test('a word that one crosses out and another leaves is gone; what another adds beside it stays', () => {
    const [one, two] = copiesOf('A harbour without any fear.', 2) as [Copy, Copy];
    one.write('A harbour without fear.');
    two.write('A harbour without any crime or fear.');
    one.take(two);
    expect(one.text).toBe('A harbour without crime or fear.');
  });

  test('a sentence that two people write anew stands there twice, each whole', () => {
    const [one, two] = copiesOf('First. A city for all of us. Last.', 2) as [Copy, Copy];
    one.write('First. Streets of light for the whole port. Last.');
    two.write('First. Calm squares for young and old. Last.');
    one.take(two);
    const [a, b] = ['Streets of light for the whole port', 'Calm squares for young and old'];
    expect([`First. ${a}${b}. Last.`, `First. ${b}${a}. Last.`]).toContain(one.text);
  });

  test('two copies that hold the same text from before there were updates do not double it', () => {
    const one = new Copy(handOf('one'));
    const two = new Copy(handOf('two'));
    one.updates.push(firstUpdate('The same vision.') as TextUpdate);
    two.updates.push(firstUpdate('The same vision.') as TextUpdate);
    expect(one.updates).toEqual(two.updates);
    one.take(two);
    expect(one.text).toBe('The same vision.');
  });

  test('an update that came before what it builds on shows once the rest is there', () => {
    const [one] = copiesOf('Start.', 1) as [Copy];
    one.write('Start. Middle.');
    one.write('Start. Middle. End.');
    const [first, second, third] = one.updates as [TextUpdate, TextUpdate, TextUpdate];
    expect(textOf([first, third])).toBe('Start.');
    expect(textOf([third, first, second])).toBe('Start. Middle. End.');
  });

  test('a long text that is replaced as a whole is written without comparing every word with every other', () => {
    const before = Array.from({ length: 20_000 }, (_, index) => `old${index}`).join(' ');
    const after = `${Array.from({ length: 20_000 }, (_, index) => `new${index}`).join('-')} old19999`;
    const [copy] = copiesOf(before, 1) as [Copy];
    copy.write(after);
    expect(copy.text).toBe(after);
  });
});

describe('whatever people write apart', () => {
  interface Deed {
    readonly copy: number;
    readonly kind: 'insert' | 'delete' | 'take';
    readonly at: number;
    readonly other: number;
  }

  const copyCount = 4;
  const deeds = fc.array(
    fc.record<Deed>({
      copy: fc.nat(copyCount - 1),
      kind: fc.constantFrom('insert', 'insert', 'insert', 'delete', 'take'),
      at: fc.nat(1_000),
      other: fc.nat(copyCount - 1),
    }),
    { maxLength: 40 },
  );
  const beginning = 'one two three four five';

  /** Plays the deeds; every word is written once, so that what became of it can be told. */
  function play(list: readonly Deed[]): { copies: Copy[]; written: Set<string>; crossedOut: Set<string> } {
    const copies = copiesOf(beginning, copyCount);
    const written = new Set(beginning.split(' '));
    const crossedOut = new Set<string>();
    for (const [index, deed] of list.entries()) {
      const copy = copies[deed.copy] as Copy;
      if (deed.kind === 'take') {
        copy.take(copies[deed.other] as Copy);
        continue;
      }
      const pieces = copy.text.split(' ');
      const at = deed.at % (pieces.length + (deed.kind === 'insert' ? 1 : 0));
      const piece = `w${index}q`;
      if (deed.kind === 'insert') written.add(piece);
      else for (const word of written) if (pieces[at]?.includes(word)) crossedOut.add(word);
      copy.write(pieces.toSpliced(at, deed.kind === 'insert' ? 0 : 1, ...(deed.kind === 'insert' ? [piece] : [])).join(' '));
    }
    return { copies, written, crossedOut };
  }

  test('brought together in any order it is one text', () => {
    fc.assert(
      fc.property(deeds, fc.infiniteStream(fc.nat(1_000_000)), (list, orders) => {
        const all = play(list).copies.flatMap(({ updates }) => updates);
        const expected = textOf(all);
        const shuffled = all.map((update) => ({ update, place: orders.next().value ?? 0 })).toSorted((a, b) => a.place - b.place);
        expect(textOf(shuffled.map(({ update }) => update))).toBe(expected);
        const half = Math.floor(all.length / 2);
        if (all.length > 1) expect(textOf([uniteUpdates(all.slice(half)), uniteUpdates(all.slice(0, half))])).toBe(expected);
      }),
      { numRuns: cases(300) },
    );
  });

  test('no word is lost that nobody crossed out', () => {
    fc.assert(
      fc.property(deeds, (list) => {
        const { copies, written, crossedOut } = play(list);
        const together = textOf(copies.flatMap(({ updates }) => updates));
        for (const word of written) if (!crossedOut.has(word)) expect(together).toContain(word);
      }),
      { numRuns: cases(300) },
    );
  });

  test('any text can follow any other', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 8 }), (texts) => {
        const [copy] = copiesOf(texts[0] ?? '', 1) as [Copy];
        for (const text of texts) {
          copy.write(text);
          expect(copy.text).toBe(text.toWellFormed());
        }
      }),
      { numRuns: cases(300) },
    );
  });
});

describe('taking something back', () => {
  test('gives the text before it where nobody wrote since', () => {
    expect(carryOver('Now this.', 'Now this.', 'Before that.')).toBe('Before that.');
  });

  test('keeps what others wrote since', () => {
    expect(carryOver('We build a safe harbour, day and night.', 'We build a safe harbour.', 'We build a harbour.')).toBe('We build a harbour, day and night.');
    expect(carryOver('Dear all, hello', 'hello', '')).toBe('Dear all, ');
  });
});
