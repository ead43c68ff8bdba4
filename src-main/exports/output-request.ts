import type { OutputOptions } from '#shared/domain/output-options.ts';
import type { OutputFormat, OutputKind } from '#shared/domain/outputs.ts';
import type { Texts } from '#shared/i18n/texts.ts';
import type { ProfileData } from './profile-data.ts';

/** One output asked for, with all that it is made from: it travels to the process that makes it. */
export interface OutputRequest {
  readonly kind: OutputKind;
  readonly format: OutputFormat;
  /** `file` makes the bytes of a file, `pages` an SVG of each page. */
  readonly as: 'file' | 'pages';
  readonly language: string;
  /** The language asked for, and English. */
  readonly texts: Readonly<Record<string, Texts>>;
  readonly resourcesFolder: string;
  readonly data: ProfileData;
  /** Chapters, annexes and identity; the usual ones where none are given. */
  readonly options?: OutputOptions;
}
