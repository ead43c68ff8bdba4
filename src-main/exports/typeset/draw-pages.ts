import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import initRenderer, { TypstRendererBuilder } from '@myriaddreamin/typst-ts-renderer';
import { splitPages } from './split-pages.ts';

/** The renderer's parts of an SVG: body 1, definitions 2, style 4 (and a script, 8, that no picture needs). */
const bodyDefinitionsStyle = 1 + 2 + 4;

/** One SVG for each page of a document that a typesetter gave as a picture, text as outlines; the same whichever typesetter it was. */
export async function drawPages(vector: Uint8Array): Promise<string[]> {
  return (await drawFirstPages(vector, Number.POSITIVE_INFINITY)).pages;
}

/** The same of the first pages, beside how many there are: hundreds of them are hundreds of megabytes. */
export async function drawFirstPages(vector: Uint8Array, most: number): Promise<{ readonly pages: string[]; readonly pageCount: number }> {
  const require = createRequire(import.meta.url);
  await initRenderer({ module_or_path: readFileSync(require.resolve('@myriaddreamin/typst-ts-renderer/pkg/typst_ts_renderer_bg.wasm')) });
  const renderer = await new TypstRendererBuilder().build();
  const session = renderer.session_from_artifact(vector, 'vector');
  return splitPages(renderer.svg_data(session, bodyDefinitionsStyle), most);
}
