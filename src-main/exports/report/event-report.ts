import {
  type EventFacts,
  issueParts,
  type PrintedEventReport,
  partsOfLimit,
  type ReportPart,
  type ThematicArea,
  thematicAreas,
  wordLimits,
} from '#shared/domain/event-reports.ts';
import { againstLimit } from '#shared/methods/word-count.ts';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { frame } from './profile-report.ts';
import type { Block, LabelledText, Report, Section } from './report-document.ts';
import { column, createReportWriter, type ReportWriter } from './report-writer.ts';

/**
 * The report of a workshop in the partners' format: its facts, the areas it was about, the summary and the discussion with their words counted against the form's limits (nothing is cut),
 * and the people who agreed to stand in it. It has no cover: it is a form.
 */
export function writeEventReport(data: ProfileData, context: ExportContext): Report {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const report = reportAsked(data, context.options.about);
  const kicker = t('report.eventReport.title');
  const title = report?.facts.title || report?.workshopTitle || data.city.name || t('output.unnamedCity');
  const sections: Section[] = report
    ? [
        section(t('report.eventReport.facts'), factBlocks(writer, report)),
        section(t('eventReport.part.summary'), [...textBlocks(writer, report.texts.summary), countNote(writer, report, 'summary')]),
        section(t('eventReport.focus'), focusBlocks(writer, report.facts)),
        section(t('eventReport.part.discussion'), discussionBlocks(writer, report)),
        section(t('report.eventReport.speakers'), speakerBlocks(writer, report)),
      ]
    : [section(kicker, [{ kind: 'missing', text: t('report.eventReport.none') }])];
  const document = frame(writer, { kicker, title, subtitle: t('report.eventReport.subtitle'), sections });
  return { document: { ...document, hasContents: false, layout: 'brief' }, images: new Map() };
}

function reportAsked(data: ProfileData, workshopId: string | null): PrintedEventReport | undefined {
  return workshopId === null ? data.eventReports[0] : data.eventReports.find((report) => report.workshopId === workshopId);
}

function section(title: string, blocks: readonly Block[]): Section {
  return { title, lead: '', startsPage: false, blocks };
}

function factBlocks({ t, formats, words }: ReportWriter, { facts, reporter }: PrintedEventReport): Block[] {
  const said = (text: string) => text || t('output.notStated');
  const days = [...new Set([facts.startsOn, facts.endsOn].flatMap((day) => day ?? []))].map((day) => formats.day(day));
  const times = [facts.startTime, facts.endTime].filter(Boolean);
  const deadline =
    facts.deadlineOn || facts.sendTo
      ? [{ label: t('eventReport.sending'), text: words.list([facts.deadlineOn ? formats.day(facts.deadlineOn) : '', facts.sendTo].filter(Boolean)) }]
      : [];
  const items: LabelledText[] = [
    { label: t('eventReport.field.eventType'), text: facts.eventType ? t(`eventReport.type.${facts.eventType}`) : t('output.notStated') },
    { label: t('eventReport.field.reporter'), text: said(reporter) },
    { label: t('eventReport.field.titleAndNumber'), text: said([facts.title, facts.number].filter(Boolean).join(' · ')) },
    { label: t('eventReport.field.date'), text: said(days.join(' – ')) },
    { label: t('eventReport.field.venue'), text: said(facts.venue) },
    { label: t('eventReport.field.time'), text: said(times.join('–')) },
    { label: t('eventReport.field.participants'), text: facts.participants === null ? t('output.notStated') : formats.count(facts.participants) },
    ...deadline,
  ];
  return [{ kind: 'facts', items }, organiserTable(facts.organisers, t)];
}

function organiserTable(organisers: EventFacts['organisers'], t: ReportWriter['t']): Block {
  if (organisers.length === 0) return { kind: 'missing', text: `${t('eventReport.field.organisers')}: ${t('output.notStated')}` };
  return {
    kind: 'table',
    caption: t('eventReport.field.organisers'),
    columns: [column(t('eventReport.field.organiser'), 'start', 3), column(t('eventReport.field.organiserPlace'), 'start', 2)],
    rows: organisers.map(({ name, place }) => [name, place || t('output.notStated')]),
    total: [],
    note: '',
  };
}

