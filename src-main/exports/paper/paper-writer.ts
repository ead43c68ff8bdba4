import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportContext } from '../export-context.ts';
import type { PaperData } from './paper-data.ts';
import type { Paper, PaperDocument } from './paper-document.ts';

/** What every kind of printed matter is written with. */
export interface PaperWriter {
  readonly data: PaperData;
  readonly context: ExportContext;
  readonly images: Map<string, Uint8Array>;
  /** The path of a shipped picture in the document, or empty where there is none of that name. */
  picture(name: string): string;
  /** Takes a drawing in and returns its path. */
  addSvg(name: string, svg: string): string;
  /** City and workshop in one line. */
  foot(): string;
  finish(title: string, content: PaperDocument['content']): Paper;
}

export function createPaperWriter(data: PaperData, context: ExportContext): PaperWriter {
  const images = new Map<string, Uint8Array>();
  const cityName = data.cityName || context.t('output.unnamedCity');
  return {
    data,
    context,
    images,
    picture(name) {
      // A name from a project file is data: it may not lead out of the folder of pictures.
      if (!/^[a-z0-9-]+$/.test(name)) return '';
      const source = join(context.resourcesFolder, 'room', 'pictures', `${name}.svg`);
      if (!existsSync(source)) return '';
      const path = `pictures/${name}.svg`;
      if (!images.has(path)) images.set(path, readFileSync(source));
      return path;
    },
    addSvg(name, svg) {
      const path = `pictures/${name}`;
      images.set(path, new TextEncoder().encode(svg));
      return path;
    },
    foot: () => [cityName, data.workshop.title].filter(Boolean).join(' · '),
    finish(title, content) {
      const [year = 1970, month = 1, day = 1] = data.day.split('-').map(Number);
      const document = {
        language: context.language,
        direction: context.direction,
        title: `${cityName} – ${title}`,
        author: cityName,
        year,
        month,
        day,
        content,
      };
      return { document, images };
    },
  };
}
