import PptxGenJS from 'pptxgenjs';
import { documentColours } from '#shared/methods/document-colours.ts';
import { svgToPng } from '../charts/svg-to-png.ts';
import type { ExportContext } from '../export-context.ts';
import type { ProfileData } from '../profile-data.ts';
import { createReportWriter, fingerprint, type ReportWriter } from '../report/report-writer.ts';

/** Inches: a page of 16 : 9. */
const page = { width: 13.333, height: 7.5, margin: 0.65 };
const bodyWidth = page.width - 2 * page.margin;
const ink = '1B2A30';
const muted = '5B6B72';
const rule = 'D5DCDE';
/** Distinct in grey, too. */
const seriesColours = (accent: string): string[] => [accent, '6FA8AD', 'C9DBDD', 'C4511A'];

export interface TableSpec {
  readonly heads: readonly { readonly label: string; readonly width: number; readonly isNumber?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

export interface ChartSpec {
  readonly kind: 'columns' | 'bars' | 'stacked';
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  /** Excel's code for the numbers at the marks. */
  readonly format: string;
  readonly axis: string;
}

/** One slide: a sentence that says what it says, and what shows it. */
export interface SlideSpec {
  readonly message: string;
  readonly chart?: ChartSpec;
  readonly table?: TableSpec;
  readonly points?: readonly string[];
  /** A line under it: how to read it. */
  readonly foot?: string;
  /** For whoever speaks: sources and what to say with it. */
  readonly notes: readonly string[];
}

export interface SlideKit {
  readonly writer: ReportWriter;
  readonly deck: PptxGenJS;
  readonly accent: string;
  readonly font: string;
  readonly isRtl: boolean;
  add(spec: SlideSpec): void;
  title(parts: { kicker: string; title: string; subtitle: string; foot: string; notes: readonly string[] }): Promise<void>;
}

export function createSlideKit(data: ProfileData, context: ExportContext): SlideKit {
  const writer = createReportWriter(data, context);
  const { t } = context;
  const isRtl = context.direction === 'rtl';
  const accent = documentColours(context.options.identity).accent.replace('#', '').toUpperCase();
  const font = isRtl ? 'Arial' : 'Calibri';
  const deck = new PptxGenJS();
  deck.layout = 'LAYOUT_WIDE';
  deck.rtlMode = isRtl;
  deck.theme = { headFontFace: font, bodyFontFace: font };
  const city = data.city.name || t('output.unnamedCity');
  deck.title = `${city} – ${t('outputs.slides.title')}`;
  deck.subject = t('outputs.slides.title');
  deck.author = city;
  deck.company = city;
  const place = (x: number, width: number) => (isRtl ? page.width - x - width : x);
  const words = {
    fontFace: font,
    color: ink,
    lang: context.language,
    rtlMode: isRtl,
    align: isRtl ? ('right' as const) : ('left' as const),
    fit: 'shrink' as const,
    margin: 0,
  };
  const fingerprintNote = t('slides.notesFingerprint', { fingerprint: fingerprint(data) });
  let number = 1;
  return {
    writer,
    deck,
    accent,
    font,
    isRtl,
    add: (spec) => {
      number += 1;
      const slide = deck.addSlide();
      slide.addText(spec.message, { ...words, x: page.margin, y: 0.4, w: bodyWidth, h: 1.05, fontSize: 28, bold: true, color: accent, valign: 'middle' });
      slide.addShape('line', { x: page.margin, y: 1.5, w: bodyWidth, h: 0, line: { color: rule, width: 1 } });
      const height = spec.foot ? 4.65 : 5.05;
      if (spec.chart) addChart(slide, spec, { accent, font, height, isRtl, t });
      if (spec.table) addTable(slide, spec.table, { font, accent, language: context.language, isRtl });
      if (spec.points) {
        slide.addText(
          spec.points.map((text) => ({ text, options: { bullet: { indent: 18 }, breakLine: true, paraSpaceAfter: 10, rtlMode: isRtl, align: words.align } })),
          { ...words, x: page.margin, y: 1.75, w: bodyWidth, h: height, fontSize: 22, valign: 'top' },
        );
      }
      if (spec.foot) slide.addText(spec.foot, { ...words, x: page.margin, y: 6.45, w: bodyWidth, h: 0.42, fontSize: 12, color: muted, valign: 'middle' });
      slide.addText(`${city} · ${t('report.footer', { day: writer.formats.day(writer.day()) })}`, {
        ...words,
        x: place(page.margin, 10),
        y: 6.98,
        w: 10,
        h: 0.28,
        fontSize: 10,
        color: muted,
      });
      slide.addText(String(number), {
        ...words,
        x: place(page.width - page.margin - 1, 1),
        y: 6.98,
        w: 1,
        h: 0.28,
        fontSize: 10,
        color: muted,
        align: isRtl ? 'left' : 'right',
      });
      slide.addNotes([...spec.notes, fingerprintNote].filter(Boolean).join('\n'));
    },
    title: async ({ kicker, title, subtitle, foot, notes }) => {
      const slide = deck.addSlide();
      slide.background = { color: accent };
      const white = { ...words, color: 'FFFFFF' };
      slide.addText(kicker, { ...white, x: page.margin, y: 1.5, w: bodyWidth, h: 0.5, fontSize: 20, bold: true });
      slide.addText(title, { ...white, x: page.margin, y: 2.05, w: bodyWidth, h: 1.5, fontSize: title.length > 24 ? 36 : 48, bold: true, valign: 'middle' });
      slide.addText(subtitle, { ...white, x: page.margin, y: 3.65, w: bodyWidth, h: 0.7, fontSize: 22 });
      slide.addText(foot, { ...white, x: page.margin, y: 6.6, w: bodyWidth, h: 0.45, fontSize: 12 });
      await addLogos(slide, context, place);
      slide.addNotes([...notes, fingerprintNote].filter(Boolean).join('\n'));
    },
  };
}

async function addLogos(slide: PptxGenJS.Slide, context: ExportContext, place: (x: number, width: number) => number): Promise<void> {
  let x = page.margin;
  for (const logo of context.options.logos.slice(0, 4)) {
    const isDrawing = logo.type === 'image/svg+xml';
    const bytes = isDrawing
      ? (await svgToPng(new TextDecoder().decode(logo.bytes), { width: 300, resourcesFolder: context.resourcesFolder })).bytes
      : Buffer.from(logo.bytes);
    const height = 0.75;
    const width = Math.min(3, (logo.width / Math.max(1, logo.height)) * height);
    // A light plate: a mark made for paper is read on every colour.
    slide.addShape('rect', {
      x: place(x, width + 0.2),
      y: 0.45,
      w: width + 0.2,
      h: height + 0.2,
      fill: { color: 'FFFFFF' },
      line: { color: 'FFFFFF', width: 0 },
    });
    const type = isDrawing ? 'image/png' : logo.type;
    slide.addImage({
      data: `${type};base64,${bytes.toString('base64')}`,
      x: place(x + 0.1, width),
      y: 0.55,
      w: width,
      h: height,
      altText: logo.name || context.t('slides.logoAlt'),
    });
    x += width + 0.45;
  }
}

interface Look {
  readonly accent: string;
  readonly font: string;
  readonly isRtl: boolean;
}

/** A chart that stays one: whoever opens the slides can change its numbers. */
function addChart(slide: PptxGenJS.Slide, { chart, message }: SlideSpec, look: Look & { height: number; t: ReportWriter['t'] }): void {
  if (!chart) return;
  const isBars = chart.kind !== 'columns';
  const order = <Item>(items: readonly Item[]) => (isBars ? items.toReversed() : [...items]);
  const data = chart.series.map(({ name, values }) => ({ name, labels: order(chart.labels), values: order(values).map((value) => value ?? Number.NaN) }));
  const small = { color: muted, fontFace: look.font, fontSize: 12 };
  const values = chart.labels.map((label, at) => `${label}: ${chart.series.map(({ values: own }) => own[at] ?? '–').join(' / ')}`).join('; ');
  slide.addChart('bar', data, {
    ...{ x: page.margin, y: 1.65, w: bodyWidth, h: look.height },
    altText: look.t('slides.chartAlt', { title: message, values }),
    barDir: isBars ? 'bar' : 'col',
    barGrouping: chart.kind === 'stacked' ? 'stacked' : 'clustered',
    barGapWidthPct: 45,
    chartColors: chart.series.length > 1 ? seriesColours(look.accent) : [look.accent],
    ...{ showLegend: chart.series.length > 1, legendPos: 'b', legendFontFace: look.font, legendFontSize: 12, legendColor: muted },
    ...{ showValue: chart.kind !== 'stacked', dataLabelFormatCode: chart.format, dataLabelColor: ink, dataLabelFontFace: look.font, dataLabelFontSize: 12 },
    ...{ catAxisLabelColor: small.color, catAxisLabelFontFace: small.fontFace, catAxisLabelFontSize: 13 },
    ...{
      valAxisHidden: chart.kind !== 'stacked',
      valAxisLabelColor: small.color,
      valAxisLabelFontFace: small.fontFace,
      valAxisLabelFontSize: 11,
      valAxisLabelFormatCode: chart.format,
    },
    ...{ valGridLine: chart.kind === 'stacked' ? { color: rule, size: 0.5 } : { style: 'none' }, valAxisMinVal: 0, valAxisLineShow: false },
    ...(chart.axis ? { showTitle: true, title: chart.axis, titleColor: muted, titleFontFace: look.font, titleFontSize: 12 } : {}),
  });
}

function addTable(slide: PptxGenJS.Slide, { heads, rows }: TableSpec, look: Look & { language: string }): void {
  const all = heads.reduce((sum, { width }) => sum + width, 0);
  const widths = heads.map(({ width }) => (width / all) * bodyWidth);
  const start = look.isRtl ? 'right' : 'left';
  const end = look.isRtl ? 'left' : 'right';
  const base = { fontFace: look.font, fontSize: 14, color: ink, valign: 'top' as const, margin: [0.05, 0.08, 0.05, 0.08] as [number, number, number, number] };
  const line = { type: 'solid' as const, pt: 0.75, color: rule };
  const none = { type: 'none' as const };
  const alignOf = (at: number) => (heads[at]?.isNumber ? (end as 'left' | 'right') : (start as 'left' | 'right'));
  const head = heads.map(({ label }, at) => ({
    text: label,
    options: {
      ...base,
      bold: true,
      color: look.accent,
      fontSize: 13,
      align: alignOf(at),
      border: [none, none, { ...line, pt: 1.5, color: look.accent }, none] as [typeof none, typeof none, typeof line, typeof none],
    },
  }));
  const body = rows.map((row) =>
    row.map((text, at) => ({
      text,
      options: { ...base, align: alignOf(at), border: [none, none, line, none] as [typeof none, typeof none, typeof line, typeof none] },
    })),
  );
  slide.addTable([head, ...body], { x: page.margin, y: 1.75, w: bodyWidth, colW: widths });
}
