import Papa from 'papaparse';
import { v7 as uuidv7 } from 'uuid';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { HarmSet, HarmSetInput, PastedWeights } from '#shared/domain/patterns.ts';
import { plainWords } from '#shared/domain/plain-words.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';

const emptySet: HarmSetInput = { name: '', source: '', dated: null, unit: '' };

/** Lists of weights by name; the chosen one is used for every figure of harm. */
export function listHarmSets(project: OpenProject): HarmSet[] {
  const weights = groupBy(project.all(sql.selectFrom('harm_weight').select(['set_id', 'offence_id', 'weight']).orderBy('offence_id')), (row) => row.set_id);
  return project.all(sql.selectFrom('harm_weight_set').selectAll().orderBy('name').orderBy('id')).map(({ is_chosen, ...set }) => ({
    ...set,
    isChosen: is_chosen === 1,
    weights: (weights.get(set.id) ?? []).map(({ offence_id, weight }) => ({ offenceId: offence_id, weight })),
  }));
}

function findHarmSet(project: OpenProject, id: string): HarmSet {
  return listHarmSets(project).find((set) => set.id === id) ?? refuse('object/not-found');
}

/** The first list of a project is chosen at once. */
export function addHarmSet(project: OpenProject, input: Partial<HarmSetInput>): HarmSet {
  const id = uuidv7();
  const values = { ...emptySet, ...given(input) };
  const isFirst = listHarmSets(project).length === 0;
  project.change({ name: 'patterns.addHarmSet', params: { name: values.name }, subjects: ['incidents'] }, (write) => {
    write.run(sql.insertInto('harm_weight_set').values({ id, ...values, is_chosen: isFirst ? 1 : 0 }));
  });
  return findHarmSet(project, id);
}

export function updateHarmSet(project: OpenProject, id: string, patch: Partial<HarmSetInput>): HarmSet {
  const before = findHarmSet(project, id);
  project.change({ name: 'patterns.updateHarmSet', params: { name: before.name }, subjects: ['incidents'] }, (write) => {
    const { name, source, dated, unit } = { ...before, ...given(patch) };
    write.run(sql.updateTable('harm_weight_set').set({ name, source, dated, unit }).where('id', '=', id));
  });
  return findHarmSet(project, id);
}

export function removeHarmSet(project: OpenProject, id: string): void {
  const { name } = findHarmSet(project, id);
  project.change({ name: 'patterns.removeHarmSet', params: { name }, subjects: ['incidents'] }, (write) => {
    write.run(sql.deleteFrom('harm_weight_set').where('id', '=', id));
  });
}

export function chooseHarmSet(project: OpenProject, id: string): void {
  const { name } = findHarmSet(project, id);
  project.change({ name: 'patterns.chooseHarmSet', params: { name }, subjects: ['incidents'] }, (write) => {
    write.run(sql.updateTable('harm_weight_set').set({ is_chosen: 0 }).where('id', '<>', id).where('is_chosen', '=', 1));
    write.run(sql.updateTable('harm_weight_set').set({ is_chosen: 1 }).where('id', '=', id));
  });
}

/** Null takes a weight away; unknown offences are refused and nothing changes. */
export function setHarmWeights(project: OpenProject, id: string, weights: readonly { offenceId: string; weight: number | null }[]): HarmSet {
  const { name, weights: before } = findHarmSet(project, id);
  const byOffence = new Map(weights.map(({ offenceId, weight }) => [offenceId, weight]));
  const known = project.all(
    sql
      .selectFrom('offence')
      .select('id')
      .where('id', 'in', [...byOffence.keys()]),
  );
  if (known.length < byOffence.size) refuse('object/not-found');
  const present = new Set(before.map(({ offenceId }) => offenceId));
  project.change({ name: 'patterns.setHarmWeights', params: { name, count: byOffence.size }, subjects: ['incidents'] }, (write) => {
    for (const [offenceId, weight] of byOffence) {
      const own = sql.updateTable('harm_weight').where('set_id', '=', id).where('offence_id', '=', offenceId);
      if (weight === null) write.run(sql.deleteFrom('harm_weight').where('set_id', '=', id).where('offence_id', '=', offenceId));
      else if (present.has(offenceId)) write.run(own.set({ weight }));
      else write.run(sql.insertInto('harm_weight').values({ id: uuidv7(), set_id: id, offence_id: offenceId, weight }));
    }
  });
  return findHarmSet(project, id);
}

/** Reads «offence, weight» lines and keeps what it understands; a first line without a number is taken for a heading. */
export function pasteHarmWeights(project: OpenProject, id: string, text: string): PastedWeights {
  findHarmSet(project, id);
  const offences = new Map(project.all(sql.selectFrom('offence').select(['id', 'name'])).map((offence) => [plainWords(offence.name), offence.id]));
  const lines = text.split(/\r\n?|\n/);
  const weights = new Map<string, number>();
  const problems: PastedWeights['problems'] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const cells = cellsOf(line);
    const name = (cells[0] ?? '').trim();
    const weight = numberIn(cells.slice(1));
    const offenceId = offences.get(plainWords(name));
    if (weight !== null && offenceId) weights.set(offenceId, weight);
    else if (index > 0 || weight !== null || offenceId)
      problems.push({ line: index + 1, text: cells.join(' · ').slice(0, 200), reason: weight === null ? 'no-number' : 'unknown-offence' });
  }
  if (weights.size > 0) {
    setHarmWeights(
      project,
      id,
      [...weights].map(([offenceId, weight]) => ({ offenceId, weight })),
    );
  }
  return { taken: weights.size, problems };
}

/** Lines typed by hand may each set off the weight in their own way; a comma separates only where nothing else does. */
function cellsOf(line: string): string[] {
  const delimiter = ['\t', ';'].find((mark) => line.includes(mark)) ?? ',';
  return Papa.parse<string[]>(line, { delimiter }).data[0] ?? [];
}

/** The last cell that is an amount: «1,234.5», «1.234,5» and «1234» alike. */
function numberIn(cells: readonly string[]): number | null {
  for (const cell of cells.toReversed()) {
    const plain = cell.replace(/[\s\u00a0']/g, '');
    if (!/^\d[\d.,]*$/.test(plain)) continue;
    const decimalMark = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    const marks = plain.replace(/\d/g, '');
    // One mark before three digits groups thousands; any other last mark sets off decimals.
    const isGrouping = decimalMark !== -1 && plain.length - decimalMark === 4 && new Set(marks).size === 1;
    const whole = isGrouping || decimalMark === -1 ? plain : plain.slice(0, decimalMark);
    const value = Number(whole.replace(/[.,]/g, '') + (isGrouping || decimalMark === -1 ? '' : `.${plain.slice(decimalMark + 1)}`));
    if (Number.isFinite(value)) return value;
  }
  return null;
}
