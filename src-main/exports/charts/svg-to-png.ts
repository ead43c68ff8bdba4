import { createCanvas, loadImage } from '@napi-rs/canvas';
import { registerFonts } from './paper-canvas.ts';

/** A picture of dots for formats without vector pictures; `width` and `height` in pixels at 96 to the inch. */
export interface DotPicture {
  readonly bytes: Buffer;
  readonly width: number;
  readonly height: number;
}

/** Draws an SVG `width` pixels wide, `sharpness` dots to each pixel. An SVG without a view box counts as 4:3. */
export async function svgToPng(svg: string, options: { width: number; resourcesFolder: string; sharpness?: number }): Promise<DotPicture> {
  registerFonts(options.resourcesFolder);
  const { width, sharpness = 2.5 } = options;
  const box = /viewBox="([\d.eE+-]+)[ ,]+([\d.eE+-]+)[ ,]+([\d.eE+-]+)[ ,]+([\d.eE+-]+)"/.exec(svg);
  const height = Math.round(width * (box ? Number(box[4]) / Number(box[3]) : 0.75));
  const size = { width: Math.round(width * sharpness), height: Math.round(height * sharpness) };
  // Scaled as a drawing, so that lines stay sharp.
  const open = /<svg\b[^>]*>/.exec(svg)?.[0] ?? '<svg>';
  const scaled = svg.replace(open, open.replace(/\s(width|height)="[^"]*"/g, '').replace('<svg', `<svg width="${size.width}" height="${size.height}"`));
  const canvas = createCanvas(size.width, size.height);
  canvas.getContext('2d').drawImage(await loadImage(Buffer.from(scaled)), 0, 0, size.width, size.height);
  return { bytes: canvas.toBuffer('image/png'), width, height };
}
