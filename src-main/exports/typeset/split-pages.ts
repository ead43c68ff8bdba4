/**
 * Typst's plain SVG holds all pages below one another: for each page a white ground and a group moved down, then shared definitions.
 * Cuts it into one picture a page, each with just the definitions it uses.
 */
export function splitPages(svg: string): string[] {
  const lines = svg.split('\n');
  const pages: { top: number; body: string[] }[] = [];
  const definitions = new Map<string, string>();
  let wrapper = '';
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.startsWith('<svg')) wrapper = line;
    else if (line.startsWith('    <g')) {
      const end = closing(lines, at, '    </g>');
      pages.push({ top: Number(/matrix\(1 0 0 1 0 ([\d.]+)\)/.exec(line)?.[1] ?? 0), body: lines.slice(at + 1, end) });
      at = end;
    } else if (line.startsWith('    <defs')) {
      const end = closing(lines, at, '    </defs>');
      collect(lines.slice(at + 1, end), definitions);
      at = end;
    }
  }
  const [, , width = 595.28, total = 841.89] = (/viewBox="([^"]+)"/.exec(wrapper)?.[1] ?? '').split(' ').map(Number);
  return pages.map(({ top, body }, place) => {
    const height = (pages[place + 1]?.top ?? total) - top;
    const text = body.join('\n');
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 ${round(width)} ${round(height)}" width="${round(width)}pt" height="${round(height)}pt">`,
      `<rect width="100%" height="100%" fill="#fff"/>`,
      `<defs>${used(text, definitions)}</defs>`,
      text,
      '</svg>',
    ].join('\n');
  });
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function closing(lines: readonly string[], from: number, end: string): number {
  if (/\/>\s*$/.test(lines[from] ?? '')) return from;
  const found = lines.indexOf(end, from + 1);
  return found === -1 ? lines.length : found;
}

/** Definitions are the children of `<defs>`, eight spaces in. */
function collect(lines: readonly string[], definitions: Map<string, string>): void {
  let id = '';
  let body: string[] = [];
  for (const line of lines) {
    const starts = /^ {8}<\w/.test(line);
    if (starts) {
      if (id) definitions.set(id, body.join('\n'));
      id = /\bid="([^"]+)"/.exec(line)?.[1] ?? '';
      body = [];
    }
    body.push(line.trimStart());
  }
  if (id) definitions.set(id, body.join('\n'));
}

/** The definitions that a text refers to, and those that they refer to. */
function used(text: string, definitions: ReadonlyMap<string, string>): string {
  const wanted = new Set<string>();
  const queue = [text];
  for (let part = queue.pop(); part !== undefined; part = queue.pop()) {
    for (const match of part.matchAll(/(?:href="#|url\(#)([^")]+)/g)) {
      const id = match[1] ?? '';
      const definition = definitions.get(id);
      if (definition === undefined || wanted.has(id)) continue;
      wanted.add(id);
      queue.push(definition);
    }
  }
  return [...wanted].map((id) => definitions.get(id) ?? '').join('');
}
