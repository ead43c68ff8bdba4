/** One thing a person does, small enough to be written into the list of acknowledgements. All names in a project are different. */
export type Deed =
  | { readonly kind: 'mandate'; readonly text: string }
  | { readonly kind: 'vision'; readonly text: string }
  | { readonly kind: 'add-stakeholder'; readonly name: string; readonly note: string }
  | { readonly kind: 'rate'; readonly name: string; readonly rater: string; readonly power: number; readonly interest: number }
  | { readonly kind: 'remove-stakeholder'; readonly name: string }
  | { readonly kind: 'add-area'; readonly name: string }
  | { readonly kind: 'population'; readonly area: string; readonly value: number; readonly year: number }
  | { readonly kind: 'add-finding'; readonly sentence: string; readonly evidence: readonly string[] }
  | { readonly kind: 'remove-finding'; readonly sentence: string }
  | { readonly kind: 'priorities-from-findings' }
  | { readonly kind: 'add-group'; readonly name: string; readonly people: number }
  | { readonly kind: 'tally'; readonly group: string; readonly priority: string; readonly dots: number }
  | { readonly kind: 'remove-group'; readonly name: string }
  /** A register of stakeholders, each with a first rating. */
  | { readonly kind: 'import'; readonly file: string; readonly rows: number }
  | { readonly kind: 'remove-dataset'; readonly file: string }
  | { readonly kind: 'snapshot'; readonly name: string }
  | { readonly kind: 'restore-snapshot'; readonly name: string }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' };

export interface ModelStakeholder {
  readonly note: string;
  /** Ratings as `rater: power/interest`, in order. */
  readonly ratings: readonly string[];
  /** The file it came with. */
  readonly dataset: string | null;
}

type Named<Value> = Readonly<Record<string, Value>>;

/** What people put into a project, by the names that they gave: nothing in it depends on ids, keys or the clock. Never changed in place. */
export interface CityContent {
  readonly mandate: string;
  readonly vision: string;
  readonly stakeholders: Named<ModelStakeholder>;
  readonly areas: Named<string>;
  readonly findings: Named<readonly string[]>;
  /** Title of each option, with the sentence of its finding. */
  readonly priorities: Named<string | null>;
  readonly groups: Named<number>;
  /** `group > priority` → dots. */
  readonly tallies: Named<number>;
  /** File name → rows. */
  readonly datasets: Named<number>;
  readonly snapshots: Named<string>;
}

export interface CityState extends CityContent {
  /** Names of the entries of the change record, oldest first. */
  readonly log: readonly string[];
}

const emptyContent: CityContent = {
  mandate: '',
  vision: '',
  stakeholders: {},
  areas: {},
  findings: {},
  priorities: {},
  groups: {},
  tallies: {},
  datasets: {},
  snapshots: {},
};

const logNames: Record<Deed['kind'], string> = {
  mandate: 'project.updateCity',
  vision: 'policy.update',
  'add-stakeholder': 'stakeholders.add',
  rate: 'stakeholders.rateAll',
  'remove-stakeholder': 'stakeholders.remove',
  'add-area': 'areas.add',
  population: 'areas.setPopulation',
  'add-finding': 'findings.add',
  'remove-finding': 'findings.remove',
  'priorities-from-findings': 'priorities.addFromFindings',
  'add-group': 'priorities.addGroup',
  tally: 'priorities.setTally',
  'remove-group': 'priorities.removeGroup',
  import: 'imports.stakeholders',
  'remove-dataset': 'imports.removeDataset',
  snapshot: 'history.addSnapshot',
  'restore-snapshot': 'history.restoreProject',
  undo: 'history.undo',
  redo: 'history.redo',
};

/** Name and note of one row of an imported register. */
export function importedRow(file: string, row: number): { name: string; note: string; power: number; interest: number } {
  return { name: `${file} body ${row}`, note: `note ${row} of ${file} `.repeat(3).trim(), power: 1 + (row % 5), interest: 1 + (row % 4) };
}

/** Does to itself what the engine is asked to do to a project. Begins as `project.create` leaves it. */
export class CityModel {
  content = emptyContent;
  readonly log: string[] = ['project.create'];
  /** States that undo would bring back, the nearest last; and redo. */
  readonly #before: CityContent[] = [];
  readonly #after: CityContent[] = [];
  readonly #snapshots = new Map<string, CityContent>();

  get state(): CityState {
    return { ...this.content, log: this.log };
  }

  get canUndo(): boolean {
    return this.#before.length > 0;
  }

  get canRedo(): boolean {
    return this.#after.length > 0;
  }

