/**
 * Typst's renderer draws all pages below one another in one SVG with shared glyph outlines. Cuts it into one picture a page, each with just
 * the outlines it uses; the invisible selectable text and the script of the interactive viewer are left out. Of more than `most` pages the first are given.
 */
export function splitPages(svg: string, most = Number.POSITIVE_INFINITY): { readonly pages: string[]; readonly pageCount: number } {
  const style = /<style[\s\S]*?<\/style>/.exec(svg)?.[0] ?? '';
  const definitions = collectDefinitions(svg);
  const starts = [...svg.matchAll(/<g class="typst-page"[^>]*>/g)];
  const end = Math.max(svg.lastIndexOf('</g>') + '</g>'.length, 0);
  const pages = starts.slice(0, most).map((start, place) => {
    const body = svg.slice(start.index + start[0].length, starts[place + 1]?.index ?? end);
    const width = attribute(start[0], 'data-page-width');
    const height = attribute(start[0], 'data-page-height');
    const shown = body
      .replaceAll(/<foreignObject[\s\S]*?<\/foreignObject>/g, '')
      .replaceAll(/ data-tid="[^"]*"/g, '')
      // A space is a glyph without an outline.
      .replaceAll(/<use [^>]*href="#([^"]+)"[^>]*\/>/g, (use, id: string) => (definitions.has(id) ? use : ''));
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${width} ${height}" width="${width}pt" height="${height}pt">`,
      '<rect width="100%" height="100%" fill="#fff"/>',
      style,
      `<defs>${usedDefinitions(shown, definitions)}</defs>`,
      '<g>',
      shown,
      '</svg>',
    ].join('');
  });
  return { pages, pageCount: starts.length };
}

function attribute(tag: string, name: string): number {
  return Number(new RegExp(`${name}="([\\d.]+)"`).exec(tag)?.[1] ?? 0);
}

/** Everything with an id that stands in a `<defs>`. */
function collectDefinitions(svg: string): Map<string, string> {
  const definitions = new Map<string, string>();
  for (const [, content = ''] of svg.matchAll(/<defs[^>]*>([\s\S]*?)<\/defs>/g)) {
    for (const [whole, , id = ''] of content.matchAll(/<(\w+)\b[^>]*?\bid="([^"]+)"[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g)) definitions.set(id, whole);
  }
  return definitions;
}

/** The definitions that a text refers to, and those that they refer to. */
function usedDefinitions(text: string, definitions: ReadonlyMap<string, string>): string {
  const wanted = new Set<string>();
  const queue = [text];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    for (const [, id = ''] of part.matchAll(/(?:href="#|url\(#)([^")]+)/g)) {
      const definition = definitions.get(id);
      if (definition === undefined || wanted.has(id)) continue;
      wanted.add(id);
      queue.push(definition);
    }
  }
  return [...wanted].map((id) => definitions.get(id) ?? '').join('');
}
