import { expect, test } from 'vitest';
import { printableText } from '../../../../src-main/exports/typeset/printable-text.ts';

test('emoji are left out, with what is joined to them', () => {
  expect(printableText('🚨🚔 Patrol of the market')).toBe('Patrol of the market');
  expect(printableText('Mothers 👩🏽‍⚖️ and 👨‍👩‍👧‍👦 families 🇲🇽')).toBe('Mothers and families');
});

test('a name of nothing else keeps its place', () => expect(printableText('🔥🔥')).toBe('□'));

test('signs, digits and joined letters stay as they are', () => {
  for (const text of ['Café © 2026 ® №1 ★ 3 → 4', 'می\u200cخواهم', 'क\u094d\u200dष', '* # 0 9', '']) expect(printableText(text)).toBe(text);
});
