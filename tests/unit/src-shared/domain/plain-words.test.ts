import { describe, expect, test } from 'vitest';
import { plainColumnName, plainWords } from '#shared/domain/plain-words.ts';
import { fc } from '../../../property-cases.ts';

describe('text as it is compared', () => {
  test.each([
    ['  San José, 1ª Sección ', 'san jose 1ª seccion'],
    ['L’Haÿ-les-Roses', 'l hay les roses'],
    ['STRASSE', 'strasse'],
    ['Straße', 'strasse'],
    ['المَدِينَة', 'المدينه'],
    ['إدارة الأمن', 'اداره الامن'],
    ['حي ١٢', 'حي 12'],
    ['ZU\uFFFDIGA', 'zu\uFFFDiga'],
    ['NU?EZ', 'nu\uFFFDez'],
    ['Ña?dutí'.normalize('NFD'), 'na\uFFFDduti'],
    ['Ñ?ñez'.normalize('NFD'), 'n\uFFFDnez'],
    ['Why?', 'why'],
  ])('%s → %s', (text, plain) => {
    expect(plainWords(text)).toBe(plain);
  });

  test('column names are taken apart at capitals and underscores', () => {
    expect(plainColumnName('fechaHecho')).toBe('fecha hecho');
    expect(plainColumnName('FECHA_HECHO')).toBe('fecha hecho');
  });

  test('comparing twice changes nothing, and case and accents never matter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = plainWords(text);
        expect(plainWords(plain)).toBe(plain);
        expect(plainWords(text.normalize('NFD'))).toBe(plain);
      }),
    );
    fc.assert(fc.property(fc.stringMatching(/^[a-zñáéíóúü ]{0,30}$/), (text) => plainWords(text.toUpperCase()) === plainWords(text)));
  });
});
