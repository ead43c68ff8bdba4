import { describe, expect, test } from 'vitest';
import { readLines } from '#renderer/stages/workshops/people/read-lines.ts';

const bodies = [
  { value: 'p', label: 'City police' },
  { value: 'f', label: 'Fundación Puente' },
];
const read = (text: string) => readLines(text, bodies).map(({ name, stakeholderId, role }) => [name, stakeholderId, role]);

describe('a pasted list of people', () => {
  test('is name; body; role, each line parted by its own mark', () => {
    expect(read('Luis Ortega; City police; Officer\r\nAmina Salah\tcity  police\tDriver\n\nEli, Market, Trader\nNoor')).toEqual([
      ['Luis Ortega', 'p', 'Officer'],
      ['Amina Salah', 'p', 'Driver'],
      ['Eli', null, 'Market, Trader'],
      ['Noor', null, ''],
    ]);
  });

  test('knows the marks of Arabic, mixed with others in a line', () => {
    expect(read('أمينة؛ City police؛ ضابط\n; الشرطة؛ ضابط\nنور، السوق')).toEqual([
      ['أمينة', 'p', 'ضابط'],
      ['', null, 'الشرطة, ضابط'],
      ['نور', null, 'السوق'],
    ]);
  });

  test('leaves a name out where its cell is empty, as spreadsheets write it', () => {
    expect(read('\tCity police\tOfficer\n\t\t\n; Market')).toEqual([
      ['', 'p', 'Officer'],
      ['', null, 'Market'],
    ]);
  });

  test('takes quotation marks off cells, which may hold marks and line ends', () => {
    expect(read(' "Ortega, Luis","City police", "Officer, ""night"""\n"Salah; Amina"; Market')).toEqual([
      ['Ortega, Luis', 'p', 'Officer, "night"'],
      ['Salah; Amina', null, 'Market'],
    ]);
    expect(read('Luis\tCity police\t"Officer\nnight"\nAmina\tCity police\tDriver')).toEqual([
      ['Luis', 'p', 'Officer\nnight'],
      ['Amina', 'p', 'Driver'],
    ]);
  });

  test('keeps a quotation mark out of place as a letter and loses nobody by it', () => {
    expect(read('Juan "El Gato" Pérez; City police\n"El Gato" Pérez; City police\n"Ana; Market\n"Eli"; Market')).toEqual([
      ['Juan "El Gato" Pérez', 'p', ''],
      ['"El Gato" Pérez', 'p', ''],
      ['"Ana', null, 'Market'],
      ['Eli', null, 'Market'],
    ]);
  });

  test.each([
    ['Role,Full name,Organisation', 'Officer,Luis,City police'],
    ['Cargo;Nombre y apellidos;Institución', 'Officer;Luis;City police'],
    ['الوظيفة\tالاسم\tالجهة', 'Officer\tLuis\tCity police'],
  ])('takes the order from the heading line %s, which is no person', (heading, line) => {
    expect(read(`${heading}\n${line}`)).toEqual([['Luis', 'p', 'Officer']]);
  });

  test('joins a name of two columns and leaves out what nobody agreed to', () => {
    expect(read('No.;Nombre;Apellidos;Teléfono;Entidad;Firma\n1;Luis;Ortega;555 0100;Market;x')).toEqual([['Luis Ortega', null, 'Market']]);
  });

  test('is not headed by a person whose body is called like a column', () => {
    expect(read('Luis; Institution; Officer')).toEqual([['Luis', null, 'Institution, Officer']]);
  });

  test('of a heading alone, or of nothing, is empty', () => {
    expect([read('Name; Body; Role'), read(''), read(' \n\n')]).toEqual([[], [], []]);
  });
});
