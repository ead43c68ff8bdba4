import { type IStylesOptions, LineRuleType } from 'docx';
import type { ReportDocument } from '../report/report-document.ts';
import { hex, ink, muted, type WordKit } from './word-kit.ts';

/** Faces that Word has everywhere; Arabic letters take the second one. */
const font = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Calibri', cs: 'Arial' };

/** The look as Word styles, so that whoever goes on writing changes one style and not a hundred paragraphs. */
export function wordStyles({ language }: ReportDocument, kit: WordKit): IStylesOptions {
  const accent = hex(kit.look.accent);
  const heading = (size: number, before: number, after: number) => ({
    run: { size, sizeComplexScript: size, bold: true, boldComplexScript: true, color: accent, font },
    paragraph: { spacing: { before, after }, keepNext: true, keepLines: true },
  });
  const own = (id: string, name: string, run: object, paragraph: object) => ({
    id,
    name,
    basedOn: 'Normal',
    next: 'Normal',
    quickFormat: true,
    run,
    paragraph,
  });
  const sized = (size: number) => ({ size, sizeComplexScript: size });
  return {
    default: {
      document: {
        run: { ...sized(21), font, color: ink, language: { value: kit.isRtl ? 'en-GB' : language, bidirectional: kit.isRtl ? language : 'ar-SA' } },
        paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
      },
      title: {
        run: { ...sized(64), bold: true, boldComplexScript: true, font, color: ink },
        paragraph: { spacing: { before: 0, after: 200, line: 240, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(34, 360, 140),
      heading2: heading(26, 280, 100),
      heading3: heading(22, 220, 80),
      heading4: heading(21, 200, 60),
      listParagraph: { paragraph: { spacing: { after: 60 } } },
    },
    paragraphStyles: [
      own('Lead', 'Lead', { ...sized(24), color: muted }, { spacing: { after: 200 } }),
      own('Small', 'Small', { ...sized(17), color: muted }, { spacing: { after: 100, line: 252, lineRule: LineRuleType.AUTO } }),
      own('Cell', 'Cell', sized(18), { spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO } }),
      own('Caption', 'Caption', { ...sized(19), color: ink }, { spacing: { before: 240, after: 100 } }),
      own('Missing', 'Missing', { ...sized(20), italics: true, color: muted }, { spacing: { after: 120 } }),
      own('ContentsTitle', 'Contents title', { ...sized(34), bold: true, color: accent }, { spacing: { after: 240 } }),
      own('Quotation', 'Quotation', { ...sized(24), color: accent }, { indent: { start: 340, end: 340 }, spacing: { before: 120, after: 200 } }),
      own('TOC1', 'toc 1', { bold: true }, { spacing: { before: 100, after: 20 } }),
      own('TOC2', 'toc 2', {}, { indent: { start: 300 }, spacing: { after: 10 } }),
    ],
  };
}
