import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { type CityShare, type CityShareChange, cityShareSchema, type RepresentationRow, type ShareAttribute } from '#shared/domain/representation.ts';
import { type ChangeWriter, type OpenProject, sql } from '../../project/open-project.ts';

type KnownShare = RepresentationRow['city'];

/** Shares that a person typed; of two that came together from copies the newer one counts. */
export function typedShares(project: OpenProject): Map<string, CityShare> {
  const rows = project.all(sql.selectFrom('city_share').select(['attribute', 'value', 'share', 'source', 'year']).orderBy('id'));
  return new Map(
    rows.flatMap((row) => {
      const share = cityShareSchema.safeParse(row);
      return share.success ? [[keyOf(share.data), share.data] as const] : [];
    }),
  );
}

/** Writes what a person knows of the city; with nothing left to say the row goes. */
export function writeShare(write: ChangeWriter, project: OpenProject, change: CityShareChange): void {
  const before = typedShares(project).get(keyOf(change));
  const { attribute, value, share, source, year } = { share: null, source: '', year: null, ...before, ...given(change) };
  write.run(sql.deleteFrom('city_share').where('attribute', '=', attribute).where('value', '=', value));
  if (share === null && source === '' && year === null) return;
  write.run(sql.insertInto('city_share').values({ id: uuidv7(), attribute, value, share, source, year }));
}

interface Cell {
  readonly area_key: number;
  readonly year: number | null;
  readonly sex: string;
  readonly age_band: string;
  readonly value: number;
  readonly source: string;
}

/** What the population tables of the first set of areas say by sex and age, in their newest year that says it. */
export class PopulationShares {
  readonly #cells: readonly Cell[];

  constructor(project: OpenProject) {
    const layer = project.first(sql.selectFrom('area_layer').select('key').orderBy('position').orderBy('key').limit(1));
    this.#cells = layer
      ? project.all(
          sql
            .selectFrom('population as p')
            .innerJoin('area as a', 'a.key', 'p.area_key')
            .select(['p.area_key', 'p.year', 'p.sex', 'p.age_band', 'p.value', 'p.source'])
            .where('a.layer_key', '=', layer.key)
            .orderBy('p.year', 'desc'),
        )
      : [];
  }

  /** Null where the tables are not split that way: for bands of age, where no bands of theirs fit together to ours. */
  shareOf(attribute: ShareAttribute, value: string): KnownShare | null {
    if (attribute === 'gender') return this.#sexShare(attribute, value);
    return attribute === 'ageBand' ? this.#ageShare(attribute, value) : null;
  }

  #sexShare(attribute: ShareAttribute, value: string): KnownShare | null {
    const sex = { woman: 'female', man: 'male' }[value];
    if (!sex) return null;
    return this.#newest(attribute, value, (cells) => {
      const split = cells.filter((cell) => cell.sex !== 'all');
      const whole = split.some(({ age_band }) => age_band === '') ? split.filter(({ age_band }) => age_band === '') : split;
      const has = (wanted: string) => whole.some((cell) => cell.sex === wanted);
      return has('female') && has('male') ? { part: sumOf(whole.filter((cell) => cell.sex === sex)), whole: sumOf(whole) } : null;
    });
  }

  #ageShare(attribute: ShareAttribute, value: string): KnownShare | null {
    const wanted = bandOf(value);
    if (!wanted) return null;
    return this.#newest(attribute, value, (cells) => {
      const split = cells.filter(({ age_band }) => age_band !== '');
      const whole = split.some(({ sex }) => sex === 'all') ? split.filter(({ sex }) => sex === 'all') : split;
      const inside = new Map(whole.flatMap(({ age_band }) => (isInside(bandOf(age_band), wanted) ? [[age_band, bandOf(age_band)] as const] : [])));
      if (!fillsWholly([...inside.values()], wanted)) return null;
      return { part: sumOf(whole.filter(({ age_band }) => inside.has(age_band))), whole: sumOf(whole) };
    });
  }

  #newest(attribute: ShareAttribute, value: string, split: (cells: readonly Cell[]) => { part: number; whole: number } | null): KnownShare | null {
    for (const year of new Set(this.#cells.map((cell) => cell.year))) {
      const cells = this.#cells.filter((cell) => cell.year === year);
      const found = split(cells);
      if (!found || !(found.whole > 0)) continue;
      const sources = [...new Set(cells.map(({ source }) => source))].filter((source) => source !== '').slice(0, 3);
      return { attribute, value, share: found.part / found.whole, source: sources.join('; ').slice(0, 500), year, origin: 'population' };
    }
    return null;
  }
}

export function keyOf({ attribute, value }: Pick<CityShare, 'attribute' | 'value'>): string {
  return `${attribute} ${value}`;
}

const sumOf = (cells: readonly Cell[]): number => cells.reduce((sum, { value }) => sum + value, 0);

interface Band {
  /** First and last year of age in it; Infinity = open. */
  readonly from: number;
  readonly to: number;
}

/** «18-29», «60+», «60-over», «under-18». */
function bandOf(text: string): Band | null {
  const both = /^(\d+)\D+(\d+)$/.exec(text);
  if (both) return { from: Number(both[1]), to: Number(both[2]) };
  const open = /^(\d+)\s*(?:\+|-over)$/.exec(text);
  if (open) return { from: Number(open[1]), to: Number.POSITIVE_INFINITY };
  const under = /^under-(\d+)$/.exec(text);
  return under ? { from: 0, to: Number(under[1]) - 1 } : null;
}

function isInside(band: Band | null, wanted: Band): band is Band {
  return band !== null && band.from >= wanted.from && band.to <= wanted.to;
}

/** The bands stand side by side from the first to the last year of the wanted one. */
function fillsWholly(bands: readonly (Band | null)[], wanted: Band): boolean {
  let reached = wanted.from;
  for (const band of bands.flatMap((own) => own ?? []).sort((a, b) => a.from - b.from)) {
    if (band.from !== reached) return false;
    reached = band.to + 1;
  }
  return bands.length > 0 && reached === wanted.to + 1;
}
