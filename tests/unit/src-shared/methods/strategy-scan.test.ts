import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { scanTerms } from '#main/engine/strategies/scan-terms.ts';
import { type ScanLanguage, scanLanguages } from '#shared/domain/strategies.ts';
import { guessLanguage, readAppearance, scanText } from '#shared/methods/strategy-scan.ts';

const resourcesFolder = fileURLToPath(new URL('../../../../resources/', import.meta.url));

const scan = (text: string, language: ScanLanguage) => scanText(text, language, scanTerms(resourcesFolder, language));
const counts = (text: string, language: ScanLanguage) => Object.fromEntries(scan(text, language).terms.map(({ code, count }) => [code, count]));

describe('words about safety', () => {
  test('are counted in English, with the words around them', () => {
    const result = scan('The plan speaks of growth. Violence against women and crime are named once; crime prevention has no budget.', 'en');
    expect(Object.fromEntries(result.terms.map(({ code, count }) => [code, count]))).toEqual({ crime: 1, harassment: 1, prevention: 1, growth: 1 });
    expect(result.wordCount).toBe(18);
    expect(result.mentions[0]).toEqual({
      code: 'harassment',
      before: 'The plan speaks of growth. ',
      match: 'Violence against women',
      after: ' and crime are named once; crime prevention has no',
    });
  });

  test('what only looks like safety is passed over', () => {
    expect(counts('Social security and food security are extended; public security is not.', 'en')).toEqual({
      'social-security': 1,
      'food-security': 1,
      security: 1,
    });
  });

  test('accents and capitals do not matter', () => expect(counts('SEGURIDAD, violencia y POLICIA', 'es')).toEqual({ security: 1, violence: 1, police: 1 }));

  test('Spanish social security is none', () => expect(counts('La seguridad social de los choferes', 'es')).toEqual({ 'social-security': 1 }));

  test('Arabic is found with its article and its particles', () => {
    expect(counts('تهدف الخطة إلى الأمن والحد من العنف والجريمة، وبالشرطة المجتمعية', 'ar')).toEqual({ security: 1, crime: 1, violence: 1, police: 1 });
    expect(counts('الأمن الغذائي', 'ar')).toEqual({ 'food-security': 1 });
  });

  test.each([
    ['fr', 'La sécurité et la délinquance en ville', { security: 1, crime: 1 }],
    ['pt', 'A segurança pública e os homicídios', { security: 1, crime: 1 }],
  ] as const)('%s', (language, text, expected) => expect(counts(text, language)).toEqual(expected));

  test('a text without any of them has none', () => expect(scan('Trees and benches.', 'en')).toEqual({ wordCount: 3, terms: [], mentions: [] }));
});

describe('how far safety appears', () => {
  const safety = (count: number) => [{ code: 'crime', theme: 'safety' as const, count }];
  test('nothing read is not the same as nothing found', () => {
    expect(readAppearance(null, [])).toEqual({ safetyCount: null, perThousand: null, appearance: 'not-read' });
    expect(readAppearance(5000, [{ code: 'growth', theme: 'other', count: 40 }])).toMatchObject({ safetyCount: 0, appearance: 'absent' });
  });
  test('four in five thousand words is in passing, five is a subject', () => {
    expect(readAppearance(5000, safety(4))).toEqual({ safetyCount: 4, perThousand: 0.8, appearance: 'passing' });
    expect(readAppearance(5000, safety(5))).toMatchObject({ perThousand: 1, appearance: 'subject' });
  });
});

test.each([
  ['en', 'The plan of the city is for all of the people who live in it'],
  ['es', 'El plan de la ciudad es para todas las personas que viven en ella'],
  ['fr', 'Le plan de la ville est pour les habitants et les visiteurs'],
  ['pt', 'O plano da cidade é para os moradores e as moradoras que vivem em uma vila'],
  ['ar', 'هذه خطة المدينة من أجل الناس الذين يعيشون في المدينة'],
])('the language of a text is told: %s', (language, text) => expect(guessLanguage(text, scanLanguages)).toBe(language));

test('a text of numbers has no language', () => expect(guessLanguage('12 34 56', scanLanguages)).toBeNull());
