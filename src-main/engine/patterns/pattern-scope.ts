import type { FactSource, FigureFacts } from '#shared/domain/figure-facts.ts';
import { factInput, figureFacts } from '#shared/domain/figure-facts.ts';
import type { IncidentFilter } from '#shared/domain/incidents.ts';
import { baseLayer, type LayerAreas, readLayers } from '../incidents/base-layer.ts';
import { type IncidentColumns, incidentColumns } from '../incidents/incident-columns.ts';
import { listOffences, type OffenceEntry } from '../incidents/incident-dimensions.ts';
import { filterCondition, rowsWanted } from '../incidents/incident-filter.ts';
import { PopulationBook } from '../incidents/population-book.ts';
import { remembered } from '../incidents/remembered.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { smallestCountOf } from '../releases/smallest-count.ts';

const layers = remembered(['areas'], readLayers);
const populations = remembered(['areas'], (project) => new PopulationBook(project));

export interface ScopeInput {
  readonly filter: IncidentFilter;
  readonly layerId?: string | undefined;
}

/** What a pattern is looked for in: the incidents let through, the areas they are counted by, and where they come from. */
export class PatternScope {
  readonly project: OpenProject;
  readonly filter: IncidentFilter;
  readonly columns: IncidentColumns;
  /** 1 for each incident looked at; null = all. */
  readonly wanted: Uint8Array | null;
  readonly layer: LayerAreas | null;
  readonly offences: readonly OffenceEntry[];
  /** Smallest count that may be shown of what the filter lets through. */
  readonly smallestCount: number;

  constructor(project: OpenProject, { filter, layerId }: ScopeInput) {
    this.project = project;
    this.filter = filter;
    this.columns = incidentColumns(project);
    this.wanted = rowsWanted(this.columns, filterCondition(project, filter));
    this.layer = baseLayer(layers(project), populations(project), layerId);
    this.offences = listOffences(project);
    this.smallestCount = smallestCountOf(project).ofFilter(filter);
  }

  /** Calls back for every incident looked at, with how many it stands for. */
  each(visit: (row: number, count: number) => void): void {
    const { length, count } = this.columns;
    for (let row = 0; row < length; row += 1) if (!this.wanted || this.wanted[row] === 1) visit(row, count ? (count[row] ?? 0) : 1);
  }

  /** Position of each place's area in the layer, −1 where it lies in none; by the place's key. */
  areaOfPlace(): Int32Array {
    const found = new Int32Array(this.columns.sizes.place).fill(-1);
    if (!this.layer) return found;
    const positions = new Map(this.layer.areas.map((area, position) => [area.key, position]));
    const rows = this.project.all(sql.selectFrom('place_area').select(['place_key', 'area_key']).where('layer_key', '=', this.layer.key));
    for (const { place_key, area_key } of rows) found[place_key] = positions.get(area_key) ?? -1;
    return found;
  }

  /** Position of each offence's group among `offenceGroups`, by the offence's key. */
  groupOfOffence(): Int32Array {
    const found = new Int32Array(this.columns.sizes.offence).fill(-1);
    for (const { key, groupPosition } of this.offences) found[key] = groupPosition;
    return found;
  }

  /** The datasets that the incidents looked at come from. */
  sources(): FactSource[] {
    const used = new Set<number>();
    this.each((row) => used.add(this.columns.dataset[row] ?? 0));
    const keys = [...used].flatMap((position) => this.columns.datasetKeys[position] ?? []);
    if (keys.length === 0) return [];
    return this.project
      .all(sql.selectFrom('dataset').select(['title', 'source', 'file_name', 'published_on']).where('key', 'in', keys).orderBy('key'))
      .map((dataset) => ({ name: dataset.source || dataset.title || dataset.file_name, publishedOn: dataset.published_on, grade: null }));
  }

  /** Facts with the sources and the smallest count filled in. */
  facts(facts: Pick<FigureFacts, 'method' | 'version'> & Partial<FigureFacts>): FigureFacts {
    return figureFacts({ sources: this.sources(), ...facts, params: [...(facts.params ?? []), factInput('smallestCount', this.smallestCount)] });
  }
}
