import type { Tie } from '#shared/domain/network.ts';
import { bodySize, type Spot } from './arrange.ts';
import { bends, tieLine } from './tie-line.ts';
import { tieStyles } from './tie-style.ts';

interface Words {
  readonly nameOf: (id: string) => string;
  readonly kindOf: (kind: Tie['kind']) => string;
  readonly title: string;
  /** What the figures rest on, below the picture. */
  readonly basis: string;
  readonly direction: 'ltr' | 'rtl';
  /** Resolves a colour of the theme. */
  readonly colour: (name: string) => string;
}

const margin = 40;
const lineLength = 26;

/** The drawing as a picture of its own, for a report or a slide: the same bytes for the same drawing. */
export function networkSvg(spots: readonly Spot[], ties: readonly Tie[], words: Words): string {
  const left = Math.min(...spots.map(({ x }) => x)) - margin;
  const top = Math.min(...spots.map(({ y }) => y)) - margin - 30;
  const width = Math.max(...spots.map(({ x }) => x)) + bodySize.width + margin - left;
  const height = Math.max(...spots.map(({ y }) => y)) + bodySize.height + margin + 30 - top;
  const at = new Map(spots.map((spot) => [spot.id, spot]));
  const bend = bends(ties);
  const kinds = [...new Set(ties.map(({ kind }) => kind))];
  const heads = kinds.map(
    (kind) =>
      `<marker id="head-${kind}" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="14" markerHeight="14" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 10 5 0 10z" fill="${colourOf(words, kind)}"/></marker>`,
  );
  const lines = ties.flatMap((tie) => {
    const [from, to] = [at.get(tie.fromId), at.get(tie.toId)];
    if (!from || !to) return [];
    const { path, middle } = tieLine(from, to, bend.get(tie.id) ?? 0);
    const { dash, width: stroke } = tieStyles[tie.kind];
    const colour = colourOf(words, tie.kind);
    return [
      `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${stroke}"${dash ? ` stroke-dasharray="${dash}"` : ''} marker-end="url(#head-${tie.kind})"/>`,
      `<text x="${middle.x}" y="${middle.y + 4}" text-anchor="middle" font-size="11" font-weight="600" fill="${colour}" stroke="${words.colour('--surface')}" stroke-width="4" paint-order="stroke">${escaped(words.kindOf(tie.kind))}</text>`,
    ];
  });
  const bodies = spots.map(({ id, x, y }) => {
    const rows = wrapped(words.nameOf(id));
    const first = y + bodySize.height / 2 + 4 - (rows.length - 1) * 8;
    const texts = rows.map((row, index) => `<text x="${x + bodySize.width / 2}" y="${first + index * 16}" text-anchor="middle">${escaped(row)}</text>`);
    return `<rect x="${x}" y="${y}" width="${bodySize.width}" height="${bodySize.height}" rx="8" fill="${words.colour('--surface')}" stroke="${words.colour('--line-strong')}" stroke-width="1.5"/>${texts.join('')}`;
  });
  const start = words.direction === 'rtl' ? left + width - margin : left + margin;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="13" fill="${words.colour('--ink')}" direction="${words.direction}">`,
    `<title>${escaped(words.title)}</title><defs>${heads.join('')}</defs>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${words.colour('--surface')}"/>`,
    `<text x="${start}" y="${top + 30}" font-size="17" font-weight="600">${escaped(words.title)}</text>`,
    ...lines,
    ...bodies,
    `<text x="${start}" y="${top + height - 16}" font-size="12" fill="${words.colour('--ink-soft')}">${escaped(words.basis)}</text>`,
    '</svg>',
  ].join('\n');
}

function colourOf(words: Words, kind: Tie['kind']): string {
  return words.colour(tieStyles[kind].colour.slice('var('.length, -1));
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign);
}

/** A name on at most two lines. */
function wrapped(name: string): string[] {
  if (name.length <= lineLength) return [name];
  const cut = name.lastIndexOf(' ', lineLength);
  const [first, rest] = cut > 0 ? [name.slice(0, cut), name.slice(cut + 1)] : [name.slice(0, lineLength), name.slice(lineLength)];
  return [first, rest.length > lineLength ? `${rest.slice(0, lineLength - 1)}…` : rest];
}
