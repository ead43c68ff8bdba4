import type { WriteSheet } from 'hucre/xlsx';
import type { FollowedIndicator, ProgressPoint } from '#shared/domain/follow-up.ts';
import { dayCell, type WorkbookWriter } from '../workbook-writer.ts';
import { column, plainSheet, wordOf } from './plain-sheet.ts';
import { indicatorName } from './plan-sheets.ts';

/** What became of the plan: values against targets with live progress, reports, commitments, answers, citizens' scores, lessons. */
export function followUpSheets(writer: WorkbookWriter): WriteSheet[] {
  const { data, t } = writer;
  const { progress, reports, commitments, answers, citizenScores, lessons } = data.workbook;
  const measure = (id: string | null) => data.measures.find((one) => one.id === id)?.title ?? '';
  const objective = (id: string | null) => data.objectives.find((one) => one.id === id)?.title ?? '';
  const body = (id: string | null) => data.stakeholders.find((one) => one.id === id)?.name ?? '';
  const hidden = { hidden: t('output.hidden') };
  const points = progress.flatMap((followed): { followed: FollowedIndicator; point: ProgressPoint | null }[] =>
    followed.points.length === 0 ? [{ followed, point: null }] : followed.points.map((point) => ({ followed, point })),
  );
  return [
    ...plainSheet(writer, 'progress', points, [
      column('workbook.column.followed', 44, 'long-text', ({ followed }) => followed.title),
      column('output.column.indicator', 44, 'long-text', ({ followed }) => indicatorName(writer, followed.indicatorCode, followed.indicatorText)),
      column('workbook.column.better', 12, 'text', ({ followed }) => wordOf(writer, followed.direction)),
      column('workbook.column.baseline', 11, 'decimal', ({ followed }) => followed.baseline.value),
      column('workbook.column.baselineOn', 13, 'text', ({ followed }) => followed.baseline.on),
      column('workbook.column.target', 11, 'decimal', ({ followed }) => followed.target.value),
      column('workbook.column.targetOn', 13, 'text', ({ followed }) => followed.target.on),
      column('workbook.column.measuredOn', 13, 'text', ({ point }) => point?.on ?? ''),
      column('workbook.column.actual', 11, 'decimal', ({ point }) => (point?.isHidden ? hidden : (point?.value ?? null))),
      column('workbook.column.progress', 12, 'percent', ({ followed, point }, place) => {
        const row = place + 4;
        if (!point || point.isHidden) return point ? hidden : null;
        const [from, to, now] = [followed.baseline.value, followed.target.value, point.value];
        const share = from === null || to === null || now === null || from === to ? '' : (now - from) / (to - from);
        return { formula: `IF(COUNT(D${row},F${row},I${row})<3,"",IF(F${row}=D${row},"",(I${row}-D${row})/(F${row}-D${row})))`, result: share };
      }),
      column('output.column.quality', 9, 'text', ({ point }) => point?.quality ?? ''),
      column('output.column.source', 40, 'long-text', ({ point }) => point?.source ?? ''),
      column('workbook.column.note', 44, 'long-text', ({ point }) => point?.explanation ?? ''),
    ]),
    ...plainSheet(writer, 'reports', reports, [
      column('output.column.measure', 44, 'long-text', ({ measureId }) => measure(measureId)),
      column('workbook.column.reportedOn', 12, 'day', ({ reportedOn }) => dayCell(reportedOn)),
      column('workbook.column.status', 16, 'text', ({ status }) => wordOf(writer, status)),
      column('workbook.column.description', 56, 'long-text', ({ explanation }) => explanation),
      column('workbook.column.nextStep', 44, 'long-text', ({ nextStep }) => nextStep),
      column('workbook.column.spent', 16, 'money', ({ spent }) => spent),
      column('workbook.column.reportedBy', 28, 'text', ({ reportedBy }) => reportedBy),
    ]),
    ...plainSheet(writer, 'commitments', commitments, [
      column('workbook.column.promise', 56, 'long-text', ({ text }) => text),
      column('output.column.owner', 32, 'text', ({ ownerId }) => body(ownerId)),
      column('workbook.column.madeTo', 28, 'text', ({ madeTo }) => madeTo),
      column('workbook.column.madeOn', 12, 'day', ({ madeOn }) => dayCell(madeOn)),
      column('workbook.column.dueOn', 12, 'day', ({ dueOn }) => dayCell(dueOn)),
      column('workbook.column.status', 16, 'text', ({ status }) => wordOf(writer, status)),
      column('workbook.column.closedOn', 12, 'day', ({ closedOn }) => dayCell(closedOn)),
      column('output.column.measure', 40, 'long-text', ({ measureId, objectiveId }) => measure(measureId) || objective(objectiveId)),
      column('workbook.column.note', 44, 'long-text', ({ explanation }) => explanation),
    ]),
    ...plainSheet(writer, 'answers', answers, [
      column('workbook.column.said', 56, 'long-text', ({ said }) => said),
      column('workbook.column.who', 26, 'text', ({ saidBy }) => saidBy),
      column('workbook.column.status', 16, 'text', ({ status }) => wordOf(writer, status)),
      column('workbook.column.answer', 56, 'long-text', ({ answer }) => answer),
      column('workbook.column.whyNot', 44, 'long-text', ({ reason }) => reason),
      column('output.column.measure', 40, 'long-text', ({ measureId }) => measure(measureId)),
      column('workbook.column.day', 12, 'day', ({ answeredOn }) => dayCell(answeredOn)),
    ]),
    ...plainSheet(writer, 'citizenScores', citizenScores, [
      column('workbook.column.followed', 44, 'long-text', ({ measureId, objectiveId }) => measure(measureId) || objective(objectiveId)),
      column('workbook.column.question', 50, 'long-text', ({ question }) => question),
      column('workbook.column.groups', 24, 'text', ({ groupLabel }) => groupLabel),
      column('workbook.column.mean', 10, 'decimal', ({ mean, isHidden }) => (isHidden ? hidden : mean)),
      column('workbook.column.scaleFrom', 10, 'count', ({ scaleMin }) => scaleMin),
      column('workbook.column.scaleTo', 10, 'count', ({ scaleMax }) => scaleMax),
      column('workbook.column.sampleSize', 10, 'count', ({ people, isHidden }) => (isHidden ? hidden : people)),
      column('workbook.column.day', 12, 'day', ({ scoredOn }) => dayCell(scoredOn)),
      column('output.column.source', 40, 'long-text', ({ source }) => source),
    ]),
    ...plainSheet(writer, 'lessons', lessons, [
      column('workbook.column.lesson', 70, 'long-text', ({ text }) => text),
      column('workbook.column.nextTime', 70, 'long-text', ({ nextTime }) => nextTime),
      column('workbook.column.day', 12, 'day', ({ learnedOn }) => dayCell(learnedOn)),
    ]),
  ];
}

