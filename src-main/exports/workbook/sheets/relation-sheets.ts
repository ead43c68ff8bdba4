import type { WriteSheet } from 'hucre/xlsx';
import { dayCell, type WorkbookWriter } from '../workbook-writer.ts';
import { column, plainSheet } from './plain-sheet.ts';

/** What bodies do to each other, and how each is to take part; who told a tie, and every note, stays in the project. */
export function relationSheets(writer: WorkbookWriter): WriteSheet[] {
  const { data, t } = writer;
  const names = new Map(data.stakeholders.map(({ id, name }) => [id, name]));
  const body = (id: string) => names.get(id) ?? '';
  return [
    ...plainSheet(writer, 'influence', data.workbook.ties, [
      column('workbook.column.tieFrom', 40, 'text', ({ fromId }) => body(fromId)),
      column('workbook.column.tieKind', 16, 'text', ({ kind }) => t(`tieKind.${kind}`)),
      column('workbook.column.tieTo', 40, 'text', ({ toId }) => body(toId)),
      column('workbook.column.tieReports', 10, 'count', ({ reports }) => reports),
      column('workbook.column.tieInformants', 12, 'count', ({ informants }) => informants),
      column('workbook.column.observedOn', 14, 'day', ({ observedOn }) => dayCell(observedOn)),
    ]),
    ...plainSheet(writer, 'engagement', data.workbook.engagement, [
      column('workbook.column.engaged', 40, 'text', ({ stakeholderId }) => body(stakeholderId)),
      column('workbook.column.engagementLevel', 18, 'text', ({ level }) => t(`engagementLevel.${level}`)),
      column('workbook.column.engagementHow', 50, 'long-text', ({ how }) => how),
      column('workbook.column.responsible', 34, 'text', ({ responsible }) => responsible),
      column('workbook.column.dueOn', 12, 'day', ({ dueOn }) => dayCell(dueOn)),
      column('workbook.column.doneOn', 12, 'day', ({ doneOn }) => dayCell(doneOn)),
      column('workbook.column.stepState', 14, 'text', ({ doneOn, isOverdue }) =>
        t(`engagement.state.${doneOn === null ? (isOverdue ? 'late' : 'open') : 'done'}`),
      ),
    ]),
  ];
}
