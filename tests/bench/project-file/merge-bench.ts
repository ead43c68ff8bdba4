import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OpenProject } from '#main/engine/project/open-project.ts';
import { median, node, report, runProcess } from '../measure.ts';
import { startEngine } from './engine-at-hand.ts';
import { type Field, keptProject, openHastily } from './made-project.ts';
import { type MadeUp, madeUp } from './made-up.ts';
import type { MergeTimes } from './merge-once.ts';

const copies = 6;
const limits = { seconds: 3, megabytes: 500 };

/**
 * Six break-out groups work apart on copies of one project, 2,000 changes each in 20,000 objects: some of them in the same fields, some remove what
 * others change. Preview, bringing together, its undo and the list of questions, in a process each.
 */
export async function benchMerging(folder: string, options: { isSmoke: boolean; runs: number }): Promise<void> {
  const [objects, changes] = options.isSmoke ? [1_000, 50] : [20_000, 2_000];
  const lead = join(folder, 'lead.citysafety');
  const files = await changedCopies(lead, folder, { objects, changes });
  const times: MergeTimes[] = [];
  const peaks: number[] = [];
  for (let run = 0; run < options.runs; run += 1) {
    const target = join(folder, 'target.citysafety');
    copyFileSync(lead, target);
    const { out, peakMegabytes } = await runProcess(node, [
      fileURLToPath(new URL('merge-once.ts', import.meta.url)),
      join(folder, 'merging'),
      target,
      ...files,
    ]);
    times.push(JSON.parse(out) as MergeTimes);
    peaks.push(peakMegabytes ?? Number.NaN);
    rmSync(target, { force: true });
  }
  for (const file of [lead, ...files]) rmSync(file, { force: true });
  const of = (name: keyof MergeTimes) => median(times.map((time) => time[name]));
  const numbers = [objects, copies, changes].map((value) => value.toLocaleString('en'));
  report(`Bringing together: ${numbers[0]} objects, ${numbers[1]} copies with ${numbers[2]} changes each (median of ${options.runs}, a process each)`, [
    { what: 'preview', value: of('preview') / 1000, unit: 's', aim: limits.seconds },
    { what: 'bringing together', value: of('merge') / 1000, unit: 's', aim: limits.seconds },
    { what: 'undo of it', value: of('undo') / 1000, unit: 's', aim: limits.seconds },
    { what: 'redo of it', value: of('redo') / 1000, unit: 's', aim: limits.seconds },
    { what: 'list of questions that it leaves', value: of('reviews') / 1000, unit: 's' },
    { what: 'questions', value: of('questions'), unit: '' },
    { what: 'peak memory of the whole process', value: Math.max(...peaks), unit: 'MB', aim: limits.megabytes },
  ]);
}

/** A project of so many objects at `lead`, and six copies of it with so many changes each. */
export async function changedCopies(lead: string, folder: string, { objects, changes }: { objects: number; changes: number }): Promise<string[]> {
  copyFileSync(await keptProject({ areas: 0, corners: 0, incidents: 0, datasets: 1, objects, changes: 0 }), lead);
  const files = await handOut(lead, folder);
  for (const [index, file] of files.entries()) workApart(file, changes, madeUp(100 + index));
  return files;
}

async function handOut(lead: string, folder: string): Promise<string[]> {
  const into = join(folder, 'groups');
  mkdirSync(into, { recursive: true });
  const engine = startEngine(join(folder, 'lead'), { isHasty: true });
  await engine.open(lead);
  const { file } = await engine.client.files.folderFromPath({ path: into });
  const names = Array.from({ length: copies }, (_, index) => `Group ${index + 1}`);
  const handed = await engine.client.merging.handOut({ folder: file, names });
  engine.close();
  return handed.map(({ path }) => path);
}

/** Nine of ten changes give a field another text, one removes a finding, an item of evidence, a stakeholder, a value or a measure. */
function workApart(path: string, changes: number, random: MadeUp): void {
  const { open: project } = openHastily(path);
  const fields = fieldsOf(project);
  for (let i = 0; i < changes; i += 1) {
    const field = fields[random.number(fields.length)];
    if (!field) continue;
    project.change({ name: `${field.table}s.update`, params: { name: 'A change', fields: field.column }, subjects: ['findings'] }, ({ connection }) => {
      if (random.number(10) === 0) connection.prepare(`DELETE FROM "${field.table}" WHERE id = ?`).run(field.id);
      else connection.prepare(`UPDATE "${field.table}" SET "${field.column}" = ? WHERE id = ?`).run(random.sentence(field.words), field.id);
    });
  }
  project.close();
}

const written: Readonly<Record<string, { column: string; words: number }>> = {
  observation: { column: 'note', words: 12 },
  finding: { column: 'sentence', words: 14 },
  evidence: { column: 'text', words: 40 },
  stakeholder: { column: 'note', words: 30 },
  measure: { column: 'description', words: 300 },
};

function fieldsOf(project: OpenProject): Field[] {
  return Object.entries(written).flatMap(([table, field]) =>
    (project.reader.prepare(`SELECT id FROM "${table}" ORDER BY id`).pluck().all() as string[]).map((id) => ({ table, id, ...field })),
  );
}
