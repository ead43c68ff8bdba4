import { describe, expect, it } from 'vitest';
import { countCommon, Fingerprint, FingerprintCounts } from '#main/engine/imports/fingerprints.ts';
import { fc } from '../../../../property-cases.ts';

const row = fc.tuple(fc.integer(), fc.oneof(fc.constant(null), fc.double({ noNaN: true })), fc.string({ maxLength: 6 }));
const of = ([one, two, text]: [number, number | null, string]) => new Fingerprint().start().number(one).number(two).text(text).end();

describe('a fingerprint', () => {
  it('is the same for the same values, a whole number that a table of floats keeps exactly', () => {
    fc.assert(
      fc.property(row, (values) => {
        const found = of(values);
        expect(of([...values])).toBe(found);
        expect(Number.isSafeInteger(found) && found >= 0).toBe(true);
      }),
    );
  });

  it('tells a million rows apart that differ a little', () => {
    const seen = new Set<number>();
    const fingerprint = new Fingerprint();
    for (let a = 0; a < 1000; a++)
      for (let b = 0; b < 1000; b++)
        seen.add(
          fingerprint
            .start()
            .number(20_230_000 + a)
            .number(b)
            .number(null)
            .end(),
        );
    expect(seen.size).toBe(1_000_000);
  });
});

describe('counts of fingerprints', () => {
  it('agree with a plain map, whatever is added and taken', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ isTake: fc.boolean(), value: fc.integer({ min: 0, max: 50 }) }), { maxLength: 4000 }), (steps) => {
        const counts = new FingerprintCounts();
        const plain = new Map<number, number>();
        for (const { isTake, value } of steps) {
          const fingerprint = value * 0x1_0000_0001;
          const before = plain.get(fingerprint) ?? 0;
          if (isTake) expect(counts.take(fingerprint)).toBe(before > 0);
          else expect(counts.add(fingerprint)).toBe(before + 1);
          plain.set(fingerprint, isTake ? Math.max(0, before - 1) : before + 1);
        }
      }),
    );
  });

  it('grow', () => {
    const counts = new FingerprintCounts();
    for (let i = 0; i < 100_000; i++) counts.add(i * 7919);
    for (let i = 0; i < 100_000; i++) expect(counts.take(i * 7919)).toBe(true);
    expect(counts.take(7919)).toBe(false);
  });

  it('what two lists have in common is counted by occurrence', () => {
    const list = fc.array(fc.nat(20), { maxLength: 60 });
    fc.assert(
      fc.property(list, list, (one, other) => {
        const left = [...other];
        const common = one.filter((value) => {
          const at = left.indexOf(value);
          if (at >= 0) left.splice(at, 1);
          return at >= 0;
        }).length;
        expect(countCommon(Float64Array.from(one), Float64Array.from(other))).toBe(common);
      }),
    );
  });
});
