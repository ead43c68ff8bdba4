import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFonts } from '../fonts.ts';
import { printableText } from '../typeset/printable-text.ts';
import type { TypesetOptions } from '../typeset/typesetter.ts';
import type { Report, TextRun } from './report-document.ts';
import { withWholeLinks } from './report-links.ts';

/** Templates, data and pictures of a report as the typesetter takes them. */
export function reportFiles(written: Report, options: { resourcesFolder: string; isStrict?: boolean }): TypesetOptions {
  // The typesetter stops at a link that leads nowhere.
  const report = withWholeLinks(written);
  const folder = join(options.resourcesFolder, 'report');
  const files = new Map<string, Uint8Array>();
  for (const name of readdirSync(folder).filter((entry) => entry.endsWith('.typ'))) files.set(name, readFileSync(join(folder, name)));
  const encoder = new TextEncoder();
  files.set('report.json', encoder.encode(JSON.stringify(report.document, report.document.direction === 'rtl' ? isolateForeign : printable)));
  for (const [name, svg] of report.images) files.set(`images/${name}`, encoder.encode(svg));
  for (const [name, bytes] of report.photographs ?? []) files.set(`images/${name}`, bytes);
  const { year, month, day } = report.document;
  return {
    files,
    main: 'report.typ',
    fonts: readFonts(options.resourcesFolder),
    createdAt: Date.UTC(year, month - 1, day) / 1000,
    isStrict: options.isStrict ?? false,
  };
}

function printable(_key: string, value: unknown): unknown {
  return typeof value === 'string' ? printableText(value) : value;
}

/** First-to-last marks of a stretch that runs from left to right whatever surrounds it. */
const leftToRight = ['\u2066', '\u2069'] as const;

const rightToLeft = /[\u0590-\u08ff]/;

/** In right-to-left writing, text all in letters of the other direction keeps its own order, its full stop at its own end. */
function isolateForeign(key: string, original: unknown): unknown {
  const value = printable(key, original);
  if (key === 'runs' && Array.isArray(value)) return isolateRuns(value);
  if (typeof value !== 'string' || key === 'author' || !/\p{Script=Latin}.*(\s|[.:;!?]$)/u.test(value) || rightToLeft.test(value.replaceAll('،', '')))
    return value;
  return `${leftToRight[0]}${value}${leftToRight[1]}`;
}

/** Foreign words of several looks are one stretch: else each run would be put on the wrong side of the one before it. */
function isolateRuns(runs: readonly TextRun[]): readonly TextRun[] {
  const words = runs.map(({ text }) => text).join('');
  if (runs.length < 2 || !/\p{Script=Latin}/u.test(words) || rightToLeft.test(words)) return runs;
  const mark = (text: string): TextRun => ({ text });
  return [mark(leftToRight[0]), ...runs, mark(leftToRight[1])];
}
