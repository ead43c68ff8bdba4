import { createCanvas, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import type { BoundaryFeature } from '#shared/domain/geometry.ts';
import type { MapFigure } from '#shared/domain/maps.ts';
import { font } from '#shared/figures/figure.ts';
import { type FigureStyle, figureStyle } from '#shared/figures/figure-style.ts';
import { circleLegend, circleRadius, mapColours, mapLegend, type ReadMap, type ReadPanel, readMap } from '#shared/figures/map-figure.ts';
import { registerFonts, withViewBox } from '../charts/paper-canvas.ts';
import type { ExportContext } from '../export-context.ts';
import { drawCircle, drawFoot, type MapFoot, type PaperLegendEntry } from './map-legend.ts';
import { type PaperPatterns, pixelPatterns, svgPatterns, withPatterns, wrapped } from './map-pen.ts';
import { drawLines, drawShapes, type MapArea } from './paper-map.ts';
import { layOnPlane, type Plane } from './plane.ts';

const style: FigureStyle = { ...figureStyle('print'), fontSize: 15 };
const width = 900;
const tallest = 760;
/** Pixels of a PNG for each pixel of the drawing. */
const sharpness = 2;
const margin = 28;
const panelGap = 24;
const largestCircleShare = 0.045;

/** A map with its title, legend, scale and source as a file's bytes: SVG with outlined text, or PNG at twice its size. */
export function drawMapPicture(map: MapFigure, features: readonly BoundaryFeature[], context: ExportContext, format: 'png' | 'svg'): Uint8Array {
  const drawing = composeFigure(map, features, context);
  if (format === 'svg') return Buffer.from(asSvg(drawing), 'utf8');
  const canvas = createCanvas(width * sharpness, drawing.height * sharpness);
  const pen = canvas.getContext('2d');
  pen.scale(sharpness, sharpness);
  drawing.draw(pen, pixelPatterns(pen, style, sharpness));
  return canvas.encodeSync('png');
}

interface Drawing {
  readonly height: number;
  draw(pen: SKRSContext2D, patterns: PaperPatterns): void;
}

function asSvg({ height, draw }: Drawing): string {
  const canvas = createCanvas(width, height, SvgExportFlag.ConvertTextToPaths);
  draw(canvas.getContext('2d'), svgPatterns);
  return withPatterns(withViewBox(canvas.getContent().toString('utf8'), width, height), style);
}

/** Measures everything once, then draws from top to bottom. */
function composeFigure(map: MapFigure, features: readonly BoundaryFeature[], context: ExportContext): Drawing {
  registerFonts(context.resourcesFolder);
  const measure = createCanvas(8, 8).getContext('2d');
  const inner = width - 2 * margin;
  const read = readMap(map, context.formats);
  const cells = (map.cells ?? []).map(({ id, boundary }): BoundaryFeature => ({ type: 'Feature', properties: { areaId: id, name: '' }, geometry: boundary }));
  const panelWidth = (inner - panelGap * (map.panels.length - 1)) / map.panels.length;
  const plane = layOnPlane([...features, ...cells], { width: panelWidth, smallest: 160, tallest });
  const areas = plane.areas.slice(0, features.length);
  const shapes = map.kind === 'hexagons' ? plane.areas.slice(features.length) : areas;
  const colours = mapColours(read, style);
  const foot = footOf(map, read, colours, shapes, context, style, panelWidth);

  const lines = (text: string | undefined, size: number, weight: 400 | 600 = 400) => {
    measure.font = font(style, { weight, size });
    return text ? wrapped(measure, text, inner) : [];
  };
  const titleSize = style.fontSize * 1.4;
  const title = lines(map.title, titleSize, 600);
  const source = [
    ...lines(map.source ? context.t('map.source', { source: map.source }) : '', style.fontSize * 0.85),
    ...lines(map.note, style.fontSize * 0.85),
  ];
  const titleHeight = title.length * titleSize * 1.3 + (title.length > 0 ? 8 : 0);
  const panelTitleHeight = map.panels.some((panel) => panel.title) ? style.fontSize * 1.8 : 0;
  const footPlace = { left: margin, width: inner, pixelsPerKilometre: plane.pixelsPerKilometre };
  const footHeight = drawFoot(measure, foot, svgPatterns, { ...footPlace, top: null });
  const sourceHeight = source.length * style.fontSize * 1.2 + (source.length > 0 ? 8 : 0);
  const height = Math.ceil(margin * 2 + titleHeight + panelTitleHeight + plane.height + 14 + footHeight + sourceHeight);

  return {
    height,
    draw(pen, patterns) {
      pen.direction = context.direction;
      const isRightToLeft = context.direction === 'rtl';
      const start = isRightToLeft ? width - margin : margin;
      pen.fillStyle = style.paper;
      pen.fillRect(0, 0, width, height);
      const write = (texts: readonly string[], top: number, size: number, weight: 400 | 600, colour: string) => {
        pen.font = font(style, { weight, size });
        pen.fillStyle = colour;
        pen.textAlign = isRightToLeft ? 'right' : 'left';
        pen.textBaseline = 'top';
        for (const [place, text] of texts.entries()) pen.fillText(text, start, top + place * size * (weight > 400 ? 1.3 : 1.4));
      };
      write(title, margin, titleSize, 600, style.ink);
      const top = margin + titleHeight + panelTitleHeight;
      for (const [place, panel] of read.panels.entries()) {
        const order = isRightToLeft ? read.panels.length - 1 - place : place;
        const left = margin + order * (panelWidth + panelGap);
        if (panel.title) {
          pen.font = font(style, { weight: 600, size: style.fontSize });
          pen.fillStyle = style.ink;
          pen.textAlign = isRightToLeft ? 'right' : 'left';
          pen.textBaseline = 'top';
          pen.fillText(panel.title, isRightToLeft ? left + panelWidth : left, margin + titleHeight);
        }
        pen.save();
        pen.translate(left, top);
        drawPanel(pen, { map, read, panel, colours, style, patterns, areas, shapes, panelWidth });
        pen.restore();
      }
      drawFoot(pen, foot, patterns, { ...footPlace, top: top + plane.height + 14 });
      write(source, height - margin - sourceHeight + 8, style.fontSize * 0.85, 400, style.muted);
    },
  };
}

interface PanelDrawing {
  readonly map: MapFigure;
  readonly read: ReadMap;
  readonly panel: ReadPanel;
  readonly colours: readonly string[];
  readonly style: FigureStyle;
  readonly patterns: PaperPatterns;
  readonly areas: Plane['areas'];
  readonly shapes: Plane['areas'];
  readonly panelWidth: number;
}

function drawPanel(pen: SKRSContext2D, { map, read, panel, colours, style, patterns, areas, shapes, panelWidth }: PanelDrawing): void {
  drawShapes(pen, { style, patterns }, shapes, (id): Pick<MapArea, 'colour' | 'pattern'> => {
    const fill = read.fillOf(panel, id);
    if (fill === 'none' || fill === 'hidden') return { colour: null, pattern: fill };
    return { colour: fill === 'plain' ? style.noData : (colours[fill] ?? style.noData) };
  });
  if (map.kind === 'hexagons') drawLines(pen, areas, style.muted, areas.length > 200 ? 0.25 : 0.6);
  if (map.kind !== 'symbols') return;
  const most = panelWidth * largestCircleShare;
  const circles = shapes.flatMap((shape) => {
    const entry = panel.values.get(shape.areaId);
    return entry && entry.value !== null && !entry.isHidden ? [{ shape, value: entry.value }] : [];
  });
  // Small ones last, so that none is covered whole.
  for (const { shape, value } of circles.sort((a, b) => b.value - a.value)) {
    drawCircle(pen, { style }, shape.label[0], shape.label[1], circleRadius(value, read.largest, most));
  }
}

function footOf(
  map: MapFigure,
  read: ReadMap,
  colours: readonly string[],
  shapes: Plane['areas'],
  context: ExportContext,
  style: FigureStyle,
  panelWidth: number,
): MapFoot {
  const { t, formats } = context;
  const ids = shapes.map((shape) => shape.areaId);
  const patterns = mapLegend(read, colours, ids, { none: t('map.noFigure'), hidden: t('map.hidden') });
  const circles: PaperLegendEntry[] =
    map.kind === 'symbols'
      ? circleLegend(read.largest).map((value) => ({
          colour: style.accent,
          radius: circleRadius(value, read.largest, panelWidth * largestCircleShare),
          label: read.format(value),
        }))
      : [];
  return {
    legend: read.hasValues ? [...circles, ...patterns] : [],
    legendTitle: [map.legendTitle ?? '', map.unit ? `(${map.unit})` : ''].filter(Boolean).join(' '),
    style,
    direction: context.direction,
    kilometres: (length) => (length < 1 ? t('map.metres', { length: formats.count(length * 1000) }) : t('map.kilometres', { length: formats.count(length) })),
  };
}
