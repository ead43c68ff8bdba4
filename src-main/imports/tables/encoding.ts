import { TextDecoder } from 'node:util';
import { analyse } from 'chardet';
import iconv from 'iconv-lite';
import type { FileSurvey } from '../files/file-survey.ts';

/** Encodings that city files are met in; a guess outside this list is taken for the nearest one in it. */
const likely = new Set([
  'windows-1252',
  'windows-1256',
  'windows-1251',
  'windows-1250',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'shift_jis',
  'gb18030',
  'euc-kr',
  'big5',
  'euc-jp',
  'koi8-r',
]);
const sameAs: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-6': 'windows-1256',
  'iso-8859-9': 'windows-1254',
  'iso-8859-2': 'windows-1250',
  'iso-8859-5': 'windows-1251',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
};

export interface EncodingGuess {
  readonly encoding: string;
  /** What told it: a byte order mark, zero bytes or sound UTF-8 throughout, the letters, or UTF-8 with letters written otherwise among it. */
  readonly from: 'mark' | 'whole' | 'letters' | 'mixed';
}

/**
 * The encoding of a text file: its byte order mark; UTF-8 where the whole file is; UTF-16 by its zero bytes; UTF-8 also where only a few bytes are
 * broken; else what the letters look like (chardet), Windows-1252 when nothing does.
 */
export function guessEncoding(survey: FileSurvey): EncodingGuess {
  const { head } = survey;
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', from: 'mark' };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', from: 'mark' };
  const wide = detectWide(head);
  if (wide !== null) return { encoding: wide, from: 'whole' };
  if (survey.isUtf8) return { encoding: 'utf-8', from: head[0] === 0xef && head[1] === 0xbb ? 'mark' : 'whole' };
  if (isMostlyUtf8(survey.foreign)) return { encoding: 'utf-8', from: 'mixed' };
  const guess = analyse(survey.foreign)
    .map(({ name }) => name.toLowerCase())
    .map((name) => sameAs[name] ?? name)
    .find((name) => likely.has(name));
  return { encoding: guess ?? 'windows-1252', from: 'letters' };
}

export function detectEncoding(survey: FileSurvey): string {
  return guessEncoding(survey).encoding;
}

/** UTF-16 without a mark: text in any script has many zero bytes (spaces, line ends, digits), all on one side. */
function detectWide(head: Buffer): string | null {
  const length = Math.min(head.length & ~1, 64 * 1024);
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (head[i] === 0) even++;
    if (head[i + 1] === 0) odd++;
  }
  const pairs = length / 2;
  if (pairs < 2) return null;
  if (odd > pairs * 0.1 && even * 20 < odd) return 'utf-16le';
  return even > pairs * 0.1 && odd * 20 < even ? 'utf-16be' : null;
}

/** A few broken bytes do not make a UTF-8 file something else: at least ten sound characters for each broken byte. */
function isMostlyUtf8(bytes: Buffer): boolean {
  let sound = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const extra = byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let follows = 0;
    while (follows < extra && ((bytes[i + follows + 1] ?? 0) & 0xc0) === 0x80) follows++;
    if (extra > 0 && follows === extra) sound++;
    else broken++;
    i += follows;
  }
  return sound > 0 && sound >= broken * 10;
}

/** Turns pieces of bytes into text; `end` gives what was left of a cut character. */
export interface Decoder {
  write(chunk: Buffer): string;
  end(): string;
}

/** A decoder for an encoding by its usual name; null where there is no such encoding. A byte order mark is taken off. */
export function createDecoder(encoding: string): Decoder | null {
  const name = encoding.toLowerCase();
  if (name === 'utf-8' || name === 'utf8' || name === 'utf-16le') {
    const decoder = new TextDecoder(name === 'utf8' ? 'utf-8' : name);
    return { write: (chunk) => decoder.decode(chunk, { stream: true }), end: () => decoder.decode() };
  }
  if (!iconv.encodingExists(name)) return null;
  const decoder = iconv.getDecoder(name);
  return { write: (chunk) => decoder.write(chunk), end: () => decoder.end() ?? '' };
}