/** Partnerships with what was pledged and given, and workshops with how many took part. */
export function partnerSheets(writer: WorkbookWriter): WriteSheet[] {
  const { data, t, words } = writer;
  const body = (id: string | null) => data.stakeholders.find((one) => one.id === id)?.name ?? '';
  const rows = data.workbook.partnerships.flatMap((partnership) => [
    { partnership, given: null },
    ...partnership.contributions.map((given) => ({ partnership, given })),
  ]);
  return [
    ...plainSheet(writer, 'partnerships', rows, [
      column('workbook.column.partnership', 40, 'long-text', ({ partnership }) => partnership.name),
      column('partners.kind', 22, 'text', ({ partnership }) => t(`partnershipKind.${partnership.kind}`)),
      column('partners.status', 16, 'text', ({ partnership }) => t(`partnershipStatus.${partnership.status}`)),
      column('workbook.column.members', 44, 'long-text', ({ partnership, given }) =>
        given === null ? words.list(partnership.memberIds.map(body).filter(Boolean)) : body(given.stakeholderId),
      ),
      column('workbook.column.pledgeOrGift', 18, 'text', ({ given }) => (given === null ? t('workbook.partnership.pledged') : t('workbook.partnership.given'))),
      column('workbook.column.description', 44, 'long-text', ({ partnership, given }) => given?.what ?? partnership.pledge),
      column('workbook.column.amount', 16, 'money', ({ partnership, given }) => (given === null ? partnership.pledgeAmount : given.amount)),
      column('workbook.column.currency', 10, 'text', ({ partnership, given }) => given?.currency ?? partnership.pledgeCurrency),
      column('workbook.column.from', 12, 'day', ({ partnership, given }) => dayCell(given === null ? partnership.startsOn : given.givenOn)),
      column('workbook.column.to', 12, 'day', ({ partnership, given }) => dayCell(given === null ? partnership.endsOn : null)),
    ]),
    ...plainSheet(writer, 'workshops', data.workbook.workshops, [
      column('workbook.column.workshop', 44, 'long-text', ({ title }) => title),
      column('workbook.column.kind', 16, 'text', ({ kind }) => (kind === 'training' ? t('workshops.kind.training') : t('workshops.kind.workshop'))),
      column('workbook.column.place', 36, 'text', ({ place }) => place),
      column('workbook.column.from', 12, 'day', ({ startsOn }) => dayCell(startsOn)),
      column('workbook.column.to', 12, 'day', ({ endsOn }) => dayCell(endsOn)),
      column('workbook.column.participants', 12, 'count', ({ participants }) => participants),
      column('workbook.column.ballots', 12, 'count', ({ ballots }) => ballots),
    ]),
  ];
}
