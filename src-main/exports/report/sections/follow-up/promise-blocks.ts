import type { Commitment } from '#shared/domain/follow-up.ts';
import { isolate } from '../../isolate.ts';
import type { Block } from '../../report-document.ts';
import { column, type ReportWriter } from '../../report-writer.ts';
import { bodyText } from './follow-up-words.ts';

/** What was promised, to whom, and whether it was kept. */
export function commitmentBlocks(writer: ReportWriter, isForPublic: boolean): Block[] {
  const { t, data, formats } = writer;
  const list = data.followUp.commitments.filter((one) => (one.isPublic || !isForPublic) && one.text.trim() !== '');
  if (list.length === 0) return [{ kind: 'missing', text: t('report.followUp.noCommitments') }];
  return [
    {
      kind: 'table',
      caption: t('report.followUp.commitmentTable'),
      columns: [
        column(t('followUp.commitment.text'), 'start', 5),
        column(t('followUp.commitment.owner'), 'start', 3),
        column(t('followUp.commitment.madeTo'), 'start', 3),
        column(t('followUp.commitment.dueOn'), 'start', 2),
        column(t('followUp.status'), 'start', 2),
      ],
      rows: list.map((one) => [
        [one.text, one.explanation].filter(Boolean).join(' — '),
        one.ownerId ? bodyText(writer, one.ownerId) : one.responsible || t('output.notStated'),
        one.madeTo || '–',
        formats.day(one.dueOn),
        stateText(writer, one),
      ]),
      total: [],
      note: list.some(({ lacksExplanation }) => lacksExplanation) ? t('report.followUp.unexplained') : '',
    },
  ];
}

function stateText({ t }: ReportWriter, { status, isOverdue }: Commitment): string {
  return isOverdue ? t('followUp.commitments.overdue') : t(`commitmentStatus.${status}`);
}

/** «You said – we did – or why not», by what became of it; how many still wait is told and not hidden. */
export function answerBlocks(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  const inputs = data.followUp.inputs.filter(({ isPublic }) => isPublic);
  if (inputs.length === 0) return [{ kind: 'missing', text: t('report.followUp.noInputs') }];
  const answered = inputs.filter(({ isWaiting }) => !isWaiting);
  const waiting = inputs.length - answered.length;
  return [
    {
      kind: 'text',
      text: t('report.followUp.inputsCount', { all: formats.count(inputs.length), answered: formats.count(answered.length), waiting: formats.count(waiting) }),
    },
    ...(answered.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: t('report.followUp.answerTable'),
            columns: [
              column(t('report.followUp.youSaid'), 'start', 5),
              column(t('report.followUp.became'), 'start', 2),
              column(t('report.followUp.weSay'), 'start', 6),
            ],
            rows: answered.map((one) => [
              [`«${one.said}»`, one.saidBy].filter(Boolean).join(' — '),
              one.status ? t(`answerStatus.${one.status}`) : '',
              [one.answer, one.reason].filter(Boolean).join(' ') || t('followUp.answers.sayWhy'),
            ]),
            total: [],
            note: '',
          },
        ]),
  ];
}

/** Citizens' scores by group; small groups are hidden before they come here. */
export function scoreBlocks(writer: ReportWriter): Block[] {
  const { t, data, formats } = writer;
  const { scores } = data.followUp;
  if (scores.length === 0) return [];
  const titles = new Map(data.measures.map(({ id, title }) => [id, title]));
  return [
    {
      kind: 'table',
      caption: t('report.followUp.scoreTable'),
      columns: [
        column(t('report.followUp.scoreAbout'), 'start', 5),
        column(t('followUp.scores.group'), 'start', 3),
        column(t('followUp.scores.mean'), 'start', 2),
        column(t('followUp.scores.people'), 'end'),
        column(t('followUp.scores.on'), 'start', 2),
      ],
      rows: scores.map((one) => [
        titles.get(one.measureId ?? '') || one.question || t('output.noWords'),
        one.groupLabel || t('followUp.scores.everybody'),
        one.isHidden
          ? t('output.hidden')
          : one.mean === null
            ? '–'
            : t('report.followUp.meanOf', { mean: formats.decimal(one.mean), most: formats.count(one.scaleMax) }),
        one.isHidden ? t('output.hidden') : formats.count(one.people),
        formats.day(one.scoredOn),
      ]),
      total: [],
      note: t('followUp.scores.note'),
    },
  ];
}

/** What was learned, and what is done differently next time. */
export function lessonBlocks({ t, data }: ReportWriter, isForPublic: boolean): Block[] {
  const lessons = data.followUp.lessons.filter((one) => (one.isPublic || !isForPublic) && one.text.trim() !== '');
  if (lessons.length === 0) return [{ kind: 'missing', text: t('report.followUp.noLessons') }];
  return [
    {
      kind: 'bullets',
      items: lessons.map(({ text, nextTime }) => (nextTime ? t('report.followUp.lesson', { text: isolate(text), next: isolate(nextTime) }) : text)),
    },
  ];
}

/** What harm the policy may do and what is done about it; questions without an answer are told. */
export function safeguardBlocks({ t, data }: ReportWriter): Block[] {
  const whole = data.followUp.safeguards.filter(({ measureId, level }) => measureId === null && level !== null);
  const open = data.checks.filter(({ code }) => code === 'safeguard-open');
  return [
    ...(whole.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            caption: t('report.followUp.safeguardTable'),
            columns: [
              column(t('field.question'), 'start', 4),
              column(t('field.safeguardLevel'), 'start', 2),
              column(t('field.harmRisk'), 'start', 5),
              column(t('field.mitigation'), 'start', 5),
            ],
            rows: whole.map(({ question, level, risk, mitigation }) => [
              t(`safeguard.${question}`),
              level ? t(`safeguardLevel.${level}`) : '–',
              risk || '–',
              mitigation || '–',
            ]),
            total: [],
            note: '',
          },
        ]),
    ...(open.length === 0
      ? []
      : [
          {
            kind: 'note' as const,
            title: t('report.followUp.safeguardsOpen'),
            text: open.map(({ title }) => t(`safeguard.${title}` as 'safeguard.harm')).join(' '),
          },
        ]),
  ];
}
