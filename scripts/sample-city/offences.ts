import type { AreaSketch } from './geography.ts';

/** How an offence spreads over the city, the years, the week and the day. */
export interface OffencePattern {
  readonly name: string;
  /** Expected in the whole city in 2023. */
  readonly perYear: number;
  /** Change from one year to the next. */
  readonly trend: number;
  /** How often per resident, against the city on the whole. */
  readonly weight: (area: AreaSketch) => number;
  /** Monday to Sunday; the small hours count to the evening before, so that a Friday night ends on Saturday. */
  readonly week: readonly number[];
  /** Hours of the day with many (`peaks`: hour, width in hours, height) over an even floor of 1. */
  readonly peaks: readonly (readonly [hour: number, width: number, height: number])[];
  /** Share more in the summer holidays (December to February), less in winter. */
  readonly summer: number;
  /** Share of rows without an hour. */
  readonly hourless: number;
}

const even = [1, 1, 1, 1, 1, 1, 1] as const;
const workdays = [1.15, 1.15, 1.15, 1.15, 1.2, 0.9, 0.5] as const;
const weekendNights = [0.45, 0.45, 0.5, 0.75, 2, 2.4, 0.7] as const;
const homeDays = [0.85, 0.8, 0.8, 0.85, 1.05, 1.35, 1.5] as const;
const night = [
  [23, 2.2, 7],
  [1.5, 2.2, 9],
] as const;
const evening = [
  [20.5, 2.2, 7],
  [14, 3, 1.5],
] as const;
const market = [
  [11, 2.2, 8],
  [17.5, 1.8, 5],
] as const;
const office = [
  [11, 2.5, 5],
  [16.5, 2, 3],
] as const;

export const offencePatterns: readonly OffencePattern[] = [
  {
    name: 'Robo a transeúnte',
    perYear: 560,
    trend: -0.07,
    weight: (a) => 0.3 + 0.45 * a.nightlife + 0.35 * a.market + 0.3 * a.hardship,
    week: [0.95, 0.95, 1, 1, 1.15, 1.1, 0.85],
    peaks: evening,
    summer: 0.15,
    hourless: 0.02,
  },
  {
    name: 'Hurto en mercado o tienda',
    perYear: 520,
    trend: 0.07,
    weight: (a) => 0.08 + a.market ** 1.5,
    week: [0.9, 0.95, 1, 1, 1.15, 1.5, 0.5],
    peaks: market,
    summer: 0.1,
    hourless: 0.02,
  },
  {
    name: 'Robo de vehículo',
    perYear: 250,
    trend: -0.1,
    weight: (a) => 0.5 + 0.6 * a.traffic,
    week: even,
    peaks: [
      [20, 3, 3],
      [5, 2, 2],
    ],
    summer: 0,
    hourless: 0.04,
  },
  {
    name: 'Robo a casa habitación',
    perYear: 290,
    trend: -0.03,
    weight: (a) => 1.3 - 0.25 * Math.min(a.market, 3) + 0.2 * a.growth * 30,
    week: workdays,
    peaks: [
      [10, 2.5, 3],
      [15, 2.5, 2.5],
    ],
    summer: 0.35,
    hourless: 0.12,
  },
  {
    name: 'Robo a negocio',
    perYear: 220,
    trend: 0.06,
    weight: (a) => 0.15 + 0.9 * a.market + 0.2 * a.nightlife,
    week: [1, 1, 1, 1, 1.1, 1.1, 0.7],
    peaks: [
      [20, 2, 4],
      [3, 2, 2],
    ],
    summer: 0,
    hourless: 0.04,
  },
  {
    name: 'Violencia familiar',
    perYear: 560,
    trend: 0.12,
    weight: (a) => 0.45 + 0.6 * a.hardship,
    week: homeDays,
    peaks: [
      [21.5, 2.8, 5],
      [1, 2, 2],
    ],
    summer: 0.1,
    hourless: 0.05,
  },
  {
    name: 'Lesiones dolosas',
    perYear: 410,
    trend: -0.02,
    weight: (a) => 0.25 + 0.75 * a.nightlife + 0.35 * a.hardship,
    week: weekendNights,
    peaks: night,
    summer: 0.25,
    hourless: 0.03,
  },
  { name: 'Amenazas', perYear: 250, trend: 0.04, weight: (a) => 0.5 + 0.5 * a.hardship, week: even, peaks: [[19, 4, 2]], summer: 0, hourless: 0.06 },
  {
    name: 'Daño en propiedad ajena',
    perYear: 220,
    trend: 0,
    weight: (a) => 0.5 + 0.3 * a.nightlife + 0.3 * a.traffic,
    week: weekendNights,
    peaks: [[23, 3, 3]],
    summer: 0.1,
    hourless: 0.08,
  },
  { name: 'Fraude', perYear: 210, trend: 0.19, weight: (a) => 1 + 0.15 * a.market, week: workdays, peaks: office, summer: 0, hourless: 0.15 },
  { name: 'Extorsión', perYear: 95, trend: 0.12, weight: (a) => 0.3 + 0.8 * a.market, week: workdays, peaks: office, summer: 0, hourless: 0.1 },
  {
    name: 'Acoso sexual',
    perYear: 95,
    trend: 0.1,
    weight: (a) => 0.4 + 0.3 * a.nightlife + 0.3 * a.market,
    week: even,
    peaks: [
      [7.5, 1.5, 4],
      [18.5, 2, 5],
    ],
    summer: 0.1,
    hourless: 0.05,
  },
  {
    name: 'Abuso sexual',
    perYear: 70,
    trend: 0.04,
    weight: (a) => 0.5 + 0.3 * a.nightlife + 0.3 * a.hardship,
    week: homeDays,
    peaks: night,
    summer: 0.1,
    hourless: 0.1,
  },
  {
    name: 'Violación',
    perYear: 28,
    trend: 0.02,
    weight: (a) => 0.5 + 0.25 * a.nightlife + 0.35 * a.hardship,
    week: homeDays,
    peaks: night,
    summer: 0,
    hourless: 0.1,
  },
  {
    name: 'Homicidio doloso',
    perYear: 27,
    trend: -0.08,
    weight: (a) => 0.1 + 0.7 * a.hardship ** 1.6 + 0.15 * a.nightlife,
    week: weekendNights,
    peaks: night,
    summer: 0.1,
    hourless: 0.02,
  },
  {
    name: 'Narcomenudeo',
    perYear: 150,
    trend: 0.05,
    weight: (a) => 0.2 + 0.5 * a.nightlife + 0.5 * a.hardship,
    week: weekendNights,
    peaks: [
      [18, 3, 3],
      [23, 2, 3],
    ],
    summer: 0.1,
    hourless: 0.02,
  },
  {
    name: 'Accidente de tránsito con lesionados',
    perYear: 330,
    trend: -0.05,
    weight: (a) => 0.2 + a.traffic,
    week: [0.95, 0.95, 0.95, 1, 1.2, 1.15, 0.95],
    peaks: [
      [7.5, 1.3, 4],
      [18, 2, 4],
      [1, 2, 1.5],
    ],
    summer: 0.1,
    hourless: 0.01,
  },
];

/** How likely each hour of the day is, 0 to 23. */
export function hourWeights(pattern: OffencePattern): number[] {
  return Array.from({ length: 24 }, (_, hour) =>
    pattern.peaks.reduce((sum, [centre, width, height]) => {
      const apart = Math.min(Math.abs(hour + 0.5 - centre), 24 - Math.abs(hour + 0.5 - centre));
      return sum + height * Math.exp(-((apart / width) ** 2));
    }, 0.6),
  );
}
