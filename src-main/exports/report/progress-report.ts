import type { FollowedIndicator } from '#shared/domain/follow-up.ts';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { writeChapters } from './chapters.ts';
import { methodNote } from './monitoring-report.ts';
import { frame } from './profile-report.ts';
import type { Block, Report, Section } from './report-document.ts';
import { createReportWriter, type ReportWriter } from './report-writer.ts';
import { atText, dateText, indicatorName, printedIndicators } from './sections/follow-up/follow-up-words.ts';
import { reportBlocks, statusFigures } from './sections/follow-up/measure-blocks.ts';
import { answerBlocks, commitmentBlocks, lessonBlocks, scoreBlocks } from './sections/follow-up/promise-blocks.ts';
import { valueText } from './sections/indicator-section.ts';
import { checkSection } from './sections/method-section.ts';

/** The progress report for everybody, in plain words: what was promised, what is done, what people said and what the city answers. Only what is public stands in it. */
export function writeProgress(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const kicker = t('report.progress.title');
  const city = data.city.name || t('output.unnamedCity');
  const part = (key: 'done' | 'better' | 'promises' | 'answers' | 'learned', blocks: readonly Block[], startsPage = false): Section => ({
    ...{ title: t(`report.progress.${key}`), lead: t(`report.progress.${key}.lead`), startsPage, blocks },
  });
  const reports = reportBlocks(writer, true);
  return {
    document: frame(writer, {
      ...{ kicker, title: city, subtitle: data.policy.title || t('report.progress.subtitle') },
      sections: [
        ...writeChapters(context.options, {
          done: () => part('done', [...statusFigures(writer), ...(reports.length > 0 ? reports : [missing(writer)])], true),
          better: () => part('better', betterBlocks(writer)),
          promises: () => part('promises', commitmentBlocks(writer, true)),
          answers: () => part('answers', [...answerBlocks(writer), ...scoreBlocks(writer)]),
          learned: () => part('learned', [...lessonBlocks(writer, true), methodNote(writer)]),
        }),
        checkSection(writer, kicker),
      ],
    }),
    images: writer.images,
  };
}

function missing({ t }: ReportWriter): Block {
  return { kind: 'missing', text: t('report.progress.noReports') };
}

/** One plain sentence for each indicator. */
function betterBlocks(writer: ReportWriter): Block[] {
  const followed = printedIndicators(writer);
  if (followed.length === 0) return [{ kind: 'missing', text: writer.t('report.followUp.noIndicators') }];
  return [{ kind: 'status', items: followed.map((one) => ({ label: indicatorName(writer, one), ...stateOf(writer, one), text: sentenceOf(writer, one) })) }];
}

function stateOf({ t }: ReportWriter, { pace }: FollowedIndicator) {
  const states = { reached: 'yes', 'on-course': 'yes', behind: 'partly', 'wrong-way': 'no', unknown: 'unknown' } as const;
  return { state: states[pace], stateText: t(`pace.${pace}`) };
}

function sentenceOf(writer: ReportWriter, { baseline, target, actual, gap }: FollowedIndicator): string {
  const { t } = writer;
  const wanted = t('report.progress.wanted', { value: atText(writer, target.value, target.on) });
  if (gap || !actual) return `${t(`progressGap.${gap ?? 'no-value'}`)}. ${wanted}`;
  const from = { from: valueText(writer, baseline.value, ''), now: valueText(writer, actual.value, ''), on: dateText(writer, actual.on) };
  return `${t('report.progress.went', from)} ${wanted}`;
}
