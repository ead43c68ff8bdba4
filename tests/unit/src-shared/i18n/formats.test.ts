import { describe, expect, test } from 'vitest';
import { createFormats } from '#shared/i18n/formats.ts';

/** Signs that are not seen and say which way words run. */
const marks = /[\u200E\u200F]/g;
const plain = (text: string) => text.replaceAll(marks, '').replaceAll(/[\u00A0\u202F]/g, ' ');

describe('money in words', () => {
  test('is written in whole units as the language has it, or with decimals where they are asked for', () => {
    expect(createFormats('en').money(4_674_950, 'USD')).toBe('$4,674,950');
    expect(plain(createFormats('es').money(4_674_950, 'USD'))).toBe('4.674.950 US$');
    expect(createFormats('en').money(10.034, 'USD', 2)).toBe('$10.03');
    expect(createFormats('en').money(10.6, '')).toBe('11');
  });

  test('is a dash where it is not known', () => {
    expect(createFormats('en').money(null, 'USD')).toBe('–');
    expect(createFormats('ar').shortMoney(null, 'USD')).toBe('–');
  });

  test('is short for a headline', () => {
    expect(createFormats('en').shortMoney(17_400_000, 'MXN')).toBe('MX$17.4M');
    expect(plain(createFormats('ar').shortMoney(4_674_950, 'USD'))).toBe('4.7 مليون US$');
  });

  test('holds a Latin sign of currency together in Arabic, and leaves an Arabic one alone', () => {
    const arabic = createFormats('ar');
    expect(arabic.money(231_000, 'USD')).toContain('\u200EUS$\u200E');
    expect(arabic.shortMoney(231_000, 'USD')).toContain('\u200EUS$\u200E');
    expect(plain(arabic.money(231_000, 'MAD'))).toBe('231,000 د.م.');
    expect(arabic.money(231_000, 'MAD')).not.toContain('\u200E');
    expect(createFormats('en').money(231_000, 'USD')).not.toMatch(marks);
  });
});
