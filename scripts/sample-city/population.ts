import { type AreaSketch, areas } from './geography.ts';

export const years = [2023, 2024, 2025] as const;
const ageBands = ['0-14', '15-29', '30-44', '45-59', '60+'] as const;
/** Share of each age band in the city, and how much a younger area (`youth` 1) has more or less of it. */
const shares = [0.23, 0.25, 0.22, 0.17, 0.13] as const;
const leaning = [0.35, 0.22, 0, -0.35, -0.55] as const;
/** Women per hundred residents of each band: more in the older ones. */
const womenShare = [0.489, 0.498, 0.507, 0.518, 0.553] as const;

export const residentsIn = (area: AreaSketch, year: number): number => Math.round(area.residents * (1 + area.growth) ** (year - 2025));

/** `barrio,anio,sexo,grupo_edad,poblacion`: every area, year, sex and age band; bands of one area and year add up to its residents. */
export function populationCsv(): string {
  const rows = ['barrio,anio,sexo,grupo_edad,poblacion,fuente'];
  for (const area of areas) {
    const weights = shares.map((share, band) => share * (1 + area.youth * (leaning[band] ?? 0)));
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const year of years) {
      let left = residentsIn(area, year);
      for (const [band, name] of ageBands.entries()) {
        const people = band === ageBands.length - 1 ? left : Math.round((residentsIn(area, year) * (weights[band] ?? 0)) / total);
        left -= people;
        const women = Math.round(people * (womenShare[band] ?? 0.5));
        rows.push(`${area.name},${year},Mujeres,${name},${women},Made up`, `${area.name},${year},Hombres,${name},${people - women},Made up`);
      }
    }
  }
  return `${rows.join('\n')}\n`;
}
