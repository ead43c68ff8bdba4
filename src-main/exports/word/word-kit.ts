import { createHash } from 'node:crypto';
import { AlignmentType, Bookmark, ImageRun, InternalHyperlink, type IParagraphOptions, Paragraph, type ParagraphChild, TextRun } from 'docx';
import { type DotPicture, svgToPng } from '../charts/svg-to-png.ts';
import type { Report, ReportLook, TextRun as Run } from '../report/report-document.ts';

/** Twips: 160 mm between the margins of an A4 page. */
export const textWidth = 9071;
/** Pixels at 96 to the inch of the same. */
const figureWidth = 604;

const usualLook: ReportLook = {
  accent: '#0b5d66',
  accentSoft: '#a9c8cb',
  accentPale: '#eef5f5',
  highlight: '#c4511a',
  onAccent: '#ffffff',
  logos: [],
};
export const ink = '1b2a30';
export const muted = '5b6b72';
export const rule = 'd5dcde';
const linkColour = '0b5d66';
export const hex = (colour: string): string => colour.replace('#', '');

/** What every part of a Word document is set with. */
export interface WordKit {
  readonly isRtl: boolean;
  readonly look: ReportLook;
  readonly pictures: ReadonlyMap<string, DotPicture>;
  /** Running numbers of figures, tables and numbered lists, in the order of the document. */
  readonly counts: { figure: number; table: number; list: number };
  readonly labels: Report['document']['labels'];
  paragraph(text: string | readonly Run[], options?: Omit<IParagraphOptions, 'text' | 'children'> & { anchor?: string | undefined; look?: RunLook }): Paragraph;
  runs(text: string | readonly Run[], look?: RunLook): ParagraphChild[];
  picture(image: string, alt: string, width?: number): ParagraphChild | null;
}

export interface RunLook {
  readonly bold?: boolean;
  readonly italics?: boolean;
  readonly color?: string;
  /** Half points. */
  readonly size?: number;
}

export async function createWordKit(report: Report, resourcesFolder: string): Promise<WordKit> {
  const isRtl = report.document.direction === 'rtl';
  const pictures = new Map<string, DotPicture>();
  for (const [name, svg] of report.images) pictures.set(name, await svgToPng(svg, { width: figureWidth, resourcesFolder }));
  const look = report.document.look ?? usualLook;
  for (const logo of look.logos) {
    const bytes = report.photographs?.get(logo.image);
    if (bytes) pictures.set(logo.image, { bytes: Buffer.from(bytes), width: figureWidth, height: figureWidth / logo.ratio });
  }
  const runs: WordKit['runs'] = (text, look = {}) => (typeof text === 'string' ? [{ text }] : text).flatMap((run) => wordRuns(run, look, isRtl));
  return {
    isRtl,
    look,
    pictures,
    counts: { figure: 0, table: 0, list: 0 },
    labels: report.document.labels,
    runs,
    paragraph: (text, { anchor, look: runLook, ...options } = {}) => {
      const children = runs(text, runLook);
      const bidi = isRtl ? { bidirectional: true } : {};
      return new Paragraph({
        alignment: AlignmentType.START,
        ...bidi,
        ...options,
        children: anchor === undefined ? children : [new Bookmark({ id: bookmark(anchor), children })],
      });
    },
    picture: (image, alt, width = figureWidth) => {
      const picture = pictures.get(image);
      if (!picture) return null;
      const type = image.endsWith('.jpg') ? ('jpg' as const) : ('png' as const);
      const size = { width, height: Math.round((picture.height / picture.width) * width) };
      return new ImageRun({ type, data: picture.bytes, transformation: size, altText: { name: image, description: alt, title: '' } });
    },
  };
}

/** Word's names of places are short and of plain letters. */
function bookmark(anchor: string): string {
  return `a_${createHash('sha256').update(anchor).digest('hex').slice(0, 20)}`;
}

function wordRuns(run: Run, look: RunLook, isRtl: boolean): ParagraphChild[] {
  const style = {
    ...look,
    ...(run.isBold ? { bold: true } : {}),
    ...(run.isItalic ? { italics: true } : {}),
    ...(run.to === undefined ? {} : { color: look.color ?? linkColour }),
    // Words in the other letters keep their own order.
    ...(isRtl && !isForeign(run.text) ? { rightToLeft: true } : {}),
  };
  const text = isRtl && isForeign(run.text) ? `${leftToRight}${run.text}${leftToRight}` : run.text;
  const lines = text.split('\n').map((line, place) => new TextRun({ ...style, text: line, ...(place > 0 ? { break: 1 } : {}) }));
  return run.to === undefined ? lines : [new InternalHyperlink({ anchor: bookmark(run.to), children: lines })];
}

/** Keeps a full stop at the end of words that run from left to right. */
const leftToRight = '\u200e';

function isForeign(text: string): boolean {
  return /\p{Script=Latin}/u.test(text) && !/[\u0590-\u08ff]/.test(text);
}
