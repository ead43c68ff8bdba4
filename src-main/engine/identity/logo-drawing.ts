import { refuse } from '../refuse.ts';
import type { ReadLogo } from './picture-read.ts';

const mostDrawingBytes = 300_000;

/** What a drawing may not hold: anything that runs, that comes from elsewhere, or that stands for something else when it is read. */
const notPlain: readonly RegExp[] = [
  /<!DOCTYPE|<!ENTITY|<\?xml-stylesheet/i,
  /<\s*(?:[\w-]+:)?(?:script|foreignObject|iframe|object|embed|audio|video|animate\w*|set|handler|listener)\b/i,
  /\son\w+\s*=/i,
  /\b(?:xlink:)?href\s*=\s*["']?\s*(?!["']?#)/i,
  /url\(\s*["']?(?!#)/i,
  /@import|javascript:|expression\s*\(/i,
];

/**
 * An SVG that is shapes and nothing else: it is set into documents and shown on screens as it stands. Words in it have to be outlines, since
 * no font of the city's ships. Refusals: `logo/not-a-picture`, `logo/too-large`, `logo/drawing-not-plain`, `logo/drawing-with-text`.
 */
export function readDrawing(bytes: Buffer): ReadLogo {
  const text = decodeText(bytes);
  const root = /<svg\b[^>]*>/i.exec(text)?.[0];
  if (root === undefined || !/<\/svg>\s*$/i.test(text)) return refuse('logo/not-a-picture');
  if (bytes.length > mostDrawingBytes) refuse('logo/too-large', { megabytes: mostDrawingBytes / 1e6 });
  const shapes = text.replaceAll(/<!--[\s\S]*?-->/g, '').replaceAll(/\sxmlns(?::\w+)?\s*=\s*("[^"]*"|'[^']*')/g, '');
  if (notPlain.some((pattern) => pattern.test(shapes))) refuse('logo/drawing-not-plain');
  if (/<\s*(?:[\w-]+:)?text\b/i.test(shapes)) refuse('logo/drawing-with-text');
  const { width, height } = sizeOf(root) ?? refuse('logo/damaged');
  return { type: 'image/svg+xml', width, height, bytes };
}

function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** The size by the view box, else by width and height, as whole numbers that keep the shape. */
function sizeOf(root: string): { width: number; height: number } | null {
  const box = /\bviewBox\s*=\s*["']([^"']+)["']/i
    .exec(root)?.[1]
    ?.trim()
    .split(/[\s,]+/)
    .map(Number);
  const of = (name: string) => Number.parseFloat(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)`, 'i').exec(root)?.[1] ?? '');
  const [width = Number.NaN, height = Number.NaN] = box?.length === 4 ? box.slice(2) : [of('width'), of('height')];
  if (!(width > 0 && height > 0) || width / height > 40 || height / width > 40) return null;
  const scale = 1_000 / Math.max(width, height);
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
