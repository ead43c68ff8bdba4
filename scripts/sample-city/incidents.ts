import type { CityMap } from './boundaries.ts';
import { areas, type Point, toDegrees } from './geography.ts';
import { hourWeights, type OffencePattern, offencePatterns } from './offences.ts';
import { isInside } from './plane.ts';
import { residentsIn } from './population.ts';
import type { Chance } from './random.ts';

/** One line of the made-up police export, before it is written the way that year's export was. */
export interface IncidentLine {
  /** `YYYY-MM-DD`; some are impossible. */
  date: string;
  /** `HH:MM` or empty. */
  time: string;
  offence: string;
  area: string;
  longitude: number | null;
  latitude: number | null;
}

/** A year of incidents in the order they were entered, with the small faults that such files have. */
export function createIncidents(year: number, map: CityMap, chance: Chance): IncidentLine[] {
  const residents = areas.map((area) => residentsIn(area, year));
  const lines = offencePatterns.flatMap((pattern) => {
    const weights = areas.map((area, index) => (residents[index] ?? 0) * Math.max(0.05, pattern.weight(area)));
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const expected = pattern.perYear * (1 + pattern.trend) ** (year - 2023);
    const times = dayWeights(year, pattern);
    const hours = hourWeights(pattern);
    return weights.flatMap((weight, index) =>
      Array.from({ length: chance.poisson((expected * weight) / sum) }, () => createLine(index, pattern, times, hours, map, chance)),
    );
  });
  lines.sort((a, b) => (a.date + a.time < b.date + b.time ? -1 : 1));
  return addFaults(lines, year, chance);
}

interface DayWeights {
  readonly days: readonly string[];
  readonly weights: readonly number[];
}

function dayWeights(year: number, pattern: OffencePattern): DayWeights {
  const days: string[] = [];
  const weights: number[] = [];
  for (let day = new Date(Date.UTC(year, 0, 1)); day.getUTCFullYear() === year; day = new Date(day.getTime() + 86_400_000)) {
    const season = 1 + pattern.summer * Math.cos((2 * Math.PI * (day.getUTCMonth() - 0)) / 12);
    days.push(day.toISOString().slice(0, 10));
    weights.push((pattern.week[(day.getUTCDay() + 6) % 7] ?? 1) * season);
  }
  return { days, weights };
}

function createLine(area: number, pattern: OffencePattern, times: DayWeights, hours: readonly number[], map: CityMap, chance: Chance): IncidentLine {
  const hour = chance.weighted(hours);
  // People remember the half hour, clerks write noon.
  const minute = chance.happens(0.55) ? chance.whole(0, 1) * 30 : chance.whole(0, 59);
  const time = chance.happens(pattern.hourless) ? '' : chance.happens(0.025) ? '12:00' : `${two(hour)}:${two(minute)}`;
  const [longitude, latitude] = chance.happens(0.07) ? [null, null] : toDegrees(pointIn(area, map, chance), 4);
  const evening = chance.weighted(times.weights);
  const day = Math.min(times.days.length - 1, hour < 6 ? evening + 1 : evening);
  return { date: times.days[day] ?? '', time, offence: pattern.name, area: areas[area]?.name ?? '', longitude, latitude };
}

const two = (value: number): string => String(value).padStart(2, '0');

function pointIn(area: number, map: CityMap, chance: Chance): Point {
  const sites = map.sitesOf[area] ?? [];
  const rings = map.ringsOf([area]);
  for (;;) {
    const [x, y] = sites[chance.whole(0, sites.length - 1)] ?? [0, 0];
    const point: Point = [x + chance.between(-0.07, 0.07), y + chance.between(-0.07, 0.07)];
    if (rings.filter((ring) => isInside(ring, point)).length === 1) return point;
  }
}

const unknownPlaces = ['Sin dato', 'Fuera del municipio'];
const shortForms: Readonly<Record<string, string>> = { 'Nueva Esperanza': 'Nva. Esperanza', 'Los Astilleros': 'Astilleros', 'Mercado Grande': 'Mdo. Grande' };

/** Names as different clerks type them, a few places that are no area, dates that never were, rows entered twice. */
function addFaults(lines: readonly IncidentLine[], year: number, chance: Chance): IncidentLine[] {
  const typed = lines.map((line): IncidentLine => {
    if (chance.happens(0.006)) return { ...line, area: unknownPlaces[chance.whole(0, 1)] ?? '', longitude: null, latitude: null };
    const shortForm = shortForms[line.area];
    if (shortForm && chance.happens(0.03)) return { ...line, area: shortForm };
    if (chance.happens(0.16)) return { ...line, area: line.area.toUpperCase() };
    if (chance.happens(0.08)) return { ...line, area: line.area.normalize('NFD').replace(/\p{M}/gu, '') };
    if (chance.happens(0.01)) return { ...line, area: ` ${line.area} ` };
    return line;
  });
  const pick = () => chance.whole(0, typed.length - 1);
  const spoil = (times: number, how: (line: IncidentLine) => Partial<IncidentLine>) => {
    for (let count = 0; count < times; count += 1) {
      const index = pick();
      const line = typed[index];
      if (line) typed[index] = { ...line, ...how(line) };
    }
  };
  spoil(2, () => ({ date: `${year}-02-30` }));
  spoil(2, () => ({ date: `${year}-11-31` }));
  spoil(2, (line) => ({ date: `${year + 70}${line.date.slice(4)}` }));
  spoil(2, () => ({ time: '25:00' }));
  spoil(2, () => ({ offence: '' }));
  spoil(5, () => ({ longitude: 0, latitude: 0 }));
  spoil(3, (line) => ({ longitude: line.latitude, latitude: line.longitude }));
  for (let count = 0; count < 6; count += 1) {
    const index = pick();
    const line = typed[index];
    if (line) typed.splice(index + 1, 0, { ...line });
  }
  return typed;
}

/** The old export: semicolons, decimal commas, day first. The caller writes it in the Windows encoding. */
export function oldExport(lines: readonly IncidentLine[]): string {
  const comma = (value: number | null) => (value === null ? '' : String(value).replace('.', ','));
  const rows = lines.map((line) => {
    const [year, month, day] = line.date.split('-');
    return [`${day}/${month}/${year}`, line.time, line.offence, line.area, comma(line.latitude), comma(line.longitude)].join(';');
  });
  return ['Fecha;Hora;Delito;Barrio;Latitud;Longitud', ...rows, ''].join('\r\n');
}

/** The new export: commas, ISO dates, UTF-8. */
export function newExport(lines: readonly IncidentLine[]): string {
  const rows = lines.map((line) => [line.date, line.time, line.offence, line.area, line.latitude ?? '', line.longitude ?? ''].join(','));
  return ['fecha_hecho,hora_hecho,delito,barrio,latitud,longitud', ...rows, ''].join('\n');
}
