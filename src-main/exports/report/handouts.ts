import type { TextKey } from '#shared/i18n/texts.ts';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { writeChapters } from './chapters.ts';
import { isolate } from './isolate.ts';
import { frame } from './profile-report.ts';
import type { Block, Report, Section } from './report-document.ts';
import { column, createReportWriter, type ReportWriter } from './report-writer.ts';
import { incidentTrend } from './sections/incident-trend.ts';
import { keyFigures } from './sections/summary-section.ts';

/** What a sheet holds of a list; the rest stands in the profile. */
const mostFindings = 7;
const mostOptions = 8;

/** Sheets for the room: each has its method in short, this city's figures, and room to write. */
export function writeHandouts(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const kicker = t('outputs.handouts.title');
  const sections = writeChapters(context.options, {
    figures: () => sheet(writer, 'figures', figures(writer)),
    findings: () => sheet(writer, 'findings', findingsToCheck(writer)),
    trees: () => sheet(writer, 'trees', tree(writer)),
    priorities: () => sheet(writer, 'priorities', options(writer)),
    plan: () => sheet(writer, 'plan', measureForm(writer)),
    promise: () => sheet(writer, 'promise', promise(writer)),
  });
  const document = frame(writer, { kicker, title: kicker, subtitle: '', sections });
  writer.images.delete('cover.svg');
  return { document: { ...document, layout: 'handout', hasContents: false, cover: { ...document.cover, image: '' } }, images: writer.images };
}

/** The method in numbered steps, then what the city has for it. */
function sheet({ t, formats }: ReportWriter, name: string, blocks: readonly Block[]): Section {
  const steps = t(`report.handout.${name}.how` as TextKey).split('\n\n');
  const method: Block[] = [{ kind: 'ranked', items: steps.map((text, place) => ({ mark: formats.count(place + 1), text, note: '' })) }];
  return {
    title: t(`report.handout.${name}.title` as TextKey),
    lead: t(`report.handout.${name}.lead` as TextKey),
    startsPage: true,
    blocks: [...method, { kind: 'heading', text: t(`report.handout.${name}.here` as TextKey) }, ...blocks],
  };
}

function figures(writer: ReportWriter): Block[] {
  const { t, incidents } = writer;
  return [
    keyFigures(writer),
    ...(incidents ? incidentTrend(writer, incidents).slice(0, 1) : [{ kind: 'missing' as const, text: t('report.missing.incidents') }]),
    { kind: 'lines', label: t('report.handout.figures.write'), count: 2 },
  ];
}

function findingsToCheck({ t, data, formats, words }: ReportWriter): Block[] {
  if (data.findings.length === 0) return [{ kind: 'missing', text: t('report.missing.findings') }];
  const listed = data.findings.slice(0, mostFindings);
  return [
    {
      kind: 'table',
      caption: t('report.handout.findings.table'),
      columns: [
        column(t('output.column.number'), 'end'),
        column(t('output.column.finding'), 'start', 6),
        column(t('report.handout.findings.agree'), 'center', 1.2),
        column(t('report.handout.findings.disagree'), 'center', 1.3),
        column(t('report.handout.findings.unknown'), 'center', 1.3),
      ],
      rows: listed.map((finding, place) => [
        formats.count(place + 1),
        `${isolate(finding.sentence) || t('output.noWords')} (${words.support(finding.support)})`,
        '☐',
        '☐',
        '☐',
      ]),
      total: [],
      note: listed.length < data.findings.length ? t('report.rest', { shown: formats.count(listed.length), all: formats.count(data.findings.length) }) : '',
    },
    { kind: 'lines', label: t('report.handout.findings.write'), count: 6 },
  ];
}

function tree({ t, data, formats }: ReportWriter): Block[] {
  const problems = data.findings.filter((finding) => finding.kind === '' || finding.kind === 'problem').slice(0, 4);
  return [
    problems.length > 0
      ? { kind: 'ranked', items: problems.map((finding, place) => ({ mark: formats.count(place + 1), text: finding.sentence, note: '' })) }
      : { kind: 'missing', text: t('report.missing.findings') },
    { kind: 'lines', label: t('report.handout.trees.why'), count: 5 },
    { kind: 'lines', label: t('report.handout.trees.then'), count: 5 },
  ];
}

function options({ t, data, formats }: ReportWriter): Block[] {
  if (data.priorities.length === 0) return [{ kind: 'missing', text: t('report.missing.priorities') }];
  const marks = (['harm', 'people', 'ours', 'soon'] as const).map((name) => t(`report.handout.priorities.${name}`));
  return [
    { kind: 'text', text: t('report.handout.priorities.scale') },
    {
      kind: 'table',
      caption: t('report.handout.priorities.table'),
      columns: [column(t('output.column.number'), 'end'), column(t('output.column.priority'), 'start', 5), ...marks.map((mark) => column(mark, 'center', 1.6))],
      rows: data.priorities
        .slice(0, mostOptions)
        .map((priority, place) => [formats.count(place + 1), priority.title || t('output.noWords'), ...marks.map(() => '……')]),
      total: [],
      note: data.priorities.length > mostOptions ? t('report.rest', { shown: formats.count(mostOptions), all: formats.count(data.priorities.length) }) : '',
    },
    { kind: 'lines', label: t('report.handout.priorities.write'), count: 8 },
  ];
}

function measureForm({ t, data, formats }: ReportWriter): Block[] {
  const chosen = data.priorities.filter((priority) => priority.isChosen).slice(0, 5);
  return [
    chosen.length > 0
      ? { kind: 'ranked', items: chosen.map((priority, place) => ({ mark: formats.count(place + 1), text: priority.title, note: '' })) }
      : { kind: 'missing', text: t('report.missing.chosen') },
    ...(['what', 'who', 'when', 'cost', 'seen'] as const).map((name): Block => ({ kind: 'lines', label: t(`report.handout.plan.${name}`), count: 2 })),
  ];
}

function promise({ t }: ReportWriter): Block[] {
  return (['what', 'with', 'until', 'seen'] as const).map((name) => ({ kind: 'lines', label: t(`report.handout.promise.${name}`), count: 3 }));
}
