import type { OutputOptions } from '#shared/domain/output-options.ts';
import type { Section } from './report-document.ts';

/** Writes the chapters wanted and no others: a chapter that is left out costs no drawing. Their order is laid by `finishReport`. */
export function writeChapters(options: OutputOptions, chapters: Readonly<Record<string, () => Section | readonly Section[]>>): Section[] {
  return Object.entries(chapters)
    .filter(([code]) => options.chapters === null || options.chapters.includes(code))
    .flatMap(([code, write]) => [write()].flat().map((section, place) => (place === 0 ? { ...section, code } : section)));
}
