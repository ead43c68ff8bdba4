import type { Cell } from '../foreign-table.ts';

/** Names for `count` columns from their header cells: spaces and line breaks made one space, empty ones `column 3`, repeated ones `name (2)`. */
export function nameColumns(header: readonly Cell[], count: number): string[] {
  const taken = new Set<string>();
  /** Thousands of columns of one name do not try each number anew. */
  const next = new Map<string, number>();
  return Array.from({ length: count }, (_, index) => {
    const written = String(header[index] ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 200);
    const wanted = written === '' ? `column ${index + 1}` : written;
    let name = wanted;
    for (let n = next.get(wanted) ?? 2; taken.has(name); n++) {
      name = `${wanted} (${n})`;
      next.set(wanted, n + 1);
    }
    taken.add(name);
    return name;
  });
}
