import { createCanvas, type Image, loadImage } from '@napi-rs/canvas';
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
  const size = sizeOfPicture(bytes);
  if (size === null) refuse('photo/not-a-picture');
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

/** Pixels of a JPEG or PNG by its head, before anything is decoded; null for anything else. */
function sizeOfPicture(bytes: Buffer): { width: number; height: number } | null {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === 0x89504e47 && bytes.readUInt32BE(4) === 0x0d0a1a0a) {
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  }
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (bytes[at] !== 0xff) return refuse('photo/damaged');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return refuse('photo/damaged');
}
