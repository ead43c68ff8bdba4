import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
import { pictureSize } from '../files/picture-size.ts';
import { refuse } from '../refuse.ts';

/** A photo as the project keeps it: JPEG of the pixels alone, so that place, time and device of the camera stay behind. */
export interface ShrunkPhoto {
  readonly jpeg: Buffer;
  readonly thumbnail: Buffer;
  readonly width: number;
  readonly height: number;
}

export const mostPhotoBytes = 40_000_000;
const mostPixels = 80_000_000;
const longestSide = 1_600;
const longestThumbnailSide = 320;
const quality = { whole: 80, thumbnail: 70 };

/**
 * Draws a JPEG or PNG anew, upright, at most 1600 pixels on its longer side, with a thumbnail of 320. Refusals: `photo/not-a-picture`,
 * `photo/too-large`, `photo/damaged`.
 */
export async function shrinkPhoto(bytes: Buffer): Promise<ShrunkPhoto> {
  if (bytes.length > mostPhotoBytes) refuse('photo/too-large', { megabytes: Math.round(mostPhotoBytes / 1e6) });
  const size = pictureSize(bytes);
  if (size === null) refuse('photo/not-a-picture');
  if (size === 'damaged') refuse('photo/damaged');
  if (size.width * size.height > mostPixels) refuse('photo/too-large', { megabytes: Math.round(mostPhotoBytes / 1e6) });
  const image = await decode(bytes);
  const whole = draw(image, longestSide, quality.whole);
  const thumbnail = draw(image, longestThumbnailSide, quality.thumbnail);
  return { jpeg: whole.jpeg, thumbnail: thumbnail.jpeg, width: whole.width, height: whole.height };
}

async function decode(bytes: Buffer): Promise<Image> {
  try {
    const image = await loadImage(bytes);
    if (image.width > 0 && image.height > 0) return image;
  } catch {
    // Told below.
  }
  return refuse('photo/damaged');
}

function draw(image: Image, longest: number, jpegQuality: number): { jpeg: Buffer; width: number; height: number } {
  const scale = Math.min(1, longest / Math.max(image.width, image.height));
  const width = Math.max(1, Math.round(image.width * scale));
  const height = Math.max(1, Math.round(image.height * scale));
  const canvas = createCanvas(width, height);
  const pen = canvas.getContext('2d');
  // What is see-through in a PNG lies on paper.
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, width, height);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(image, 0, 0, width, height);
  return { jpeg: canvas.toBuffer('image/jpeg', jpegQuality), width, height };
}
