import { type MonitorNote, type MonitorSlot, monitorQuestions, monitorThemeSchema } from '#shared/domain/indicators.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { loadCatalogue } from './indicator-catalogue.ts';

/** The fifteen slots: what is published, with what the city wrote over it. Names of published ones are empty here: they are texts `monitorSlot.<slot>`. */
export function listMonitorSlots(project: OpenProject, resourcesFolder: string): MonitorSlot[] {
  const rows = new Map(project.all(sql.selectFrom('monitor_slot').selectAll()).map((row) => [row.slot, row]));
  return loadCatalogue(resourcesFolder).monitor.map((shipped) => {
    const row = rows.get(shipped.slot);
    if (!row) return { ...shipped, name: '' };
    return {
      slot: shipped.slot,
      isConfirmed: shipped.isConfirmed,
      // A published slot keeps its name and theme: only what is linked to it is the city's.
      theme: shipped.isConfirmed ? shipped.theme : (monitorThemeSchema.safeParse(row.theme).data ?? null),
      name: shipped.isConfirmed ? '' : row.name,
      indicatorCodes: readCodes(row.indicator_codes),
    };
  });
}

function readCodes(text: string): string[] {
  const value: unknown = JSON.parse(text);
  return Array.isArray(value) ? value.filter((code): code is string => typeof code === 'string') : [];
}

export function writeMonitorSlot(write: ChangeWriter, { slot, theme, name, indicatorCodes }: MonitorSlot): void {
  const values = { theme: theme ?? '', name, indicator_codes: JSON.stringify([...new Set(indicatorCodes)]) };
  write.run(
    sql
      .insertInto('monitor_slot')
      .values({ slot, ...values })
      .onConflict((conflict) => conflict.column('slot').doUpdateSet(values)),
  );
}

/** The notes of the reflection that somebody wrote, in the order of its questions. */
export function listMonitorNotes(project: OpenProject): MonitorNote[] {
  const rows = new Map(project.all(sql.selectFrom('monitor_note').selectAll()).map((row) => [row.question, row.text]));
  return monitorQuestions.flatMap((question) => {
    const text = rows.get(question);
    return text === undefined ? [] : [{ question, text }];
  });
}
