import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { writeChapters } from './chapters.ts';
import { frame } from './profile-report.ts';
import type { Block, Report, Section } from './report-document.ts';
import { createReportWriter, type ReportWriter } from './report-writer.ts';
import { measureBlocks, reportBlocks, statusFigures } from './sections/follow-up/measure-blocks.ts';
import { answerBlocks, commitmentBlocks, lessonBlocks, safeguardBlocks, scoreBlocks } from './sections/follow-up/promise-blocks.ts';
import { targetBlocks } from './sections/follow-up/target-blocks.ts';
import { checkSection } from './sections/method-section.ts';

/** The monitoring report for the council and donors: indicators against targets, measures, money, promises, answers, safeguards, lessons. */
export function writeMonitoring(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const kicker = t('report.monitoring.title');
  const city = data.city.name || t('output.unnamedCity');
  const part = (
    key: 'targets' | 'measures' | 'reports' | 'commitments' | 'answers' | 'safeguards' | 'lessons',
    blocks: readonly Block[],
    startsPage = false,
  ): Section => ({
    ...{ title: t(`report.monitoring.${key}`), lead: t(`report.monitoring.${key}.lead`), startsPage, blocks },
  });
  const reports = reportBlocks(writer, false);
  const safeguards = safeguardBlocks(writer);
  return {
    document: frame(writer, {
      ...{ kicker, title: data.policy.title || city, subtitle: data.policy.title ? city : t('report.monitoring.subtitle') },
      sections: [
        ...writeChapters(context.options, {
          measures: () => part('measures', [...statusFigures(writer), ...measureBlocks(writer)], true),
          targets: () => part('targets', targetBlocks(writer), true),
          reports: () => (reports.length === 0 ? [] : part('reports', reports)),
          commitments: () => part('commitments', commitmentBlocks(writer, false)),
          answers: () => part('answers', [...answerBlocks(writer), ...scoreBlocks(writer)]),
          safeguards: () => (safeguards.length === 0 ? [] : part('safeguards', safeguards)),
          lessons: () => part('lessons', [...lessonBlocks(writer, false), methodNote(writer)]),
        }),
        checkSection(writer, kicker),
      ],
    }),
    images: writer.images,
  };
}

/** How progress is worked out, and what is not told. */
export function methodNote({ t, formats, data }: ReportWriter): Block {
  return {
    kind: 'note',
    title: t('report.followUp.methodTitle'),
    text: t('report.followUp.method', { threshold: formats.count(data.city.smallNumberThreshold) }),
  };
}
