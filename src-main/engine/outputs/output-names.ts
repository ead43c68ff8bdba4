import { basename, dirname, extname, join } from 'node:path';
import type { OutputFormat } from '#shared/domain/outputs.ts';

/** Characters that Windows allows in no file name, and what else would break a path there. */
const forbidden = new RegExp(`[<>:"/\\\\|?*${String.fromCharCode(0)}-${String.fromCharCode(31)}]`, 'g');
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** A part of a file name that every system takes: no forbidden characters, no dot or space at the ends, not too long. */
export function safeFileName(text: string, fallback: string): string {
  const clean = text
    .normalize('NFC')
    .replaceAll(forbidden, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .slice(0, 80)
    .trim();
  return clean === '' || reserved.test(clean) ? fallback : clean;
}

/** The folder beside the project that its outputs go to. */
export function outputFolder(projectPath: string): string {
  return join(dirname(projectPath), `${basename(projectPath, extname(projectPath))} outputs`);
}

/** For example `Puerto Sereno – City Safety Profile – 2026-11-21 (en).pdf`; the day is that of the data. */
export function outputFileName(parts: { city: string; title: string; day: string; language: string; format: OutputFormat }): string {
  return `${safeFileName(parts.city, 'City')} – ${safeFileName(parts.title, 'Output')} – ${parts.day} (${parts.language}).${parts.format}`;
}