  /** Snapshots that differ from what is there now. */
  get restorable(): string[] {
    return Object.keys(this.content.snapshots).filter((name) => differenceOf({ ...this.#restored(name), log: [] }, { ...this.content, log: [] }) !== null);
  }

  do(deed: Deed): void {
    this.log.push(logNames[deed.kind]);
    if (deed.kind === 'undo') this.content = this.#step(this.#before, this.#after);
    else if (deed.kind === 'redo') this.content = this.#step(this.#after, this.#before);
    else {
      this.#before.push(this.content);
      this.#after.length = 0;
      this.content = deed.kind === 'restore-snapshot' ? this.#restored(deed.name) : contentAfter(this.content, deed);
      if (deed.kind === 'snapshot') this.#snapshots.set(deed.name, this.content);
    }
  }

  #step(from: CityContent[], to: CityContent[]): CityContent {
    to.push(this.content);
    return from.pop() ?? fail('the model has no such step');
  }

  /** Names of moments stay when the project goes back to one. */
  #restored(snapshot: string): CityContent {
    return { ...(this.#snapshots.get(snapshot) ?? fail(`the model has no snapshot ${snapshot}`)), snapshots: this.content.snapshots };
  }
}

function contentAfter(city: CityContent, deed: Exclude<Deed, { kind: 'undo' | 'redo' | 'restore-snapshot' }>): CityContent {
  switch (deed.kind) {
    case 'mandate':
      return { ...city, mandate: deed.text };
    case 'vision':
      return { ...city, vision: deed.text };
    case 'add-stakeholder':
      return { ...city, stakeholders: { ...city.stakeholders, [deed.name]: { note: deed.note, ratings: [], dataset: null } } };
    case 'rate': {
      const before = city.stakeholders[deed.name] ?? fail(`the model has no ${deed.name}`);
      const ratings = [...before.ratings, `${deed.rater}: ${deed.power}/${deed.interest}`];
      return { ...city, stakeholders: { ...city.stakeholders, [deed.name]: { ...before, ratings } } };
    }
    case 'remove-stakeholder':
      return { ...city, stakeholders: where(city.stakeholders, (name) => name !== deed.name) };
    case 'add-area':
      return { ...city, areas: { ...city.areas, [deed.name]: '' } };
    case 'population':
      return { ...city, areas: { ...city.areas, [deed.area]: `${deed.value} in ${deed.year}` } };
    case 'add-finding':
      return { ...city, findings: { ...city.findings, [deed.sentence]: deed.evidence } };
    case 'remove-finding': {
      const priorities = Object.entries(city.priorities).map(([title, finding]) => [title, finding === deed.sentence ? null : finding] as const);
      return { ...city, findings: where(city.findings, (sentence) => sentence !== deed.sentence), priorities: Object.fromEntries(priorities) };
    }
    case 'priorities-from-findings':
      return { ...city, priorities: { ...city.priorities, ...Object.fromEntries(Object.keys(city.findings).map((sentence) => [sentence, sentence])) } };
    case 'add-group':
      return { ...city, groups: { ...city.groups, [deed.name]: deed.people } };
    case 'tally':
      return { ...city, tallies: { ...city.tallies, [`${deed.group} > ${deed.priority}`]: deed.dots } };
    case 'remove-group':
      return {
        ...city,
        groups: where(city.groups, (name) => name !== deed.name),
        tallies: where(city.tallies, (key) => !key.startsWith(`${deed.name} > `)),
      };
    case 'import': {
      const rows = Array.from({ length: deed.rows }, (_, row): [string, ModelStakeholder] => {
        const { name, note, power, interest } = importedRow(deed.file, row);
        return [name, { note, ratings: [`: ${power}/${interest}`], dataset: deed.file }];
      });
      return { ...city, datasets: { ...city.datasets, [deed.file]: deed.rows }, stakeholders: { ...city.stakeholders, ...Object.fromEntries(rows) } };
    }
    case 'remove-dataset':
      return {
        ...city,
        datasets: where(city.datasets, (file) => file !== deed.file),
        stakeholders: where(city.stakeholders, (_, { dataset }) => dataset !== deed.file),
      };
    case 'snapshot':
      return { ...city, snapshots: { ...city.snapshots, [deed.name]: '' } };
  }
}

function where<Value>(things: Named<Value>, isKept: (name: string, value: Value) => boolean): Named<Value> {
  return Object.fromEntries(Object.entries(things).filter(([name, value]) => isKept(name, value)));
}

function fail(message: string): never {
  throw new Error(message);
}

export function modelAfter(deeds: readonly Deed[]): CityModel {
  const model = new CityModel();
  for (const deed of deeds) model.do(deed);
  return model;
}

/** What two states differ in, in words; null when they are the same. */
export function differenceOf(expected: CityState, found: CityState): string | null {
  const differences: string[] = [];
  for (const part of Object.keys(expected) as (keyof CityState)[]) {
    const [should, is] = [entriesOf(expected[part]), entriesOf(found[part])];
    for (const [name, value] of should) {
      if (is.get(name) !== value) differences.push(`${part} ${name}: should be ${value}, is ${is.get(name) ?? 'missing'}`);
    }
    for (const [name, value] of is) if (!should.has(name)) differences.push(`${part} ${name}: should not be there, is ${value}`);
  }
  if (differences.length === 0) return null;
  const listed = differences.slice(0, 5).map((line) => line.slice(0, 300));
  return [`${differences.length} differences:`, ...listed].join('\n    ');
}

function entriesOf(part: CityState[keyof CityState]): Map<string, string> {
  return new Map(Object.entries(typeof part === 'string' ? { text: part } : part).map(([name, value]) => [name, JSON.stringify(value)]));
}
