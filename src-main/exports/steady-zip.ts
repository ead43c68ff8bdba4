import { unzipSync, zipSync } from 'fflate';

/** A file of an office format, taken apart: name → bytes. */
export type ZipParts = Readonly<Record<string, Uint8Array>>;

/**
 * A ZIP whose bytes follow from its parts alone: entries by name (`first` before all others), one time for all. The time is set by the clock on the wall,
 * because that is what ZIP keeps: the same everywhere.
 */
export function steadyZip(parts: ZipParts, made: { year: number; month: number; day: number }, first: readonly string[] = []): Uint8Array {
  const mtime = new Date(Math.max(1980, made.year), made.month - 1, made.day);
  const place = (name: string) => (first.includes(name) ? first.indexOf(name) : first.length);
  const names = Object.keys(parts).sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  return zipSync(Object.fromEntries(names.map((name) => [name, [parts[name] ?? new Uint8Array(), { mtime, level: 6 }]])));
}

/** The same office document with fixed times and sorted entries; `change` rewrites the text of an XML part. */
export function steadyOffice(
  bytes: Uint8Array,
  made: { year: number; month: number; day: number },
  change: (name: string, xml: string) => string = (_name, xml) => xml,
): Uint8Array {
  const instant = new Date(Date.UTC(made.year, made.month - 1, made.day)).toISOString().replace('.000', '');
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  const parts: Record<string, Uint8Array> = {};
  for (const [name, content] of Object.entries(unzipSync(bytes))) {
    if (name.endsWith('/')) continue;
    if (!/\.(xml|rels)$/.test(name)) {
      parts[name] = content;
      continue;
    }
    const xml = decoder.decode(content);
    const dated = name === 'docProps/core.xml' ? xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${instant}`) : xml;
    parts[name] = encoder.encode(change(name, dated));
  }
  return steadyZip(parts, made, ['[Content_Types].xml', '_rels/.rels']);
}
