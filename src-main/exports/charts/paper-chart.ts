import { createCanvas, SvgExportFlag } from '@napi-rs/canvas';
import { Chart, type ChartItem } from 'chart.js/auto';
import type { Figure } from '#shared/figures/figure.ts';
import { printableText } from '../typeset/printable-text.ts';
import { registerFonts, withViewBox } from './paper-canvas.ts';

/** Draws a figure as SVG with outlined text, `width` pixels wide. */
export function drawFigure(figure: Figure, options: { width: number; resourcesFolder: string }): string {
  registerFonts(options.resourcesFolder);
  const height = Math.ceil(figure.height);
  const canvas = createCanvas(options.width, height, SvgExportFlag.ConvertTextToPaths);
  const pen = canvas.getContext('2d');
  const write = pen.fillText.bind(pen);
  pen.fillText = (text, ...where) => write(printableText(text), ...where);
  const chart = new Chart(pen as unknown as ChartItem, {
    ...figure.config,
    options: { ...figure.config.options, responsive: false, animation: false, devicePixelRatio: 1 },
  });
  const svg = canvas.getContent().toString('utf8');
  chart.destroy();
  return withViewBox(svg, options.width, height);
}
