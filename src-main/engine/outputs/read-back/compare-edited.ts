import type { ReadBackChange, ReadBackProblem, ReadBackProblemCode } from '#shared/domain/read-back.ts';
import { editableSheets, type ReadBackKind } from '../../../exports/workbook/read-back/editable-columns.ts';
import type { EditableRows, PlainCell } from '../../../exports/workbook/read-back/editable-rows.ts';
import type { WorkbookWriter } from '../../../exports/workbook/workbook-writer.ts';
import { readCell, same, sameCell } from './read-cell.ts';
import type { EditedSheet } from './read-edited.ts';

/** What a change does when it is taken. */
export type ReadBackAction =
  | { readonly does: 'patch'; readonly kind: ReadBackKind; readonly id: string; readonly patch: Readonly<Record<string, unknown>> }
  | { readonly does: 'add'; readonly kind: ReadBackKind; readonly patch: Readonly<Record<string, unknown>> }
  | { readonly does: 'remove'; readonly kind: ReadBackKind; readonly id: string };

export interface Compared {
  readonly changes: readonly { readonly change: ReadBackChange; readonly action: ReadBackAction | null }[];
  readonly problems: readonly ReadBackProblem[];
  readonly rows: number;
}

interface Comparison {
  readonly kind: ReadBackKind;
  readonly writer: WorkbookWriter;
  /** What stood in the cells when the workbook was made. */
  readonly base: ReadonlyMap<string, ReadonlyMap<string, PlainCell>>;
  readonly current: EditableRows;
  readonly edited: EditedSheet;
}

/** Rows that can be removed by taking a change: the others have more hanging on them than the workbook shows. */
const removable: ReadonlySet<ReadBackKind> = new Set(['measure', 'observation']);
const titleFields: Readonly<Record<ReadBackKind, string>> = { stakeholder: 'name', observation: '', objective: 'title', measure: 'title' };

