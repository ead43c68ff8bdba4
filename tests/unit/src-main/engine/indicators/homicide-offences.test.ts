import { describe, expect, test } from 'vitest';
import { isIntentionalHomicide } from '#main/engine/indicators/homicide-offences.ts';
import { loadCatalogue } from '#main/engine/indicators/indicator-catalogue.ts';
import { resourcesFolder } from '../../../../fixtures/engine.ts';

const words = loadCatalogue(resourcesFolder).homicideNames;

describe('names that clearly say intentional homicide', () => {
  test.each([
    'HOMICIDIO DOLOSO',
    'Homicidio doloso por arma de fuego',
    'Feminicidio',
    'FEMINICIDIO POR ARMA BLANCA',
    'Murder',
    'Homicidio',
    'HOMICIDIO INTENCIONAL',
    'Intentional homicide',
    'القتل العمد',
    'Homicídio doloso',
    'HOMICIDIOS INTENCIONALES (OTROS)',
    'HOMICIDIO POR ARMA DE FUEGO',
    'HOMICIDIO POR ARMA BLANCA',
    'HOMICIDIO POR GOLPES',
    'Homicide by stabbing',
    'Homicide, firearm',
  ])('%s', (name) => expect(isIntentionalHomicide(name, words)).toBe(true));

  test.each([
    'Attempted murder',
    'TENTATIVA DE HOMICIDIO',
    'Homicidio culposo por tránsito vehicular',
    'Homicidio en accidente de tránsito',
    'Conspiracy to murder',
    'القتل الخطأ',
    'HOMICIDIO CULPOSO POR ARMA DE FUEGO',
    'HOMICIDIO CULPOSO CON EXCLUYENTES DE RESPONSABILIDAD',
    'Culpable homicide with a firearm',
    'Accidental homicide by gun',
    'Tentativa de homicidio por arma de fuego',
    'Homicidio por otras causas',
    'Portación de arma de fuego',
    'Robbery',
    '',
  ])('%s is left out', (name) => expect(isIntentionalHomicide(name, words)).toBe(false));
});
