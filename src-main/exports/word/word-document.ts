import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageBreak,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SectionType,
  TableOfContents,
  TextRun,
} from 'docx';
import { estimatePageNumbers } from 'docx/layout';
import type { ExportContext } from '../export-context.ts';
import type { Report, ReportDocument } from '../report/report-document.ts';
import { steadyOffice } from '../steady-zip.ts';
import { type WordPart, wordBlocks } from './word-blocks.ts';
import { coverParts, plainHead } from './word-cover.ts';
import { createWordKit, hex, muted, textWidth, type WordKit } from './word-kit.ts';
import { wordStyles } from './word-styles.ts';

/** Sets a report as a Word file: the same blocks as the PDF, in styles and tables that one can go on writing in. The same report gives the same bytes. */
export async function writeWord(report: Report, context: Pick<ExportContext, 'resourcesFolder'>): Promise<Uint8Array> {
  const { document } = report;
  const kit = await createWordKit(report, context.resourcesFolder);
  const hasCover = (document.layout ?? 'report') === 'report';
  const body = [
    ...(hasCover ? [] : plainHead(kit, document)),
    ...document.sections.flatMap((section, place) => sectionParts(kit, section, place > 0 || hasCover)),
  ];
  const isLying = document.layout === 'certificate';
  const size = isLying ? { width: 16_838, height: 11_906, orientation: 'landscape' as const } : { width: 11_906, height: 16_838 };
  const page = { size, margin: { top: 1_700, bottom: 1_420, left: 1_417, right: 1_417, header: 720, footer: 640 } };
  const file = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    keywords: document.keywords.join(', '),
    description: document.cover.subtitle,
    subject: document.cover.kicker,
    styles: wordStyles(document, kit),
    numbering: { config: [numberedList(), bulletList(kit)] },
    pageNumbers: estimatePageNumbers,
    sections: [
      ...(hasCover
        ? [
            {
              properties: { type: SectionType.NEXT_PAGE, page: { ...page, margin: { ...page.margin, top: 1_000 } } },
              children: [...coverParts(kit, document), ...contents(kit, document)],
            },
          ]
        : []),
      {
        properties: { type: hasCover ? SectionType.NEXT_PAGE : SectionType.CONTINUOUS, page: { ...page, pageNumbers: { start: 1 } } },
        ...(isLying ? {} : { headers: { default: runningHeader(kit, document) }, footers: { default: runningFooter(kit, document) } }),
        children: body,
      },
    ],
  });
  return steadyOffice(await Packer.toBuffer(file), document, renumbered());
}

function sectionParts(kit: WordKit, section: ReportDocument['sections'][number], mayBreak: boolean): WordPart[] {
  const heading = section.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_1;
  return [
    ...(section.title
      ? [
          kit.paragraph(section.title, {
            heading,
            pageBreakBefore: section.startsPage && mayBreak,
            ...(section.anchor === undefined ? {} : { anchor: section.anchor }),
          }),
        ]
      : []),
    ...(section.lead ? [kit.paragraph(section.lead, { style: 'Lead' })] : []),
    ...wordBlocks(kit, section.blocks),
  ];
}

function contents(kit: WordKit, document: ReportDocument): (WordPart | TableOfContents)[] {
  if (!document.hasContents) return [];
  return [
    new Paragraph({ children: [new PageBreak()] }),
    kit.paragraph(document.labels.contents, { style: 'ContentsTitle' }),
    new TableOfContents(document.labels.contents, { hyperlink: true, headingStyleRange: '1-2', beginDirty: false }),
  ];
}

function runningHeader(kit: WordKit, { header }: ReportDocument): Header {
  return new Header({ children: [acrossLine(kit, header.start, kit.runs(header.end, small), 'bottom')] });
}

function runningFooter(kit: WordKit, { footer }: ReportDocument): Footer {
  return new Footer({ children: [acrossLine(kit, footer, [new TextRun({ ...small, children: [PageNumber.CURRENT] })], 'top')] });
}

const small = { size: 16, color: muted };

/** Words at the start of the line and at its end. */
function acrossLine(kit: WordKit, start: string, end: readonly ParagraphChild[], edge: 'top' | 'bottom'): Paragraph {
  const line = { style: 'single' as const, size: 4, color: 'd5dcde', space: 4 };
  return new Paragraph({
    ...(kit.isRtl ? { bidirectional: true } : {}),
    tabStops: [{ type: kit.isRtl ? 'left' : 'right', position: textWidth }],
    border: { [edge]: line },
    children: [...kit.runs(start, small), new TextRun({ ...small, text: '\t' }), ...end],
  });
}

function numberedList() {
  const level = (place: number, format: (typeof LevelFormat)[keyof typeof LevelFormat]) => ({
    level: place,
    format,
    text: `%${place + 1}.`,
    style: { paragraph: { indent: { start: 340 * (place + 1), hanging: 340 } } },
  });
  return { reference: 'numbered', levels: [level(0, LevelFormat.DECIMAL), level(1, LevelFormat.LOWER_LETTER), level(2, LevelFormat.LOWER_ROMAN)] };
}

function bulletList(kit: WordKit) {
  return {
    reference: 'bulleted',
    levels: [0, 1, 2].map((level) => ({
      level,
      format: LevelFormat.BULLET,
      text: level === 1 ? '–' : '•',
      style: { paragraph: { indent: { start: 300 * (level + 1), hanging: 300 } }, run: { color: hex(kit.look.accent) } },
    })),
  };
}

/** Drawings, bookmarks and headings are numbered by counters of the whole process: here in the order of the file, so that the bytes follow from the report. */
function renumbered(): (name: string, xml: string) => string {
  return (name, xml) => {
    if (!name.startsWith('word/')) return xml;
    let drawings = 0;
    const bookmarks = new Map<string, number>();
    const headings = new Map<string, string>();
    return xml
      .replace(/_Toc\d+\b/g, (whole) => {
        if (!headings.has(whole)) headings.set(whole, `_Toc${headings.size + 1}`);
        return headings.get(whole) ?? whole;
      })
      .replace(/(<(?:wp:docPr|pic:cNvPr)\b[^>]*?\sid=")[^"]*"/g, (_whole, start: string) => {
        drawings += 1;
        return `${start}${drawings}"`;
      })
      .replace(/(<w:bookmark(?:Start|End)\b[^>]*?w:id=")([^"]*)"/g, (_whole, start: string, id: string) => {
        if (!bookmarks.has(id)) bookmarks.set(id, bookmarks.size + 1);
        return `${start}${bookmarks.get(id)}"`;
      });
  };
}
