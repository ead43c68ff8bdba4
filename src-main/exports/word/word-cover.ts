import { AlignmentType, Paragraph } from 'docx';
import type { ReportDocument } from '../report/report-document.ts';
import type { WordPart } from './word-blocks.ts';
import { hex, muted, type WordKit } from './word-kit.ts';
import { boxTable, gridTable } from './word-tables.ts';

/** The first page: the city's marks, the title on its colour, what it is about, and who answers for it. */
export function coverParts(kit: WordKit, { cover }: ReportDocument): WordPart[] {
  const onAccent = hex(kit.look.onAccent);
  const titleSize = cover.title.length > 90 ? 36 : cover.title.length > 34 ? 52 : 64;
  return [
    ...logos(kit),
    boxTable(
      kit,
      [
        kit.paragraph(cover.kicker, { look: { bold: true, size: 24, color: onAccent }, spacing: { before: 900, after: 160 } }),
        kit.paragraph(cover.title, { style: 'Title', look: { color: onAccent, size: titleSize } }),
        kit.paragraph(cover.subtitle, { look: { size: 28, color: onAccent }, spacing: { after: 2_800 } }),
      ],
      kit.look.accent,
    ),
    new Paragraph({ spacing: { after: 400 } }),
    gridTable(
      kit,
      cover.facts.map((fact) => [
        kit.paragraph(fact.label, { look: { size: 17, color: muted }, spacing: { after: 20 } }),
        kit.paragraph(fact.text, { look: { bold: true, size: 22 }, spacing: { after: 240 } }),
      ]),
      2,
    ),
    kit.paragraph(cover.note, { style: 'Small' }),
  ];
}

/** The head of a document without a cover. */
export function plainHead(kit: WordKit, { cover, layout }: ReportDocument): WordPart[] {
  if (layout === 'certificate' || layout === 'handout') return [];
  return [
    ...logos(kit),
    kit.paragraph(cover.kicker, { look: { bold: true, color: hex(kit.look.accent) }, spacing: { after: 40 } }),
    kit.paragraph(cover.title, { style: 'Title', look: { size: 40 } }),
    ...(cover.subtitle ? [kit.paragraph(cover.subtitle, { style: 'Lead' })] : []),
  ];
}

function logos(kit: WordKit): WordPart[] {
  const height = 52;
  const pictures = kit.look.logos.flatMap(({ image, alt, ratio }) => kit.picture(image, alt, Math.round(height * ratio)) ?? []);
  if (pictures.length === 0) return [];
  const spaced = pictures.flatMap((picture, place) => (place > 0 ? [...kit.runs('     '), picture] : [picture]));
  return [new Paragraph({ children: spaced, alignment: AlignmentType.START, spacing: { after: 240 }, ...(kit.isRtl ? { bidirectional: true } : {}) })];
}