/** One sheet: what its cells say against what they said and what the project says now. */
export function compareEdited(comparison: Comparison): Compared {
  const { kind, base, current, edited, writer } = comparison;
  const problems: ReadBackProblem[] = [];
  const changes: { change: ReadBackChange; action: ReadBackAction | null }[] = [];
  const tell = (code: ReadBackProblemCode, row: number | null, column = '', value = '') =>
    problems.push({ code, sheet: current.sheetName, row, column, value });
  const placeOf = (label: string) => edited.columns.findIndex((column) => same(column, label));
  const { columns } = editableSheets[kind];
  const idPlace = placeOf(current.idLabel);
  if (idPlace === -1) {
    tell('column-missing', null, current.idLabel);
    return { changes, problems, rows: 0 };
  }
  const readable = columns.flatMap((column) => {
    const label = current.labels.get(column.field) ?? '';
    const place = placeOf(label);
    if (place === -1) tell('column-missing', null, label);
    return place === -1 ? [] : [{ ...column, label, cellPlace: place }];
  });
  const seen = new Set<string>();
  let rows = 0;
  for (const { row, cells } of edited.rows) {
    const id = String(cells[idPlace] ?? '').trim();
    const cellOf = (place: number): PlainCell => (cells[place] === undefined || cells[place] === '' ? null : (cells[place] ?? null));
    if (id === '') {
      addRow(row, cellOf);
      continue;
    }
    rows += 1;
    if (seen.has(id)) {
      tell('twice', row);
      continue;
    }
    seen.add(id);
    const was = base.get(id);
    if (!was) {
      // A row that the workbook itself wrote and that is not read back (a computed value) is no stranger.
      if (kind !== 'observation') tell('unknown-id', row, current.idLabel, id);
      continue;
    }
    const now = current.rows.get(id);
    if (!now) {
      if (readable.some(({ field, cellPlace }) => was.has(field) && !sameCell(was.get(field) ?? null, cellOf(cellPlace)))) tell('gone', row, '', titleOf(was));
      continue;
    }
    for (const column of readable) {
      if (!was.has(column.field) || !now.has(column.field)) continue;
      const [before, after, present] = [was.get(column.field) ?? null, cellOf(column.cellPlace), now.get(column.field) ?? null];
      if (sameCell(before, after) || sameCell(after, present)) continue;
      const read = readCell(writer, column.field, column.type, after);
      if ('problem' in read) {
        tell(read.problem, row, column.label, read.value);
        continue;
      }
      const isConflict = !sameCell(before, present);
      changes.push({
        change: {
          ...{ key: `${kind} ${id} ${column.field}`, state: isConflict ? 'conflict' : 'changed', object: kind, id, title: titleOf(now) },
          ...{ sheet: current.sheetName, row, column: column.label, before: shown(before, column.type), after: shown(after, column.type) },
          ...{ now: isConflict ? shown(present, column.type) : null, cells: [], canBeTaken: true },
        },
        action: { does: 'patch', kind, id, patch: read.patch },
      });
    }
  }
  for (const [id, was] of base) {
    const now = current.rows.get(id);
    if (seen.has(id) || !now) continue;
    const isTouched = [...was].some(([field, cell]) => !sameCell(cell, now.get(field) ?? null));
    changes.push({
      change: {
        ...{ key: `${kind} ${id} missing`, state: 'missing', object: kind, id, title: titleOf(now), sheet: current.sheetName, row: null, column: '' },
        ...{ before: titleOf(was), after: '', now: isTouched ? titleOf(now) : null, cells: [], canBeTaken: removable.has(kind) },
      },
      action: removable.has(kind) ? { does: 'remove', kind, id } : null,
    });
  }
  return { changes, problems, rows };

  function titleOf(cells: ReadonlyMap<string, PlainCell>): string {
    if (kind !== 'observation') return String(cells.get(titleFields[kind]) ?? '');
    const id = [...current.rows].find(([, own]) => own === cells)?.[0] ?? [...base].find(([, own]) => own === cells)?.[0];
    const observation = writer.data.observations.find((one) => one.id === id);
    return writer.data.indicators.find(({ code }) => code === observation?.indicatorCode)?.name ?? observation?.indicatorCode ?? '';
  }

  /** A row that a person added below the others; the row of totals and empty ones are none. */
  function addRow(row: number, cellOf: (place: number) => PlainCell): void {
    const first = String(cellOf(0) ?? '').trim();
    const filled = readable.filter(({ cellPlace }) => cellOf(cellPlace) !== null);
    const title = String(cellOf(readable.find(({ field }) => field === titleFields[kind])?.cellPlace ?? 0) ?? '').trim();
    if (filled.length === 0 || same(first, writer.t('output.total'))) return;
    const place = placeInPlan(row, cellOf);
    if (place === null) return;
    const patch: Record<string, unknown> = { ...place };
    for (const column of kind !== 'observation' && title === '' ? [] : filled) {
      const read = readCell(writer, column.field, column.type, cellOf(column.cellPlace));
      if ('problem' in read) return void tell(read.problem, row, column.label, read.value);
      Object.assign(patch, read.patch);
    }
    if (kind !== 'observation' && title === '') return void tell('title-empty', row, current.labels.get(titleFields[kind]) ?? '');
    changes.push({
      change: {
        ...{ key: `${kind} row ${row}`, state: 'added', object: kind, id: null, title: title || first, sheet: current.sheetName, row, column: '' },
        ...{ before: '', after: title || first, now: null, canBeTaken: true },
        cells: filled.map(({ label, cellPlace, type }) => ({ column: label, value: shown(cellOf(cellPlace), type) })),
      },
      action: { does: 'add', kind, patch },
    });
  }

  /** What a new row hangs on: the objective of a measure, the indicator and place of a value. Null where it cannot be told. */
  function placeInPlan(row: number, cellOf: (place: number) => PlainCell): Record<string, unknown> | null {
    const { data, t } = writer;
    if (kind === 'measure') {
      const label = t('output.column.objective');
      const text = String(cellOf(placeOf(label)) ?? '').trim();
      const objective = data.objectives.find(({ title }) => same(title, text));
      if (!objective) tell('unknown-objective', row, label, text);
      return objective ? { objectiveId: objective.id } : null;
    }
    if (kind !== 'observation') return {};
    const [codeLabel, areaLabel] = [t('workbook.column.code'), t('output.column.area')];
    const code = String(cellOf(placeOf(codeLabel)) ?? '').trim();
    const name = String(cellOf(placeOf(t('output.column.indicator'))) ?? '').trim();
    const indicator = data.indicators.find((one) => same(one.code, code) || (code === '' && same(one.name, name)));
    if (!indicator) tell('unknown-indicator', row, codeLabel, code || name);
    const areaText = String(cellOf(placeOf(areaLabel)) ?? '').trim();
    const isCity = areaText === '' || same(areaText, t('output.wholeCity'));
    const area = isCity ? null : data.areas.find((one) => same(one.name, areaText));
    if (area === undefined) tell('unknown-area', row, areaLabel, areaText);
    return indicator && area !== undefined ? { indicatorCode: indicator.code, areaId: area?.id ?? null } : null;
  }

  function shown(cell: PlainCell, type: string): string {
    if (cell === null) return '';
    if (typeof cell !== 'number') return cell.trim();
    const { formats } = writer.context;
    if (type === 'share') return formats.percent(cell, Number.isInteger(cell * 100) ? 0 : 1);
    return type === 'year' ? String(cell) : Number.isInteger(cell) ? formats.count(cell) : formats.decimal(cell, 2);
  }
}
