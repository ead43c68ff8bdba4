import { type AreaSketch, areas } from './geography.ts';
import { residentsIn } from './population.ts';
import type { Chance } from './random.ts';

/** How many women and men gave each answer; the same counts stand in indicators.csv, so that the survey and the typed values agree. */
const people = { mujer: 599, hombre: 597 } as const;
type Sex = keyof typeof people;
const ageBands = ['18-29', '30-44', '45-59', '60+'] as const;
const ageWeights = [0.32, 0.29, 0.22, 0.17] as const;

/** Walking alone in the own area after dark: very safe, safe, unsafe, very unsafe, never goes out, does not know. */
const afterDark: Readonly<Record<Sex, readonly (readonly [code: number, count: number])[]>> = {
  mujer: [
    [1, 40],
    [2, 167],
    [3, 190],
    [4, 110],
    [5, 76],
    [9, 16],
  ],
  hombre: [
    [1, 88],
    [2, 246],
    [3, 150],
    [4, 70],
    [5, 30],
    [9, 13],
  ],
};
const yes: Readonly<Record<'avoided' | 'victim' | 'police', Readonly<Record<Sex, number>>>> = {
  avoided: { mujer: 420, hombre: 277 },
  victim: { mujer: 150, hombre: 182 },
  police: { mujer: 186, hombre: 217 },
};
/** Of the 332 victims 91 told an authority. */
const reported: Readonly<Record<Sex, number>> = { mujer: 37, hombre: 54 };

interface Respondent {
  readonly sex: Sex;
  readonly age: string;
  readonly afterDark: number;
  readonly avoided: number;
  readonly victim: number;
  readonly reported: number | null;
  readonly police: number;
  readonly area: AreaSketch;
}

/** `folio,distrito,barrio,sexo,grupo_edad,p1…p5,factor`: the answers of 1,196 people; the weights add up to the residents of each district. */
export function surveyCsv(chance: Chance): string {
  const respondents = shuffled(
    (Object.keys(people) as Sex[]).flatMap((sex) => answersOf(sex, chance)),
    chance,
  );
  const asked = new Map<string, number>();
  for (const { area } of respondents) asked.set(area.district, (asked.get(area.district) ?? 0) + 1);
  const residents = new Map<string, number>();
  for (const area of areas) residents.set(area.district, (residents.get(area.district) ?? 0) + residentsIn(area, 2025));
  const lines = respondents.map((one, place) => {
    const weight = (residents.get(one.area.district) ?? 0) / (asked.get(one.area.district) ?? 1);
    const cells = [place + 1, one.area.district, one.area.name, one.sex === 'mujer' ? 2 : 1, one.age, one.afterDark, one.avoided, one.victim];
    return [...cells, one.reported ?? '', one.police, weight.toFixed(2)].join(',');
  });
  return `folio,distrito,barrio,sexo,grupo_edad,p1,p2,p3,p4,p5,factor\n${lines.join('\n')}\n`;
}

function answersOf(sex: Sex, chance: Chance): Respondent[] {
  const count = people[sex];
  const dark = shuffled(
    afterDark[sex].flatMap(([code, times]) => Array.from({ length: times }, () => code)),
    chance,
  );
  const [avoided, victim, police] = (['avoided', 'victim', 'police'] as const).map((what) => yesAndNo(count, yes[what][sex], chance));
  let left = reported[sex];
  let victims = yes.victim[sex];
  return Array.from({ length: count }, (_, place) => {
    const isVictim = victim?.[place] === 1;
    // Each victim still to come is as likely as any other to be among those who told.
    const hasTold = isVictim && chance.happens(left / victims--);
    if (hasTold) left -= 1;
    const isAfraid = [3, 4, 5].includes(dark[place] ?? 0);
    return {
      sex,
      age: ageBands[chance.weighted(ageWeights)] ?? '18-29',
      ...{ afterDark: dark[place] ?? 9, avoided: avoided?.[place] ?? 2, victim: victim?.[place] ?? 2, police: police?.[place] ?? 2 },
      reported: isVictim ? (hasTold ? 1 : 2) : null,
      area: areas[chance.weighted(areas.map((area) => area.residents * (isAfraid ? 1 + area.hardship : 1)))] ?? (areas[0] as AreaSketch),
    };
  });
}

function yesAndNo(count: number, saidYes: number, chance: Chance): number[] {
  return shuffled(
    Array.from({ length: count }, (_, place) => (place < saidYes ? 1 : 2)),
    chance,
  );
}

/** Fisher and Yates. */
function shuffled<Value>(values: readonly Value[], chance: Chance): Value[] {
  const mixed = [...values];
  for (let place = mixed.length - 1; place > 0; place -= 1) {
    const other = chance.whole(0, place);
    [mixed[place], mixed[other]] = [mixed[other] as Value, mixed[place] as Value];
  }
  return mixed;
}
