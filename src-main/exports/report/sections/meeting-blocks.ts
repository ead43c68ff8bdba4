import { type PrintedMeeting, riskLevels } from '#shared/domain/risk-meetings.ts';
import { levelOf } from '#shared/methods/risk-matrix.ts';
import { isolate } from '../isolate.ts';
import type { Block } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

const marks = [1, 2, 3, 4, 5];

/** Where threats and vulnerabilities meet, the highest level first, with all three marks and the table by which a level is read. */
export function meetingBlocks(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  if (data.riskMeetings.length === 0) return [];
  const titles = new Map(data.risks.map(({ id, title }) => [id, title || t('output.noWords')]));
  const rank = ({ level }: PrintedMeeting) => (level === null ? -1 : riskLevels.indexOf(level));
  return [
    { kind: 'heading', text: t('risks.matrix.title') },
    {
      kind: 'table',
      caption: t('report.meetings.caption'),
      columns: [
        column(t('risks.matrix.threat'), 'start', 3),
        column(t('risks.matrix.vulnerability'), 'start', 3),
        column(t('risks.matrix.exposure'), 'center'),
        column(t('risks.matrix.institutionShort'), 'center'),
        column(t('risks.matrix.communityShort'), 'center'),
        column(t('report.meetings.level'), 'start', 1),
      ],
      rows: data.riskMeetings
        .toSorted((a, b) => rank(b) - rank(a))
        .map((meeting) => [
          titles.get(meeting.threatId) ?? '–',
          titles.get(meeting.vulnerabilityId) ?? '–',
          formats.count(meeting.exposure),
          formats.count(meeting.institutionResilience),
          formats.count(meeting.communityResilience),
          meeting.level === null ? t('risks.matrix.notRated') : t(`riskLevel.${meeting.level}`),
        ]),
      total: [],
      note: t('report.meetings.note'),
    },
    ...reasons(writer, titles),
    {
      kind: 'table',
      caption: t('risks.matrix.rule'),
      columns: [column(t('risks.matrix.ruleCorner')), ...marks.map((mark) => column(formats.count(mark), 'start', 1))],
      rows: marks.toReversed().map((exposure) => [
        formats.count(exposure),
        ...marks.map((resilience) => {
          const level = levelOf(exposure, resilience);
          return level === null ? '–' : t(`riskLevel.${level}`);
        }),
      ]),
      total: [],
      note: t('report.meetings.rule'),
    },
  ];
}

/** Why the group rated a meeting as it did. */
function reasons({ t, data }: ReportWriter, titles: ReadonlyMap<string, string>): Block[] {
  const items = data.riskMeetings.flatMap((meeting) => {
    const said = [meeting.reason, meeting.institutionReason, meeting.communityReason].filter(Boolean);
    if (said.length === 0) return [];
    const pair = t('risks.matrix.cell', {
      threat: isolate(titles.get(meeting.threatId) ?? '–'),
      vulnerability: isolate(titles.get(meeting.vulnerabilityId) ?? '–'),
    });
    return [`${pair}:\n${isolate(said.join(' '))}`];
  });
  return items.length === 0
    ? []
    : [
        { kind: 'text', text: t('report.meetings.reasons') },
        { kind: 'bullets', items },
      ];
}
