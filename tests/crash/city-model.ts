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
  | { readonly kind: 'remove-dataset'; readonly file: string };

export interface ModelStakeholder {
  readonly note: string;
  /** Ratings as `rater: power/interest`, in order. */
  readonly ratings: readonly string[];
  /** The file it came with. */
  readonly dataset: string | null;
}

/** What a project holds, by the names that people gave: nothing in it depends on ids, keys or the clock. */
export interface CityState {
  mandate: string;
  vision: string;
  stakeholders: Record<string, ModelStakeholder>;
  areas: Record<string, string>;
  findings: Record<string, readonly string[]>;
  /** Title of each option, with the sentence of its finding. */
  priorities: Record<string, string | null>;
  groups: Record<string, number>;
  /** `group > priority` → dots. */
  tallies: Record<string, number>;
  /** File name → rows. */
  datasets: Record<string, number>;
  /** Names of the entries of the change record, oldest first. */
  log: string[];
}

/** What stands in a project of `project.create`. */
export function newCity(): CityState {
  return {
    mandate: '',
    vision: '',
    stakeholders: {},
    areas: {},
    findings: {},
    priorities: {},
    groups: {},
    tallies: {},
    datasets: {},
    log: ['project.create'],
  };
}

const logNames: Record<Deed['kind'], string> = {
  mandate: 'project.updateCity',
  vision: 'policy.update',
  'add-stakeholder': 'stakeholders.add',
  rate: 'stakeholders.rate',
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
};

/** Name and note of one row of an imported register. */
export function importedRow(file: string, row: number): { name: string; note: string; power: number; interest: number } {
  return { name: `${file} body ${row}`, note: `note ${row} of ${file} `.repeat(3).trim(), power: 1 + (row % 5), interest: 1 + (row % 4) };
}

/** Does to the model what the engine is asked to do to the project. */
export function doToModel(city: CityState, deed: Deed): void {
  city.log.push(logNames[deed.kind]);
  switch (deed.kind) {
    case 'mandate':
      city.mandate = deed.text;
      break;
    case 'vision':
      city.vision = deed.text;
      break;
    case 'add-stakeholder':
      city.stakeholders[deed.name] = { note: deed.note, ratings: [], dataset: null };
      break;
    case 'rate': {
      const before = known(city.stakeholders, deed.name);
      city.stakeholders[deed.name] = { ...before, ratings: [...before.ratings, `${deed.rater}: ${deed.power}/${deed.interest}`] };
      break;
    }
    case 'remove-stakeholder':
      delete city.stakeholders[deed.name];
      break;
    case 'add-area':
      city.areas[deed.name] = '';
      break;
    case 'population':
      city.areas[deed.area] = `${deed.value} in ${deed.year}`;
      break;
    case 'add-finding':
      city.findings[deed.sentence] = deed.evidence;
      break;
    case 'remove-finding':
      delete city.findings[deed.sentence];
      for (const [title, finding] of Object.entries(city.priorities)) if (finding === deed.sentence) city.priorities[title] = null;
      break;
    case 'priorities-from-findings':
      for (const sentence of Object.keys(city.findings)) city.priorities[sentence] = sentence;
      break;
    case 'add-group':
      city.groups[deed.name] = deed.people;
      break;
    case 'tally':
      city.tallies[`${deed.group} > ${deed.priority}`] = deed.dots;
      break;
    case 'remove-group':
      delete city.groups[deed.name];
      for (const key of Object.keys(city.tallies)) if (key.startsWith(`${deed.name} > `)) delete city.tallies[key];
      break;
    case 'import':
      city.datasets[deed.file] = deed.rows;
      for (let row = 0; row < deed.rows; row++) {
        const { name, note, power, interest } = importedRow(deed.file, row);
        city.stakeholders[name] = { note, ratings: [`: ${power}/${interest}`], dataset: deed.file };
      }
      break;
    case 'remove-dataset':
      delete city.datasets[deed.file];
      for (const [name, { dataset }] of Object.entries(city.stakeholders)) if (dataset === deed.file) delete city.stakeholders[name];
      break;
  }
}

function known<Value>(things: Record<string, Value>, name: string): Value {
  const found = things[name];
  if (found === undefined) throw new Error(`the model has no ${name}`);
  return found;
}

export function cityAfter(deeds: readonly Deed[]): CityState {
  const city = newCity();
  for (const deed of deeds) doToModel(city, deed);
  return city;
}

/**
 * What two states differ in, in words; null when they are the same.
 */
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
