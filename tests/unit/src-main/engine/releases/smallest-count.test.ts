import { describe, expect, test } from 'vitest';
import { sensitiveClassOf } from '#main/engine/releases/smallest-count.ts';

describe('which offences need the larger threshold', () => {
  test.each([
    ['Rape', 'violence', 'sexual'],
    ['Anything at all', 'sexual', 'sexual'],
    ['Domestic violence', 'violence', 'partner'],
    ['VIOLENCIA FAMILIAR', 'other', 'partner'],
    ['Violência doméstica', 'violence', 'partner'],
    ['Violences conjugales', 'violence', 'partner'],
    ['العنف الأسري', 'violence', 'partner'],
    ['Child neglect', 'other', 'children'],
    ['SUSTRACCIÓN DE MENORES', 'other', 'children'],
    ['ROBO DE INFANTE / niñas y niños', 'theft', 'children'],
    ['خطف أطفال', 'violence', 'children'],
    ['TRATA DE PERSONAS', 'other', 'trafficking'],
    ['Human trafficking', 'other', 'trafficking'],
    ['Traite des êtres humains', 'other', 'trafficking'],
    ['الاتجار بالبشر', 'other', 'trafficking'],
  ] as const)('%s (%s): %s', (name, group, expected) => expect(sensitiveClassOf(name, group)).toBe(expected));

  test.each([
    ['Robbery', 'theft'],
    ['ROBO A TRANSEÚNTE EN VÍA PÚBLICA CON VIOLENCIA', 'theft'],
    ['Assault causing minor injuries', 'violence'],
    ['Drug trafficking', 'drugs'],
    ['Homicidio', 'violence'],
    ['Trafic de stupéfiants', 'drugs'],
    ['سرقة', 'theft'],
  ] as const)('%s (%s): as any other', (name, group) => expect(sensitiveClassOf(name, group)).toBeNull());
});
