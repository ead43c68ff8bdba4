import { join } from 'node:path';
import { GlobalFonts } from '@napi-rs/canvas';
import { fontFiles } from '../fonts.ts';

let registeredFolder = '';

/** Fonts are a matter of the whole process in the canvas library; registering once is enough. */
export function registerFonts(resourcesFolder: string): void {
  if (registeredFolder === resourcesFolder) return;
  for (const { fileName, family } of fontFiles) GlobalFonts.registerFromPath(join(resourcesFolder, 'fonts', fileName), family);
  registeredFolder = resourcesFolder;
}

/** The canvas library writes a width and a height only; a picture that is scaled needs its view box. */
export function withViewBox(svg: string, width: number, height: number): string {
  return svg.replace(/<svg\b/, `<svg viewBox="0 0 ${width} ${height}"`);
}
