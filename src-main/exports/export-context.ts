import { type OutputOptions, usualOptions } from '#shared/domain/output-options.ts';
import { createFormats, type Formats } from '#shared/i18n/formats.ts';
import { type Direction, directionOf } from '#shared/i18n/languages.ts';
import { createTranslate, type Texts, type Translate } from '#shared/i18n/texts.ts';

/** How an output speaks and where its fonts and templates are. */
export interface ExportContext {
  readonly language: string;
  readonly direction: Direction;
  readonly t: Translate;
  readonly formats: Formats;
  /** The `resources` folder that ships. */
  readonly resourcesFolder: string;
  /** Chapters, annexes and identity chosen for this output; the usual ones for whatever has none. */
  readonly options: OutputOptions;
}

/** The context of one language; `texts` hold at least that language and English. */
export function createExportContext(options: {
  language: string;
  texts: Readonly<Record<string, Texts>>;
  resourcesFolder: string;
  options?: OutputOptions;
}): ExportContext {
  const { language, texts, resourcesFolder } = options;
  return {
    language,
    direction: directionOf(language),
    t: createTranslate(language, texts),
    formats: createFormats(language),
    resourcesFolder,
    options: options.options ?? usualOptions,
  };
}
