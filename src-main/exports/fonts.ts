import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The font files in `resources/fonts`: only the weights that outputs use. All under the SIL Open Font License 1.1. */
export const fontFiles = [
  { fileName: 'source-sans-3-400.ttf', family: 'Source Sans 3' },
  { fileName: 'source-sans-3-400-italic.ttf', family: 'Source Sans 3' },
  { fileName: 'source-sans-3-600.ttf', family: 'Source Sans 3' },
  { fileName: 'source-sans-3-700.ttf', family: 'Source Sans 3' },
  { fileName: 'vazirmatn-400.ttf', family: 'Vazirmatn' },
  { fileName: 'vazirmatn-600.ttf', family: 'Vazirmatn' },
  { fileName: 'vazirmatn-700.ttf', family: 'Vazirmatn' },
] as const;

export function readFonts(resourcesFolder: string): Buffer[] {
  return fontFiles.map(({ fileName }) => readFileSync(join(resourcesFolder, 'fonts', fileName)));
}