/** The areas chosen, each with its sub-areas, in the form's order. */
function focusBlocks({ t, words }: ReportWriter, { themes, crossCutting }: EventFacts): Block[] {
  const chosen = thematicAreas.flatMap(({ area, subAreas }) => {
    const named = subAreas.filter((subArea) => themes.includes(`${area}/${subArea}`)).map((subArea) => t(`eventReport.sub.${subArea}`));
    return named.length > 0 ? [{ label: t(`eventReport.area.${area as ThematicArea}`), text: words.list(named) }] : [];
  });
  const crossing = crossCutting.map((issue) => t(`eventReport.cross.${issue}`));
  return [
    chosen.length > 0 ? { kind: 'facts', items: chosen } : { kind: 'missing', text: `${t('eventReport.field.themes')}: ${t('report.eventReport.noThemes')}` },
    { kind: 'facts', items: [{ label: t('eventReport.field.crossCutting'), text: words.list(crossing) || t('report.eventReport.noThemes') }] },
  ];
}

function discussionBlocks(writer: ReportWriter, report: PrintedEventReport): Block[] {
  const { t } = writer;
  const under = (title: string, part: ReportPart): Block[] => [{ kind: 'heading', text: title }, ...textBlocks(writer, report.texts[part])];
  const issues = issueParts.flatMap((part, place): Block[] => {
    const text = report.texts[part].trim();
    const heading = issueHeading(t, report.facts, place);
    return text ? [{ kind: 'rich', style: 'heading', level: 3, runs: [{ text: heading }] }, ...textBlocks(writer, text)] : [];
  });
  return [
    ...under(t('eventReport.part.outline'), 'outline'),
    { kind: 'heading', text: t('eventReport.part.issues') },
    ...(issues.length > 0 ? issues : [{ kind: 'missing', text: t('report.eventReport.noText') } as const]),
    ...under(t('eventReport.part.recommendations'), 'recommendations'),
    ...under(t('eventReport.part.partnerships'), 'partnerships'),
    countNote(writer, report, 'discussion'),
  ];
}

/** The heading as renamed, else the form's own. */
function issueHeading(t: ReportWriter['t'], { issueHeadings }: Pick<EventFacts, 'issueHeadings'>, place: number): string {
  const own = [t('eventReport.heading.1'), t('eventReport.heading.2'), t('eventReport.heading.3')];
  return issueHeadings[place]?.trim() || (own[place] ?? '');
}

function countNote({ t, formats, context }: ReportWriter, { texts }: PrintedEventReport, limit: keyof typeof wordLimits): Block {
  const { words, over } = againstLimit(
    partsOfLimit[limit].map((part) => texts[part]),
    wordLimits[limit],
    context.language,
  );
  const params = { words: formats.count(words), limit: formats.count(wordLimits[limit]), over: formats.count(over) };
  return { kind: 'note', title: '', text: over > 0 ? t('report.eventReport.wordsOver', params) : t('report.eventReport.words', params) };
}

/** Typed text: an empty line parts paragraphs, lines with a dash are a list. */
function textBlocks({ t }: ReportWriter, text: string): Block[] {
  if (text.trim() === '') return [{ kind: 'missing', text: t('report.eventReport.noText') }];
  return text.split(/\n\s*\n/).flatMap((part) => {
    const lines = part.split('\n').map((line) => line.trim());
    const groups: Block[] = [];
    let items: string[] = [];
    const close = () => {
      if (items.length > 0) groups.push({ kind: 'bullets', items });
      items = [];
    };
    for (const line of lines.filter(Boolean)) {
      const item = /^[-–•*]\s+(.*)$/.exec(line)?.[1];
      if (item) items.push(item);
      else {
        close();
        groups.push({ kind: 'text', text: line });
      }
    }
    close();
    return groups;
  });
}

function speakerBlocks({ t }: ReportWriter, { speakers, leftOut }: PrintedEventReport): Block[] {
  const table: Block =
    speakers.length === 0
      ? { kind: 'missing', text: t('report.eventReport.noSpeakers') }
      : {
          kind: 'table',
          caption: t('report.eventReport.speakers'),
          columns: [
            column(t('eventReport.speaker.fullName'), 'start', 3),
            column(t('eventReport.speaker.role'), 'start', 2),
            column(t('eventReport.speaker.nationality'), 'start', 2),
            column(t('eventReport.speaker.organisation'), 'start', 3),
            column(t('eventReport.speaker.post'), 'start', 2),
            column(t('eventReport.speaker.speaksAt'), 'start'),
            column(t('eventReport.speaker.email'), 'start', 3),
          ],
          rows: speakers.map((speaker) => [
            [speaker.title, speaker.fullName].filter(Boolean).join(' '),
            t(`eventReport.role.${speaker.role}`),
            speaker.nationality,
            speaker.organisation,
            speaker.post,
            speaker.speaksAt,
            speaker.email,
          ]),
          total: [],
          note: '',
        };
  return [table, ...(leftOut > 0 ? [{ kind: 'text', text: t('eventReport.leftOut', { count: leftOut }) } as const] : [])];
}
