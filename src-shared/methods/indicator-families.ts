import { groupBy } from '../domain/group-by.ts';
import { hideInList, isSmall } from './disclosure.ts';

/** One cell of an indicator as it would be printed: of everybody or of a group of people, in the city or in an area. */
export interface FamilyCell {
  readonly key: string;
  /** Indicator, wording and period: within one, figures can be added and subtracted. */
  readonly family: string;
  /** Null = the whole city. */
  readonly areaId: string | null;
  /** Group of people; empty = everybody. */
  readonly breakdown: string;
  /** People the value counts, and those of the same people it does not; null = not known. */
  readonly counted: number | null;
  readonly others: number | null;
  /** The smallest count that may be shown. */
  readonly smallest: number;
  readonly isHidden: boolean;
}

export interface FamilyPlace {
  readonly layerId: string;
  readonly parentId: string | null;
}

const sides = ['counted', 'others'] as const;

/**
 * Keys of cells to hide beside those hidden already, so that no small count is left over when one printed figure is taken from another (methods,
 * section 15): groups of people from everybody, areas from the city or the area around them.
 *
 * Which groups of people together are everybody no label says («women», «18–29», «with a disability»). So where one is hidden, or is all but a few of
 * everybody, all groups of that place go and everybody stays. Areas are known to add up: the fewest, then the smallest go with a hidden one. What is
 * hidden cannot be added up from its parts either: they go with it.
 */
export function hideAlongside(cells: readonly FamilyCell[], places: ReadonlyMap<string, FamilyPlace>): ReadonlySet<string> {
  const hiding = new FamilyHiding(cells, places);
  const families = [...groupBy(cells, ({ family }) => family).values()].filter((family) => family.length > 1);
  for (const family of families) hiding.protect(family);
  return hiding.added;
}

class FamilyHiding {
  readonly #places: ReadonlyMap<string, FamilyPlace>;
  readonly #hidden: Set<string>;
  readonly added = new Set<string>();

  constructor(cells: readonly FamilyCell[], places: ReadonlyMap<string, FamilyPlace>) {
    this.#places = places;
    this.#hidden = new Set(cells.flatMap(({ key, isHidden }) => (isHidden ? key : [])));
  }

  /** More is only ever hidden, so this ends. */
  protect(family: readonly FamilyCell[]): void {
    const byPlace = [...groupBy(family, ({ areaId }) => areaId ?? '').values()];
    const byGroup = [...groupBy(family, ({ breakdown }) => breakdown).values()];
    for (let before = -1; before < this.#hidden.size; ) {
      before = this.#hidden.size;
      for (const cells of byPlace) this.#protectGroups(cells);
      for (const cells of byGroup) this.#protectAreas(cells);
    }
  }

  #hide(cells: readonly FamilyCell[]): void {
    for (const { key } of cells) {
      if (this.#hidden.has(key)) continue;
      this.#hidden.add(key);
      this.added.add(key);
    }
  }

  #protectGroups(cells: readonly FamilyCell[]): void {
    const everybody = cells.find(({ breakdown }) => breakdown === '');
    const groups = cells.filter(({ breakdown }) => breakdown !== '');
    if (!everybody || groups.length === 0) return;
    if ([everybody, ...groups].some(({ key }) => this.#hidden.has(key)) || leavesFew(everybody, groups)) this.#hide(groups);
  }

  #protectAreas(cells: readonly FamilyCell[]): void {
    const areas = cells.filter(({ areaId }) => areaId !== null);
    const city = cells.find(({ areaId }) => areaId === null);
    if (city) for (const layer of groupBy(areas, (cell) => this.#placeOf(cell)?.layerId ?? '').values()) this.#protectParts(city, layer);
    const inside = groupBy(areas, (cell) => this.#placeOf(cell)?.parentId ?? '');
    for (const around of areas) this.#protectParts(around, inside.get(around.areaId ?? '') ?? []);
  }

  #placeOf({ areaId }: FamilyCell): FamilyPlace | undefined {
    return this.#places.get(areaId ?? '');
  }

  #protectParts(whole: FamilyCell, parts: readonly FamilyCell[]): void {
    if (this.#hidden.has(whole.key)) this.#hide(parts);
    else for (const side of sides) this.#protectList(parts, side);
  }

  /** Areas whose sum is printed. A hidden one has to be protected here whatever it was hidden for. */
  #protectList(parts: readonly FamilyCell[], side: (typeof sides)[number]): void {
    const known = parts.flatMap((cell) => (cell[side] === null ? [] : [{ cell, count: cell[side] }]));
    if (!known.some(({ cell }) => this.#hidden.has(cell.key))) return;
    const { hiding, isSafe } = hideInList(
      known.map(({ count }) => count),
      known.map(({ cell }) => cell.smallest),
      known.map(({ cell }) => (this.#hidden.has(cell.key) ? 'released' : null)),
    );
    this.#hide(isSafe ? known.flatMap(({ cell }, place) => (hiding[place] ? cell : [])) : parts);
  }
}

/** Whether a group, or all groups together, are all of the people but a few. The same people asked twice are no group of them. */
function leavesFew(everybody: FamilyCell, groups: readonly FamilyCell[]): boolean {
  const rests = sides.flatMap((side) => {
    const total = everybody[side];
    const counts = groups.flatMap((group) => (group[side] === null || isSamePeople(everybody, group) ? [] : group[side]));
    if (total === null || counts.length === 0) return [];
    return [...counts, counts.reduce((sum, count) => sum + count, 0)].map((count) => total - count);
  });
  return rests.some((rest) => isSmall(rest, everybody.smallest));
}

function isSamePeople(a: FamilyCell, b: FamilyCell): boolean {
  const peopleOf = ({ counted, others }: FamilyCell) => (counted === null || others === null ? null : counted + others);
  return peopleOf(a) !== null && peopleOf(a) === peopleOf(b);
}
