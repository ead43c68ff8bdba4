import type { FollowedPractice, Practice } from '#shared/domain/library.ts';
import { isolate } from '../isolate.ts';
import type { Section } from '../report-document.ts';
import { column, type ReportWriter } from '../report-writer.ts';

/** The practices that measures follow, each with what its sources state; none where no measure follows one. */
export function practiceSections(writer: ReportWriter): Section[] {
  const { t, data } = writer;
  if (data.practices.length === 0) return [];
  return [
    {
      title: t('report.practices.title'),
      lead: t('report.practices.lead'),
      startsPage: false,
      level: 2,
      blocks: [
        {
          kind: 'table',
          caption: t('report.practices.caption'),
          columns: [
            column(t('history.type.practice'), 'start', 4),
            column(t('report.practices.followedBy'), 'start', 4),
            column(t('practice.results'), 'start', 4),
            column(t('output.column.source'), 'start', 3),
          ],
          rows: data.practices.map((followed) => rowOf(writer, followed)),
          total: [],
          note: data.practices.some(({ practice }) => practice.hasRivalResults) ? t('practice.rivalLong') : '',
        },
      ],
    },
  ];
}

function rowOf(writer: ReportWriter, { practice, links }: FollowedPractice): string[] {
  const { t, data } = writer;
  const titles = new Map(data.measures.map(({ id, title }) => [id, title]));
  return [
    [isolate(practice.title) || t('output.noWords'), where(writer, practice)].filter(Boolean).join(' – '),
    links.map(({ measureId, note }) => [isolate(titles.get(measureId) ?? '') || t('output.noWords'), isolate(note)].filter(Boolean).join(': ')).join('; '),
    results(writer, practice),
    practice.source || '–',
  ];
}

function where({ words }: ReportWriter, { city, country, startYear, endYear }: Practice): string {
  return words.list([city, words.country(country), startYear === null && endYear === null ? '' : words.period(startYear, endYear)].filter(Boolean));
}

/** All that is stated, none chosen. */
function results({ t }: ReportWriter, { results: stated, grade }: Practice): string {
  if (stated.length === 0) return t('practice.noResult');
  const texts = stated.map(({ text, source }) => (source ? `${text} (${source})` : text)).join(' · ');
  return grade === '' ? texts : `${texts} ${t('factors.gradeShort', { grade })}`;
}
