import type { Chance } from '../../scripts/sample-city/random.ts';
import type { CityContent, CityModel, Deed } from './city-model.ts';

export interface DeedOptions {
  /** Rows of an import, at least and at most. */
  readonly rows: readonly [number, number];
  /** Between 0 and 1: how many of the deeds are imports and removals of whole datasets. */
  readonly largeShare: number;
}

export interface Deeds {
  next(model: CityModel): Deed;
  large(model: CityModel): Deed;
}

/** Never the same name twice in one project, however often it was closed and killed. */
export function createDeeds(chance: Chance, options: DeedOptions): Deeds {
  let count = 0;
  const oneOf = (names: readonly string[]): string | undefined => names[chance.whole(0, names.length - 1)];

  const large = (model: CityModel): Deed => {
    const city = model.content;
    const imported = Object.keys(city.datasets);
    const file = oneOf(imported);
    if (file && (imported.length >= 2 || chance.happens(0.5))) return { kind: 'remove-dataset', file };
    return { kind: 'import', file: `register-${++count}.csv`, rows: chance.whole(...options.rows) };
  };

  const small = (model: CityModel): Deed => {
    const city = model.content;
    const number = ++count;
    const typed = Object.keys(city.stakeholders).filter((name) => city.stakeholders[name]?.dataset === null);
    const choices: (() => Deed | null)[] = [
      () => ({ kind: 'mandate', text: `Mandate ${number} `.repeat(chance.whole(1, 200)).trim() }),
      () => ({ kind: 'vision', text: `Vision ${number}` }),
      () => ({ kind: 'add-stakeholder', name: `Body ${number}`, note: 'n'.repeat(chance.whole(0, 12_000)) }),
      () => ({ kind: 'add-stakeholder', name: `Body ${number}`, note: '' }),
      () => rating(oneOf(typed), number),
      () => withName(typed.length > 8 ? oneOf(typed) : undefined, (name) => ({ kind: 'remove-stakeholder', name })),
      () => ({ kind: 'add-area', name: `Area ${number}` }),
      () => withName(oneOf(Object.keys(city.areas)), (area) => ({ kind: 'population', area, value: 1000 + number, year: chance.whole(2000, 2025) })),
      () => ({
        kind: 'add-finding',
        sentence: `Finding ${number}`,
        evidence: Array.from({ length: chance.whole(0, 60) }, (_, i) => `Evidence ${number}.${i}`),
      }),
      () => withName(oneOf(Object.keys(city.findings)), (sentence) => ({ kind: 'remove-finding', sentence })),
      () => (Object.keys(city.findings).some((sentence) => !(sentence in city.priorities)) ? { kind: 'priorities-from-findings' } : null),
      () => ({ kind: 'add-group', name: `Group ${number}`, people: chance.whole(0, 40) }),
      () => tally(city, oneOf(Object.keys(city.groups)), oneOf(Object.keys(city.priorities))),
      () => tally(city, oneOf(Object.keys(city.groups)), oneOf(Object.keys(city.priorities))),
      () => withName(oneOf(Object.keys(city.groups)), (name) => ({ kind: 'remove-group', name })),
      () => ({ kind: 'snapshot', name: `Snapshot ${number}` }),
      () => (chance.happens(0.3) ? withName(oneOf(model.restorable), (name) => ({ kind: 'restore-snapshot', name })) : null),
      () => (model.canUndo ? { kind: 'undo' } : null),
      () => (model.canUndo ? { kind: 'undo' } : null),
      () => (model.canRedo ? { kind: 'redo' } : null),
      () => (model.canRedo ? { kind: 'redo' } : null),
    ];
    for (;;) {
      const deed = choices[chance.whole(0, choices.length - 1)]?.();
      if (deed) return deed;
    }
  };
  const rating = (name: string | undefined, number: number) =>
    withName(name, (known): Deed => ({ kind: 'rate', name: known, rater: `Table ${number}`, power: chance.whole(1, 5), interest: chance.whole(1, 5) }));
  // A change that changes nothing leaves no entry in the record, so each brings something new.
  const tally = (city: CityContent, group: string | undefined, priority: string | undefined): Deed | null => {
    if (!group || !priority) return null;
    const before = city.tallies[`${group} > ${priority}`] ?? -1;
    return { kind: 'tally', group, priority, dots: before + chance.whole(1, 9) };
  };

  return { large, next: (model) => (chance.happens(options.largeShare) ? large(model) : small(model)) };
}

function withName(name: string | undefined, make: (name: string) => Deed): Deed | null {
  return name === undefined ? null : make(name);
}
