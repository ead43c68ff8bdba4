import { groupBy } from '#shared/domain/group-by.ts';
import type { TraceableKind } from '#shared/domain/trace.ts';
import { type OpenProject, sql } from '../../project/open-project.ts';
import { findEvidence } from '../findings.ts';
import type { RestsOn } from './rests-on.ts';
import { sectionsNaming } from './sections.ts';
import { factsOf, type Step } from './step.ts';

/** The way up: from a source to every sentence that rests on it. */
export class Carries {
  readonly #project: OpenProject;
  readonly #down: RestsOn;

  constructor(project: OpenProject, down: RestsOn) {
    this.#project = project;
    this.#down = down;
  }

  /** What rests on a thing, next to it. */
  of(kind: TraceableKind, id: string): Step[] {
    switch (kind) {
      case 'dataset':
        return this.#ofDataset(id);
      case 'observation':
        return this.#evidenceAt(id);
      case 'indicator':
        return this.#ofIndicator(id);
      case 'evidence':
        return this.#ofEvidence(id);
      case 'finding':
        return this.#ofFinding(id);
      case 'priority':
        return this.#ofPriority(id);
      case 'objective':
        return this.#ofObjective(id);
      case 'measure':
        return this.#sections('measure', id);
    }
  }

  /** The same thing as on the way down, with what rests on it behind it. */
  #up(step: Step, kind: TraceableKind): Step {
    const { id } = step;
    return { ...step, next: id === null ? () => [] : () => this.of(kind, id) };
  }

  #ofDataset(id: string): Step[] {
    const values = groupBy(this.#down.observationsFrom(id), ({ indicatorCode }) => indicatorCode);
    const indicators = [...values].map(
      ([code, own]): Step => ({
        kind: 'indicator',
        id: code,
        title: code,
        facts: factsOf({ values: own.length }),
        next: () =>
          this.#ofIndicator(
            code,
            own.map((one) => one.id),
          ),
      }),
    );
    return [...this.#evidenceAt(id), ...indicators];
  }

  /** Evidence that points at one of its values (of one dataset only, where that is asked), and what of the plan is measured by it. */
  #ofIndicator(code: string, only?: readonly string[]): Step[] {
    const all = sql.selectFrom('observation').select('id').where('indicator_code', '=', code).orderBy('id');
    const ids = only ?? this.#project.all(all).map((row) => row.id);
    const used = this.#usedIds(ids).map((id) => this.#up(this.#down.observation(id), 'observation'));
    const measures = this.#project.all(sql.selectFrom('measure').select('id').where('indicator_code', '=', code).orderBy('id'));
    const objectives = this.#project.all(sql.selectFrom('objective').select('id').where('indicator_code', '=', code).orderBy('id'));
    return [
      ...used,
      ...objectives.map(({ id }) => this.#up(this.#down.objective(id), 'objective')),
      ...measures.map(({ id }) => this.#up(this.#down.measure(id), 'measure')),
    ];
  }

  #usedIds(ids: readonly string[]): string[] {
    const referred = new Set(this.#project.all(sql.selectFrom('evidence').select('ref_id').where('ref_id', 'is not', null)).map((row) => row.ref_id ?? ''));
    return ids.filter((id) => referred.has(id));
  }

  /** Evidence that points at a value or a dataset. */
  #evidenceAt(id: string): Step[] {
    return this.#project
      .all(
        sql
          .selectFrom('evidence')
          .select('id')
          .where((of) => of.or([of('ref_id', '=', id), of('dataset_id', '=', id)]))
          .orderBy('id'),
      )
      .map((row) => this.#up(this.#down.evidence(row.id), 'evidence'));
  }

  #ofEvidence(id: string): Step[] {
    const { findingId } = findEvidence(this.#project, id);
    const scored = this.#project.all(sql.selectFrom('criterion_score').select('priority_id').distinct().where('evidence_id', '=', id).orderBy('priority_id'));
    return [
      ...(findingId === null ? [] : [this.#up(this.#down.finding(findingId), 'finding')]),
      ...scored.map((row) => this.#up(this.#down.priority(row.priority_id), 'priority')),
    ];
  }

  #ofFinding(id: string): Step[] {
    const ids = (table: 'priority' | 'problem_node' | 'factor' | 'outside_factor' | 'risk_meeting') =>
      this.#project.all(sql.selectFrom(table).select('id').where('finding_id', '=', id).orderBy('id')).map((row) => row.id);
    const words = (table: 'problem_node' | 'factor' | 'outside_factor', row: string) =>
      this.#project.first(sql.selectFrom(table).select('text').where('id', '=', row))?.text ?? '';
    const objectives = this.#project.all(sql.selectFrom('objective_finding').select('objective_id').where('finding_id', '=', id).orderBy('objective_id'));
    return [
      ...ids('problem_node').map((node): Step => ({ kind: 'problem-node', id: node, title: words('problem_node', node) })),
      ...ids('factor').map((factor): Step => ({ kind: 'factor', id: factor, title: words('factor', factor) })),
      ...ids('outside_factor').map((factor): Step => ({ kind: 'outside-factor', id: factor, title: words('outside_factor', factor) })),
      ...ids('risk_meeting').map((meeting): Step => ({ kind: 'meeting', id: meeting, title: this.#meetingName(meeting) })),
      ...ids('priority').map((priority) => this.#up(this.#down.priority(priority), 'priority')),
      ...objectives.map((row) => this.#up(this.#down.objective(row.objective_id), 'objective')),
      ...this.#sections('finding', id),
    ];
  }

  #meetingName(id: string): string {
    const row = this.#project.first(
      sql
        .selectFrom('risk_meeting as m')
        .innerJoin('risk as t', 't.id', 'm.threat_id')
        .innerJoin('risk as v', 'v.id', 'm.vulnerability_id')
        .select(['t.title as threat', 'v.title as vulnerability'])
        .where('m.id', '=', id),
    );
    return row ? `${row.threat} × ${row.vulnerability}` : '';
  }

  #ofPriority(id: string): Step[] {
    const objectives = this.#project.all(sql.selectFrom('objective_priority').select('objective_id').where('priority_id', '=', id).orderBy('objective_id'));
    return [...objectives.map((row) => this.#up(this.#down.objective(row.objective_id), 'objective')), ...this.#sections('priority', id)];
  }

  #ofObjective(id: string): Step[] {
    const measures = this.#project.all(sql.selectFrom('measure').select('id').where('objective_id', '=', id).orderBy('id'));
    return [...measures.map((row) => this.#up(this.#down.measure(row.id), 'measure')), ...this.#sections('objective', id)];
  }

  #sections(kind: 'finding' | 'priority' | 'objective' | 'measure', id: string): Step[] {
    const { title, isRestricted } = this.#down[kind](id);
    // An option that was not chosen, and what stays in the city's file, is printed by no block.
    const isChosen = kind !== 'priority' || this.#project.first(sql.selectFrom('priority').select('is_chosen').where('id', '=', id))?.is_chosen === 1;
    return sectionsNaming(this.#project, kind, { id, words: title, isPrinted: isChosen && !isRestricted });
  }
}
