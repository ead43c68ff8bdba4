/** What the first bytes of a file say it is; `other` carries the usual name of its kind. */
export type Content =
  | { readonly kind: 'zip' | 'gzip' | 'compound' | 'sqlite' | 'markup' | 'kml' | 'json' | 'text' | 'binary' }
  | { readonly kind: 'other'; readonly name: string };

const signatures: readonly (readonly [string, string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['\xff\xd8\xff', 'JPEG'],
  ['GIF8', 'GIF'],
  ['II*\0', 'TIFF'],
  ['MM\0*', 'TIFF'],
  ['{\\rtf', 'RTF'],
  ['%!PS', 'PostScript'],
  ['Rar!', 'RAR'],
  ['7z\xbc\xaf', '7-Zip'],
  ['BZh', 'bzip2'],
  ['\xfd7zXZ', 'xz'],
  ['\x28\xb5\x2f\xfd', 'Zstandard'],
  ['PAR1', 'Parquet'],
  ['\x7fELF', 'ELF'],
  ['MZ\x90', 'EXE'],
  ['ID3', 'MP3'],
  ['OggS', 'Ogg'],
];

/** Judges a file by its first bytes (4 KB are enough); the name is never asked. */
export function sniffContent(head: Buffer): Content {
  const start = head.toString('latin1', 0, 16);
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return { kind: 'zip' };
  if (start.startsWith('\x1f\x8b')) return { kind: 'gzip' };
  if (start.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { kind: 'compound' };
  if (start.startsWith('SQLite format 3\0')) return { kind: 'sqlite' };
  for (const [signature, name] of signatures) if (start.startsWith(signature)) return { kind: 'other', name };
  if (start.startsWith('\xff\xfe\0\0') || start.startsWith('\0\0\xfe\xff')) return { kind: 'other', name: 'UTF-32' };
  if (start.slice(4, 8) === 'ftyp') return { kind: 'other', name: 'MP4' };
  if (start.startsWith('RIFF')) return { kind: 'other', name: head.toString('latin1', 8, 12).trim() };
  if (head.toString('latin1', 257, 262) === 'ustar') return { kind: 'other', name: 'tar' };
  if (head.length >= 100 && head.readUInt32BE(0) === 9994 && head.readUInt32LE(28) === 1000) return { kind: 'other', name: '.shp' };
  return sniffText(head);
}

/** Starts each value of a JSON text sequence (RFC 8142). */
export const recordSeparator = String.fromCharCode(0x1e);

function sniffText(head: Buffer): Content {
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const text = isWide ? head.toString('utf16le', 2) : head.toString('utf8');
  const begin = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .replace(recordSeparator, '');
  if (/^<(?:\?xml|!doctype kml|!--|kml|\w+:kml)/i.test(begin) && /<(?:\w+:)?kml[\s/>]/i.test(begin)) return { kind: 'kml' };
  if (/^<(?:\?xml|!doctype|html|table|head|meta|body|style)/i.test(begin)) return { kind: 'markup' };
  if (!isWide && /^(?:\{\s*["}]|\[\s*[[{"\]\d-])/.test(begin)) return { kind: 'json' };
  return { kind: !isWide && isMostlyZero(head) ? 'binary' : 'text' };
}

/** Zero bytes on both sides of the pairs belong to no text, not even UTF-16. */
function isMostlyZero(head: Buffer): boolean {
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    if (head[i] !== 0) continue;
    if (i % 2 === 0) even++;
    else odd++;
  }
  const pairs = Math.max(1, head.length / 2);
  return even / pairs > 0.02 && odd / pairs > 0.02;
}
