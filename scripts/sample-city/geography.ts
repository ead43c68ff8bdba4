/** The lie of the made-up land, drawn by hand in kilometres (x east, y north of the old customs house). */
export type Point = readonly [x: number, y: number];

/** A stretch of outline: `wild` shores and hills get bends of their own, `built` quays stay straight. */
interface Stretch {
  readonly kind: 'wild' | 'limit' | 'built';
  readonly points: readonly Point[];
}

/** Clockwise from the north-western beach: hills, eastern limit, long beach, shipyards, estuary, port, promenade, cape, western shore. */
export const outline: readonly Stretch[] = [
  {
    kind: 'limit',
    points: [
      [-7.5, 3.3],
      [-6.9, 4.4],
      [-5.6, 5.2],
      [-4.5, 5.3],
      [-3.3, 6.1],
      [-1.9, 6.2],
      [-0.6, 6.7],
      [0.9, 6.4],
      [2.4, 6.6],
      [3.6, 5.8],
      [4.9, 5.4],
      [5.6, 4.4],
      [6.8, 3.8],
      [7.1, 2.5],
      [7.9, 1.7],
      [7.8, 0.2],
      [8.3, -0.9],
      [7.9, -2.3],
    ],
  },
  {
    kind: 'wild',
    points: [
      [7.9, -2.3],
      [6.9, -2.75],
      [5.8, -2.7],
      [4.8, -2.35],
      [4.0, -1.75],
      [3.5, -1.55],
    ],
  },
  {
    kind: 'built',
    points: [
      [3.5, -1.55],
      [3.15, -2.05],
      [2.98, -1.95],
      [3.2, -1.4],
      [2.75, -1.15],
      [2.3, -1.3],
      [2.22, -1.1],
      [2.6, -0.9],
      [2.45, -0.62],
      [1.98, -0.72],
      [1.92, -0.52],
      [2.36, -0.38],
    ],
  },
  {
    kind: 'wild',
    points: [
      [2.36, -0.38],
      [2.1, 0.1],
      [1.8, 0.45],
      [1.72, 0.85],
    ],
  },
  {
    kind: 'wild',
    points: [
      [1.72, 0.85],
      [1.86, 1.3],
      [2.16, 1.75],
      [2.2, 2.25],
      [2.5, 2.75],
      [2.58, 3.25],
    ],
  },
  {
    kind: 'wild',
    points: [
      [2.58, 3.25],
      [2.36, 2.8],
      [1.99, 2.32],
      [1.93, 1.85],
      [1.58, 1.42],
      [1.32, 0.95],
    ],
  },
  {
    kind: 'built',
    points: [
      [1.32, 0.95],
      [1.0, 0.82],
      [1.06, 0.18],
      [0.86, 0.16],
      [0.78, 0.78],
      [0.46, 0.72],
      [0.53, 0.02],
      [0.33, 0],
      [0.24, 0.68],
      [-0.08, 0.62],
      [-0.02, -0.02],
      [-0.22, -0.04],
      [-0.3, 0.56],
      [-0.72, 0.42],
      [-0.95, 0.16],
    ],
  },
  {
    kind: 'wild',
    points: [
      [-0.95, 0.16],
      [-1.3, -0.2],
      [-1.45, -0.75],
      [-1.32, -1.3],
    ],
  },
  {
    kind: 'built',
    points: [
      [-1.32, -1.3],
      [-0.85, -1.5],
      [-0.9, -1.63],
      [-1.42, -1.48],
    ],
  },
  {
    kind: 'wild',
    points: [
      [-1.42, -1.48],
      [-1.55, -2.0],
      [-1.5, -2.55],
      [-1.9, -3.1],
      [-2.05, -3.7],
      [-2.5, -3.95],
      [-2.9, -3.6],
      [-3.0, -3.0],
      [-3.5, -2.5],
      [-3.65, -1.8],
      [-4.3, -1.35],
      [-4.7, -0.75],
      [-5.5, -0.45],
      [-5.9, 0.25],
      [-6.5, 0.75],
      [-6.6, 1.5],
      [-7.2, 2.1],
      [-7.5, 3.3],
    ],
  },
];

/** An islet off the cape and a lagoon behind the beach: one ring outside, one hole. */
export const islet: readonly Point[] = [
  [-1.15, -4.25],
  [-0.75, -4.1],
  [-0.5, -4.35],
  [-0.62, -4.7],
  [-0.95, -4.82],
  [-1.2, -4.6],
];
export const lagoon: readonly Point[] = [
  [6.35, -1.15],
  [6.9, -0.95],
  [7.15, -1.35],
  [6.95, -1.8],
  [6.4, -1.95],
  [5.9, -1.75],
  [5.85, -1.4],
];

/** The Río Manso above its estuary: areas end at it and never cross it. */
export const river: readonly Point[] = [
  [2.58, 3.25],
  [2.75, 3.7],
  [2.5, 4.2],
  [2.7, 4.75],
  [3.05, 5.2],
  [3.0, 5.7],
  [3.35, 6.2],
];

export const districts = ['Bahía', 'Poniente', 'Norte', 'Oriente'] as const;
export type District = (typeof districts)[number];

