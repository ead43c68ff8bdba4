import type { PaperAsk } from '#shared/domain/paper.ts';
import type { Paper } from './paper-document.ts';
import type { PaperWriter } from './paper-writer.ts';

type ListAsk = Extract<PaperAsk, { kind: 'attendance' }>;

/** A list to sign: a line each, with what somebody agrees to ticked by themselves. */
export function writeAttendance(writer: PaperWriter, ask: ListAsk): Paper {
  const { t, formats } = writer.context;
  const { workshop } = writer.data;
  return writer.finish(t('paper.attendance'), {
    is: 'list',
    title: t('paper.attendance'),
    subtitle: [workshop.title, workshop.place, workshop.startsOn ? formats.day(workshop.startsOn) : ''].filter(Boolean).join(' · '),
    note: t('paper.attendanceNote'),
    foot: writer.foot(),
    columns: [
      { label: '', width: 0, isTick: false },
      { label: t('paper.column.name'), width: 5, isTick: false },
      { label: t('paper.column.from'), width: 5, isTick: false },
      { label: t('paper.column.list'), width: 2.2, isTick: true },
      { label: t('paper.column.photo'), width: 2.2, isTick: true },
      { label: t('paper.column.contact'), width: 2.2, isTick: true },
      { label: t('paper.column.signature'), width: 4, isTick: false },
    ],
    rows: Array.from({ length: ask.lines }, (_, place) => [formats.count(place + 1), '', '', '', '', '', '']),
  });
}
