import { createHash } from 'node:crypto';
import type { Figure, FigureContext } from '#shared/figures/figure.ts';
import { figureStyle } from '#shared/figures/figure-style.ts';
import { documentColours } from '#shared/methods/document-colours.ts';
import { drawFigure } from '../charts/paper-chart.ts';
import { drawTree, type TreePicture } from '../charts/tree-picture.ts';
import type { ExportContext } from '../export-context.ts';
import { drawMap, type PaperMap } from '../maps/paper-map.ts';
import type { ProfileData } from '../profile-data.ts';
import { type ShownIncidents, shownIncidents } from '../shown-incidents.ts';
import { createWords, type Words } from '../words.ts';
import type { Align, Block, TableColumn } from './report-document.ts';
import { createTrace, type ReportTrace } from './report-trace.ts';

/** Pixels that a figure is drawn at; it is set 160 mm wide, so that its 10.5-pixel type becomes 9 points. */
const figureWidth = 520;

/** What every section of a report is written with: the data, the small numbers hidden, the words, and the pictures drawn so far. */
export interface ReportWriter {
  readonly data: ProfileData;
  readonly context: ExportContext;
  readonly t: ExportContext['t'];
  readonly formats: ExportContext['formats'];
  readonly words: Words;
  readonly incidents: ShownIncidents | null;
  readonly figureContext: FigureContext;
  readonly images: Map<string, string>;
  /** What rests on what. */
  readonly trace: ReportTrace;
  /** Number of an area as maps and tables show it, from 1; the areas' order is by name. */
  areaNumber(areaId: string): number;
  areaName(areaId: string | null): string;
  day(): string;
  chart(figure: Figure, texts: { caption: string; alt: string; source: string }): Block;
  map(map: Omit<PaperMap, 'style' | 'direction' | 'width' | 'resourcesFolder' | 'kilometres'>, texts: { caption: string; alt: string; source: string }): Block;
  /** Null for a tree that fits no page as a drawing. */
  tree(tree: Pick<TreePicture, 'tree' | 'wordsOf' | 'isDashed'>, texts: { caption: string; alt: string; source: string }): Block | null;
}

export function createReportWriter(data: ProfileData, context: ExportContext): ReportWriter {
  const { t, formats } = context;
  const { accent, accentSoft, highlight } = documentColours(context.options.identity);
  const style = { ...figureStyle('print'), ...(context.options.identity.accent ? { accent, accentSoft, highlight } : {}) };
  const images = new Map<string, string>();
  const byName = data.areas.toSorted((a, b) => formats.compare(a.name, b.name));
  const numbers = new Map(byName.map((area, place) => [area.id, place + 1]));
  const names = new Map(data.areas.map((area) => [area.id, area.name]));
  const picture = (svg: string, texts: { caption: string; alt: string; source: string }): Block => {
    const image = `figure-${images.size + 1}.svg`;
    images.set(image, svg);
    return { kind: 'figure', image, ...texts };
  };
  return {
    trace: createTrace({ data, t, formats }),
    data,
    context,
    t,
    formats,
    words: createWords(context),
    incidents: data.incidents && data.incidents.total.count > 0 ? shownIncidents(data.incidents) : null,
    figureContext: { style, direction: context.direction, count: (value) => formats.count(value), decimal: (value, digits) => formats.decimal(value, digits) },
    images,
    areaNumber: (areaId) => numbers.get(areaId) ?? 0,
    areaName: (areaId) => (areaId === null ? t('output.areaNotStated') : (names.get(areaId) ?? t('output.areaNotStated'))),
    day: () => data.changedAt.slice(0, 10),
    chart: (figure, texts) => picture(drawFigure(figure, { width: figureWidth, resourcesFolder: context.resourcesFolder }), texts),
    map: (map, texts) =>
      picture(
        drawMap({
          ...map,
          style,
          direction: context.direction,
          width: figureWidth,
          resourcesFolder: context.resourcesFolder,
          kilometres: (length) =>
            length < 1 ? t('map.metres', { length: formats.count(length * 1000) }) : t('map.kilometres', { length: formats.count(length) }),
        }),
        texts,
      ),
    tree: (tree, texts) => {
      const svg = drawTree({ ...tree, style, direction: context.direction, width: figureWidth, resourcesFolder: context.resourcesFolder });
      return svg === null ? null : picture(svg, texts);
    },
  };
}

export function column(label: string, align: Align = 'start', width = 0): TableColumn {
  return { label, align, width };
}

/** A fingerprint of everything that an output was made from: equal for equal data, whatever the machine and the day. */
export function fingerprint(data: ProfileData): string {
  // Earlier releases are no part of the data: the same data has the same fingerprint before and after.
  const incidents = data.incidents && { ...data.incidents, earlier: [] };
  return createHash('sha256')
    .update(JSON.stringify({ ...data, incidents }))
    .digest('hex');
}

/** A fingerprint in groups of eight, so that two people can compare it aloud. */
export function grouped(text: string): string {
  return text.match(/.{1,8}/g)?.join(' ') ?? text;
}

/** A change as a share (0.25 = a quarter more) with its sign, the minus as a real one. */
export function changeText(change: number, language: string): string {
  return new Intl.NumberFormat(language, { style: 'percent', signDisplay: 'exceptZero', maximumFractionDigits: 0 }).format(change).replace('-', '−');
}
