import type { Selectable } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { type LateReason, type MeasureProgress, type ProgressReport, progressReportSchema, type ReportInput } from '#shared/domain/follow-up.ts';
import { given } from '#shared/domain/given.ts';
import { groupBy } from '#shared/domain/group-by.ts';
import type { Measure } from '#shared/domain/policy.ts';
import { elapsedShare, firstDayOf, lastDayOf } from '#shared/methods/plan-progress.ts';
import { listMeasures } from '../policy/measures.ts';
import { readCity } from '../project/city.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import type { ProgressReportTable } from '../project/schema.ts';

type ReportDraft = Partial<ReportInput> & Pick<ReportInput, 'measureId' | 'reportedOn' | 'status'>;
const emptyReport = { explanation: '', nextStep: '', spent: null, reportedBy: '', isPublic: true };

/** A measure under way that nobody has reported on for this long is late with its report (convention of this application: half a year). */
const longestSilenceDays = 183;

/** Reports, the newest first: by the day they speak of, then by when they were typed. */
export function listReports(project: OpenProject): ProgressReport[] {
  return project
    .all(sql.selectFrom('progress_report').selectAll().orderBy('reported_on', 'desc').orderBy('entered_at', 'desc').orderBy('id', 'desc'))
    .map(readReport);
}

export function findReport(project: OpenProject, id: string): ProgressReport {
  return readReport(project.found(sql.selectFrom('progress_report').selectAll().where('id', '=', id)));
}

/** Every measure of the plan with where it stands on a day (today unless said otherwise), in the plan's order. */
export function measuresProgress(project: OpenProject, on: string = project.nowText().slice(0, 10)): MeasureProgress[] {
  const reports = groupBy(listReports(project), (report) => report.measureId);
  const today = lastDayOf(on) ?? 0;
  const { currency } = readCity(project);
  return listMeasures(project).map((measure) => progressOfMeasure(measure, reports.get(measure.id) ?? [], today, currency));
}

function progressOfMeasure(measure: Measure, reports: readonly ProgressReport[], today: number, cityCurrency: string): MeasureProgress {
  const startsOn = measure.startsOn || (measure.startYear === null ? '' : String(measure.startYear));
  const endsOn = measure.endsOn || (measure.endYear === null ? '' : String(measure.endYear));
  const spent = reports.find((report) => report.spent !== null)?.spent ?? null;
  const { totalCost: budget } = measure;
  return {
    ...{ measureId: measure.id, objectiveId: measure.objectiveId, title: measure.title, ownerId: measure.ownerId },
    ...{ status: measure.status, statusOn: measure.statusOn, startsOn, endsOn },
    ...{ currency: measure.currency || cityCurrency, budget, spent },
    spentShare: spent === null || budget === null || budget <= 0 ? null : spent / budget,
    elapsed: elapsedShare(firstDayOf(startsOn), lastDayOf(endsOn), today),
    late: lateReasons({ status: measure.status, startsOn, endsOn, lastReport: reports[0]?.reportedOn ?? '' }, today),
    reports: [...reports],
  };
}

/** What is late on a day. What is done or stopped is late with nothing. Days as since 1970. */
function lateReasons(measure: { status: Measure['status']; startsOn: string; endsOn: string; lastReport: string }, today: number): LateReason[] {
  const { status } = measure;
  if (status === 'done' || status === 'stopped') return [];
  const hasBegun = status === 'on-track' || status === 'delayed';
  // A start that is known to the year is over with the year only.
  const isStartOver = (lastDayOf(measure.startsOn) ?? Number.POSITIVE_INFINITY) < today;
  const isEndOver = (lastDayOf(measure.endsOn) ?? Number.POSITIVE_INFINITY) < today;
  const lastWord = lastDayOf(measure.lastReport);
  const isSilent = hasBegun && lastWord !== null && today - lastWord > longestSilenceDays;
  return [
    ...(isStartOver && !hasBegun ? (['start-passed'] as const) : []),
    ...(isEndOver ? (['end-passed'] as const) : []),
    ...(status === 'delayed' ? (['said-delayed'] as const) : []),
    ...(isSilent ? (['no-report'] as const) : []),
  ];
}

export function addReport(write: ChangeWriter, project: OpenProject, draft: ReportDraft): string {
  const id = uuidv7();
  const input = { ...emptyReport, ...given(draft) };
  write.run(sql.insertInto('progress_report').values({ id, measure_id: input.measureId, ...reportColumns(input), entered_at: project.nowText() }));
  tellStatus(write, project, input.measureId);
  return id;
}

export function updateReport(write: ChangeWriter, project: OpenProject, before: ProgressReport, patch: Partial<ReportInput>): void {
  write.run(
    sql
      .updateTable('progress_report')
      .set(reportColumns({ ...before, ...given(patch) }))
      .where('id', '=', before.id),
  );
  tellStatus(write, project, before.measureId);
}

export function removeReport(write: ChangeWriter, project: OpenProject, { id, measureId }: ProgressReport): void {
  write.run(sql.deleteFrom('progress_report').where('id', '=', id));
  tellStatus(write, project, measureId);
}

/** The plan says what the newest report says. Without a report left it keeps what it said last. */
function tellStatus(write: ChangeWriter, project: OpenProject, measureId: string): void {
  const newest = listReports(project).find((report) => report.measureId === measureId);
  if (!newest) return;
  write.run(sql.updateTable('measure').set({ status: newest.status, status_on: newest.reportedOn }).where('id', '=', measureId));
}

function reportColumns(input: Omit<ReportInput, 'measureId'>) {
  const { reportedOn, status, explanation, nextStep, spent, reportedBy, isPublic } = input;
  return { reported_on: reportedOn, status, explanation, next_step: nextStep, spent, reported_by: reportedBy, is_public: isPublic ? 1 : 0 };
}

function readReport(row: Selectable<ProgressReportTable>): ProgressReport {
  return progressReportSchema.parse({
    ...row,
    measureId: row.measure_id,
    reportedOn: row.reported_on,
    nextStep: row.next_step,
    reportedBy: row.reported_by,
    isPublic: row.is_public === 1,
    enteredAt: row.entered_at,
  });
}
