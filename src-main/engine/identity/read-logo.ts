import { readFile, stat } from 'node:fs/promises';
import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { pictureSize } from '../files/picture-size.ts';
import { refuse } from '../refuse.ts';
import { readDrawing } from './logo-drawing.ts';
import type { ReadLogo } from './picture-read.ts';

const mostBytes = 10_000_000;
const mostPixels = 40_000_000;
/** Sharp at 10 cm of paper. */
const longestSide = 1_200;

/**
 * Reads a picture to be printed on documents. A PNG or JPEG is drawn anew, at most 1200 pixels on its longer side, so that nothing but pixels stays; an SVG is
 * kept as it is where it is plain. Refusals: `file/not-found`, `logo/…`.
 */
export async function readLogo(path: string): Promise<ReadLogo> {
  const found = await stat(path).catch(() => refuse('file/not-found'));
  if (found.size > mostBytes) refuse('logo/too-large', { megabytes: mostBytes / 1e6 });
  const bytes = await readFile(path);
  const size = pictureSize(bytes);
  if (size === 'damaged') refuse('logo/damaged');
  if (size === null) return readDrawing(bytes);
  if (size.width * size.height > mostPixels) refuse('logo/too-large', { megabytes: mostBytes / 1e6 });
  return drawAnew(await decode(bytes), size.type);
}

async function decode(bytes: Buffer): Promise<Image> {
  try {
    const image = await loadImage(bytes);
    if (image.width > 0 && image.height > 0) return image;
  } catch {
    // Told below.
  }
  return refuse('logo/damaged');
}

function drawAnew(image: Image, type: 'image/png' | 'image/jpeg'): ReadLogo {
  const scale = Math.min(1, longestSide / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return { type, width, height, bytes: type === 'image/png' ? canvas.toBuffer('image/png') : canvas.toBuffer('image/jpeg', 90) };
}
