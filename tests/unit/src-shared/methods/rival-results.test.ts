import { expect, test } from 'vitest';
import { haveRivalFigures } from '#shared/methods/rival-results.ts';

test.each<[string, string[], boolean]>([
  ['two figures for one result', ['Crime fell by 24 % in one year.', 'Crime fell by 40 % overall.'], true],
  ['the same figure twice', ['Crime fell by 24 %.', 'A fall of 24 % (2010).'], false],
  ['a decimal comma and a decimal point', ['24.5 %', '24,5 %'], false],
  ['digits of another script', ['٢٤ %', '24 %'], false],
  ['years are no figures', ['Approved in 2013.', 'Approved in 2014.'], false],
  ['words beside a figure', ['Crime fell.', 'Crime fell by 40 %.'], false],
  ['one statement', ['24 % and 40 %'], false],
])('%s', (_what, statements, expected) => expect(haveRivalFigures(statements)).toBe(expected));
