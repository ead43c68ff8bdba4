import { describe, expect, it } from 'vitest';
import { readTypedNumber } from '../../../../src-renderer/ui/typed-number.ts';

describe('a number as people type it', () => {
  it.each([
    ['12', 12],
    ['12 400', 12_400],
    ['12,400', 12_400],
    ['12.400', 12_400],
    ['1,234,567', 1_234_567],
    ['12,5', 12.5],
    ['0.25', 0.25],
    ['١٢٣', 123],
    ['١٬٢٣٤٫٥', 1234.5],
  ])('%s is %d', (text, number) => {
    expect(readTypedNumber(text)).toBe(number);
  });

  it('is unknown when nothing is typed, never zero', () => {
    expect(readTypedNumber('')).toBeNull();
    expect(readTypedNumber('  ')).toBeNull();
  });

  it.each(['about 12', '-3', '1e5', '12..4', '1,2,3'])('%s is not a number', (text) => {
    expect(readTypedNumber(text)).toBeUndefined();
  });
});
