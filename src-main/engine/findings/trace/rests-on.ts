import type { Dataset } from '#shared/domain/datasets.ts';
import type { EvidenceItem } from '#shared/domain/findings.ts';
import type { Observation } from '#shared/domain/indicators.ts';
import { listDatasets } from '../../imports/datasets.ts';
import { listObservations } from '../../indicators/observations.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { refuse } from '../../refuse.ts';
import { findEvidence, findFinding } from '../findings.ts';
import { listRisks } from '../risks.ts';
import { factsOf, type Step } from './step.ts';

/** A computed value names its sources in one line; shorter names stand in it by chance. */
const shortestSource = 8;

/** The way down: from a claim to what stands behind it, step by step. Reads each list of the project once. */
export class RestsOn {
  readonly #project: OpenProject;
  readonly #datasets: readonly Dataset[];
  readonly #observations: readonly Observation[];
  readonly #observationOf: ReadonlyMap<string, Observation>;
  readonly #areaNames: ReadonlyMap<string, string>;
  readonly #datasetKeys: ReadonlyMap<number, string>;
  readonly #datasetOfObservation: ReadonlyMap<string, number>;

  constructor(project: OpenProject) {
    this.#project = project;
    this.#datasets = listDatasets(project);
    this.#observations = listObservations(project);
    this.#observationOf = new Map(this.#observations.map((one) => [one.id, one]));
    this.#areaNames = new Map(project.all(sql.selectFrom('area').select(['id', 'name'])).map(({ id, name }) => [id, name]));
    this.#datasetKeys = new Map(project.all(sql.selectFrom('dataset').select(['id', 'key'])).map(({ id, key }) => [key, id]));
    this.#datasetOfObservation = new Map(
      project
        .all(sql.selectFrom('observation').select(['id', 'dataset_key']).where('dataset_key', 'is not', null))
        .flatMap(({ id, dataset_key }) => (dataset_key === null ? [] : [[id, dataset_key] as const])),
    );
  }

  finding(id: string): Step {
    const finding = findFinding(this.#project, id);
    const evidence = finding.evidence.toSorted((a, b) => Number(a.stance === 'against') - Number(b.stance === 'against'));
    const next = () => [
      ...evidence.map((item) => this.evidenceItem(item)),
      ...finding.validations.map(
        (validation): Step => ({
          kind: 'validation',
          id: validation.id,
          title: this.#placeOf(validation.sessionId, validation.workshopId),
          facts: factsOf({
            agreeing: validation.agreeing,
            people: validation.people,
            group: this.#nameIn('voting_group', validation.groupId),
            day: validation.validatedOn,
          }),
        }),
      ),
    ];
    return { kind: 'finding', id, title: finding.sentence, support: finding.support, isRestricted: finding.isRestricted, next };
  }

  evidence(id: string): Step {
    return this.evidenceItem(findEvidence(this.#project, id).item);
  }

  evidenceItem(item: EvidenceItem): Step {
    const { id, text, source, stance, isRestricted, shown, refId, datasetId } = item;
    const next = () => {
      const pointedAt = refId === null ? [] : this.#pointedAt(refId);
      const named = datasetId === null || datasetId === refId ? [] : this.#datasetById(datasetId);
      const method: Step[] = shown?.facts
        ? [
            {
              kind: 'method',
              id: null,
              title: shown.facts.method,
              facts: factsOf({ version: shown.facts.version, cases: shown.facts.n, keptAt: shown.keptAt }),
            },
          ]
        : [];
      return [...pointedAt, ...named, ...method];
    };
    return { kind: 'evidence', id, title: text, facts: factsOf({ source }), stance, isRestricted, next };
  }

  observation(id: string): Step {
    const found = this.#observationOf.get(id);
    return found ? this.#observationStep(found) : refuse('object/not-found');
  }

  /** An indicator rests on its values. */
  indicator(code: string): Step {
    const values = this.#observations.filter(({ indicatorCode, value }) => indicatorCode === code && value !== null);
    return {
      kind: 'indicator',
      id: code,
      title: code,
      facts: factsOf({ values: values.length }),
      next: () => values.map((value) => this.#observationStep(value)),
    };
  }

  dataset(id: string): Step {
    return this.#datasetById(id)[0] ?? refuse('object/not-found');
  }

  priority(id: string): Step {
    const row = this.#project.found(sql.selectFrom('priority').selectAll().where('id', '=', id));
    const next = () => {
      const scores = this.#project.all(
        sql
          .selectFrom('criterion_score as s')
          .innerJoin('criterion as c', 'c.id', 's.criterion_id')
          .innerJoin('evidence as e', 'e.id', 's.evidence_id')
          .select(['s.id', 's.value', 's.source', 'c.name', 'c.code', 'e.id as evidenceId'])
          .where('s.priority_id', '=', id)
          .orderBy('c.position')
          .orderBy('s.id'),
      );
      return [
        ...(row.finding_id === null ? [] : [this.finding(row.finding_id)]),
        ...scores.map(
          (score): Step => ({
            kind: 'score',
            id: null,
            title: score.name || score.code,
            facts: factsOf({ value: score.value, source: score.source }),
            next: () => [this.evidence(score.evidenceId)],
          }),
        ),
      ];
    };
    return { kind: 'priority', id, title: row.title, next };
  }

  objective(id: string): Step {
    const { title, indicator_code } = this.#project.found(sql.selectFrom('objective').select(['title', 'indicator_code']).where('id', '=', id));
    const next = () => [
      ...this.#project
        .all(sql.selectFrom('objective_finding').select('finding_id').where('objective_id', '=', id).orderBy('finding_id'))
        .map((row) => this.finding(row.finding_id)),
      ...this.#project
        .all(sql.selectFrom('objective_priority').select('priority_id').where('objective_id', '=', id).orderBy('priority_id'))
        .map((row) => this.priority(row.priority_id)),
      ...this.#measuredBy(indicator_code),
    ];
    return { kind: 'objective', id, title, next };
  }

  measure(id: string): Step {
    const row = this.#project.found(sql.selectFrom('measure').select(['title', 'objective_id', 'indicator_code']).where('id', '=', id));
    const next = () => [
      this.objective(row.objective_id),
      ...this.#measuredBy(row.indicator_code),
      ...this.#project
        .all(
          sql
            .selectFrom('measure_practice as m')
            .leftJoin('practice as p', 'p.id', 'm.practice_id')
            .select(['m.practice_id', 'p.title', 'p.source'])
            .where('m.measure_id', '=', id)
            .orderBy('m.practice_id'),
        )
        .map((practice): Step => ({ kind: 'practice', id: practice.practice_id, title: practice.title ?? '', facts: factsOf({ source: practice.source }) })),
    ];
    return { kind: 'measure', id, title: row.title, next };
  }

  /** Values that came with a dataset or were computed from it. */
  observationsFrom(datasetId: string): Observation[] {
    return this.#observations.filter((one) => {
      const key = this.#datasetOfObservation.get(one.id);
      if (key !== undefined) return this.#datasetKeys.get(key) === datasetId;
      return this.#datasetsNamed(one.computation?.sources.map(({ name }) => name) ?? []).some(({ id }) => id === datasetId);
    });
  }

  #observationStep(one: Observation): Step {
    const area = one.areaId === null ? null : this.#areaNames.get(one.areaId);
    const facts = factsOf({
      ...{ value: one.value, year: one.year, area, breakdown: one.breakdown, quality: one.quality },
      ...{ source: one.source, holder: one.holder, publishedOn: one.publishedOn, version: one.definitionVersion },
    });
    const next = () => {
      const key = this.#datasetOfObservation.get(one.id);
      const datasetId = key === undefined ? undefined : this.#datasetKeys.get(key);
      const method = one.computation
        ? [{ kind: 'method' as const, id: null, title: one.computation.method, facts: factsOf({ version: one.computation.version, cases: one.computation.n }) }]
        : [{ kind: 'method' as const, id: null, title: datasetId === undefined ? 'typed' : 'imported' }];
      const imported = datasetId === undefined ? [] : this.#datasetById(datasetId);
      return [...imported, ...this.#datasetsNamed(one.computation?.sources.map(({ name }) => name) ?? []), ...method];
    };
    return { kind: 'observation', id: one.id, title: one.indicatorCode, facts, next };
  }

  /** What a piece of evidence points at: a value, a risk or a dataset; nothing where that is gone. */
  #pointedAt(refId: string): Step[] {
    const observation = this.#observationOf.get(refId);
    if (observation) return [this.#observationStep(observation)];
    const risk = listRisks(this.#project).find(({ id }) => id === refId);
    if (risk) return [{ kind: 'risk', id: risk.id, title: risk.title, facts: factsOf({ source: risk.source }), isRestricted: risk.isRestricted }];
    return this.#datasetById(refId);
  }

  /** Datasets that a computed value names as its sources. */
  #datasetsNamed(names: readonly string[]): Step[] {
    return this.#datasets
      .filter(({ title, fileName, source }) =>
        [title, fileName, source].some((name) => name.length >= shortestSource && names.some((given) => given.includes(name))),
      )
      .map((one) => datasetStep(one));
  }

  #datasetById(id: string): Step[] {
    const dataset = this.#datasets.find((candidate) => candidate.id === id);
    return dataset ? [datasetStep(dataset)] : [];
  }

  #measuredBy(code: string | null): Step[] {
    return code === null || code === '' ? [] : [this.indicator(code)];
  }

  #placeOf(sessionId: string | null, workshopId: string | null): string {
    return [this.#nameIn('workshop', workshopId), this.#nameIn('session', sessionId)].filter(Boolean).join(' – ');
  }

  #nameIn(table: 'workshop' | 'session' | 'voting_group', id: string | null): string {
    if (id === null) return '';
    if (table === 'voting_group') return this.#project.first(sql.selectFrom('voting_group').select('name').where('id', '=', id))?.name ?? '';
    return this.#project.first(sql.selectFrom(table).select('title').where('id', '=', id))?.title ?? '';
  }
}

/** A dataset, its file and how the file was read. */
function datasetStep(dataset: Dataset): Step {
  const { id, title, fileName, source, licence, publishedOn, firstYear, lastYear, firstDay, lastDay, rows, imported, importedAt, sha256, recipe } = dataset;
  const period = firstDay && lastDay ? `${firstDay}/${lastDay}` : [...new Set([firstYear, lastYear])].filter((year) => year !== null).join('–');
  const columns = Object.values(recipe.columns).filter(Boolean).length;
  return {
    kind: 'dataset',
    id,
    title: title || fileName,
    facts: factsOf({ source, licence, publishedOn, period, rows: imported }),
    next: () => [
      { kind: 'file', id: null, title: fileName, facts: factsOf({ rows, importedAt, sha256 }) },
      { kind: 'recipe', id, title: '', facts: factsOf({ format: recipe.format, columns: columns === 0 ? null : columns }) },
    ],
  };
}