/** What makes an area what it is, for people and for crime; 1 = like the city on the whole. */
export interface AreaSketch {
  readonly name: string;
  readonly code: string;
  readonly district: District;
  readonly at: Point;
  /** Residents in 2025. */
  readonly residents: number;
  /** Yearly growth of the population. */
  readonly growth: number;
  /** Above 0 younger than the city, below 0 older. */
  readonly youth: number;
  readonly nightlife: number;
  readonly market: number;
  readonly hardship: number;
  readonly traffic: number;
}

type Row = [
  code: string,
  name: string,
  x: number,
  y: number,
  residents: number,
  growth: number,
  youth: number,
  nightlife: number,
  market: number,
  hardship: number,
  traffic: number,
];

const byDistrict: Record<District, Row[]> = {
  Bahía: [
    ['B1', 'Casco Antiguo', -0.55, 1.35, 14200, -0.008, -0.4, 2.2, 1.6, 0.9, 1.3],
    ['B2', 'Puerto Viejo', 0.25, 0.85, 9600, -0.012, -0.1, 3.2, 1.9, 1.5, 1.4],
    ['B3', 'Mercado Grande', 0.95, 1.75, 16800, 0.001, 0, 1.2, 5.5, 1.3, 1.8],
    ['B4', 'El Malecón', -1.7, 0.25, 12300, 0.002, -0.2, 5.2, 1.2, 0.6, 1.4],
    ['B5', 'Cabo Faro', -2.5, -2.6, 7900, 0.003, -0.6, 0.8, 0.3, 0.5, 0.5],
    ['B6', 'Santa Brisa', -2.75, -0.75, 15700, 0.004, -0.3, 0.9, 0.5, 0.6, 0.8],
  ],
  Poniente: [
    ['P1', 'Costa Clara', -5.2, 0.4, 18400, 0.012, -0.2, 0.7, 0.3, 0.5, 0.7],
    ['P2', 'Los Almendros', -3.75, 0.95, 24100, 0.006, 0, 0.6, 0.6, 0.8, 0.9],
    ['P3', 'Mirador del Sur', -5.95, 2.4, 13600, 0.016, 0, 0.4, 0.3, 0.7, 0.6],
    ['P4', 'Las Gaviotas', -2.2, 2.05, 27300, 0.003, 0, 0.7, 0.9, 1, 1],
    ['P5', 'Loma Quieta', -5.2, 4.2, 17500, 0.021, 0.3, 0.4, 0.4, 1.3, 0.6],
  ],
  Norte: [
    ['N1', 'Jardín Alto', -1.2, 3.2, 22600, 0, -0.3, 0.5, 0.5, 0.5, 0.9],
    ['N2', 'Cerro Azul', -3.3, 3.75, 28900, 0.014, 0.3, 0.6, 0.5, 1.4, 0.7],
    ['N3', 'La Cantera', -1.5, 5.1, 25800, 0.027, 0.6, 0.8, 0.4, 2.1, 0.6],
    ['N4', 'La Estación', 0.65, 3.15, 21400, 0.002, 0, 1.5, 1.8, 1.2, 1.6],
    ['N5', 'Ciudad Joven', 0.6, 4.5, 19900, 0.011, 0.4, 1.7, 0.6, 0.8, 0.9],
    ['N6', 'Valle Escondido', 1.5, 5.6, 20700, 0.019, 0.3, 0.4, 0.3, 1.2, 0.6],
  ],
  Oriente: [
    ['O1', 'Ribera Este', 2.85, 1.55, 23500, 0.004, 0, 0.9, 0.9, 1.1, 1.1],
    ['O2', 'Los Astilleros', 3.05, -0.35, 17900, -0.004, 0, 1.3, 0.7, 1.5, 1.2],
    ['O3', 'Playa Larga', 4.75, -1.25, 14900, 0.018, -0.1, 2.4, 0.7, 0.7, 1],
    ['O4', 'Nueva Esperanza', 5.35, 0.75, 33800, 0.034, 0.7, 0.9, 0.6, 2.3, 0.7],
    ['O5', 'El Manglar', 6.9, -0.35, 19200, 0.029, 0.5, 0.5, 0.3, 1.9, 0.5],
    ['O6', 'Zona Franca', 6.2, 2.45, 8700, 0.008, 0.1, 0.5, 0.4, 1, 1.7],
    ['O7', 'Alto Oriente', 4.0, 3.6, 31500, 0.015, 0.3, 0.6, 0.6, 1.4, 0.8],
  ],
};

export const areas: readonly AreaSketch[] = districts.flatMap((district) =>
  byDistrict[district].map(([code, name, x, y, residents, growth, youth, nightlife, market, hardship, traffic]) => ({
    code,
    name,
    district,
    at: [x, y] as const,
    residents,
    growth,
    youth,
    nightlife,
    market,
    hardship,
    traffic,
  })),
);

/** An empty stretch of the South Pacific: no real place lies within a thousand kilometres. */
const origin = { longitude: -112.4, latitude: -14.2 };
const kilometresPerDegree = 111.195;

/** Degrees, rounded to about a metre. */
export function toDegrees([x, y]: Point, digits = 5): [number, number] {
  const scale = 10 ** digits;
  const round = (value: number) => Math.round(value * scale) / scale;
  const shrink = Math.cos((origin.latitude * Math.PI) / 180);
  return [round(origin.longitude + x / (kilometresPerDegree * shrink)), round(origin.latitude + y / kilometresPerDegree)];
}
