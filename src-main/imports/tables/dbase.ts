import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { ForeignFileError } from '../foreign-file-error.ts';
import type { Cell } from '../foreign-table.ts';
import { limits } from '../guard/limits.ts';
import { nameColumns } from './column-names.ts';

interface Field {
  readonly name: string;
  readonly type: string;
  readonly offset: number;
  readonly length: number;
}

/** A dBASE table. `rows[i]` is null where record `i` was deleted. */
export interface DbaseTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[] | null)[];
  readonly encoding: string;
}

/** Code pages of the language driver byte (29). Source: dBASE and FoxPro header descriptions. */
const codePages: Readonly<Record<number, string>> = {
  1: 'cp437',
  2: 'cp850',
  3: 'windows-1252',
  8: 'cp865',
  9: 'cp437',
  10: 'cp850',
  87: 'windows-1252',
  88: 'windows-1252',
  89: 'windows-1252',
  100: 'cp852',
  101: 'cp866',
  120: 'big5',
  121: 'euc-kr',
  122: 'gb18030',
  123: 'shift_jis',
  125: 'windows-1255',
  126: 'windows-1256',
  200: 'windows-1250',
  201: 'windows-1251',
  202: 'windows-1254',
  203: 'windows-1253',
  204: 'windows-1257',
};

/** True when the first bytes are the header of a dBASE table. */
export function isDbase(head: Buffer): boolean {
  if (head.length < 65 || ![0x03, 0x30, 0x31, 0x83, 0x8b, 0xf5].includes(head[0] ?? 0)) return false;
  const [, , month = 0, day = 0] = head;
  const headerLength = head.readUInt16LE(8);
  return month <= 12 && day <= 31 && headerLength >= 65 && headerLength % 32 <= 8 && /^[CNFDLMIBOTYG@+0WV]$/.test(head.toString('latin1', 43, 44));
}

/**
 * Reads a .dbf: text trimmed, numbers as numbers (blank or `***` is ''), dates as ISO text, memos left empty.
 * `codePage` is the content of the .cpg file; without one the header's language byte decides, then whether the text is UTF-8.
 */
export function readDbase(dbf: Buffer, fileName: string, codePage: string | null = null): DbaseTable {
  const damaged = () => new ForeignFileError('file/damaged', { fileName });
  if (dbf.length < 65) throw damaged();
  const headerLength = dbf.readUInt16LE(8);
  const recordLength = dbf.readUInt16LE(10);
  if (headerLength < 65 || headerLength > dbf.length || recordLength < 2) throw damaged();
  const records = dbf.readUInt32LE(4);
  if (records > limits.features * 4) throw new ForeignFileError('file/too-many-rows', { fileName, limit: limits.features * 4 });
  if (headerLength + records * recordLength > dbf.length + 1) throw damaged();
  const encoding = encodingOf(dbf, codePage, headerLength);
  const fields = readFields(dbf, headerLength, recordLength, encoding);
  if (fields.length === 0) throw damaged();
  const rows = Array.from({ length: records }, (_, index) => {
    const record = dbf.subarray(headerLength + index * recordLength, headerLength + (index + 1) * recordLength);
    return record[0] === 0x2a ? null : fields.map((field) => readField(record, field, encoding));
  });
  return {
    columns: nameColumns(
      fields.map(({ name }) => name),
      fields.length,
    ),
    rows,
    encoding,
  };
}

function encodingOf(dbf: Buffer, codePage: string | null, headerLength: number): string {
  const stated = codePage?.trim().toLowerCase() ?? '';
  const number = /(\d{3,5})\s*$/.exec(stated)?.[1];
  const candidates = [
    stated,
    number === '65001' ? 'utf-8' : '',
    number ? `windows-${number}` : '',
    number ? `cp${number}` : '',
    /8859\D?1$|^88591$/.test(stated) ? 'windows-1252' : '',
  ];
  const named = candidates.find((name) => name !== '' && iconv.encodingExists(name));
  if (named) return named;
  const byLanguage = codePages[dbf[29] ?? 0];
  const isUnicode = isUtf8(dbf.subarray(headerLength));
  // Writers often leave a language byte of their own machine over UTF-8 text.
  return isUnicode ? 'utf-8' : (byLanguage ?? 'windows-1252');
}

function readFields(dbf: Buffer, headerLength: number, recordLength: number, encoding: string): Field[] {
  const fields: Field[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= headerLength && dbf[at] !== 0x0d; at += 32) {
    const nameBytes = dbf.subarray(at, at + 11);
    const end = nameBytes.indexOf(0);
    const length = dbf[at + 16] ?? 0;
    fields.push({
      name: iconv.decode(end < 0 ? nameBytes : nameBytes.subarray(0, end), encoding).trim(),
      type: dbf.toString('latin1', at + 11, at + 12),
      offset,
      length,
    });
    offset += length;
  }
  return offset <= recordLength ? fields : [];
}

function readField(record: Buffer, { type, offset, length }: Field, encoding: string): Cell {
  const bytes = record.subarray(offset, offset + length);
  if ((type === 'I' || type === '+') && length === 4) return bytes.readInt32LE(0);
  if ((type === 'B' || type === 'O') && length === 8) return Number.isFinite(bytes.readDoubleLE(0)) ? bytes.readDoubleLE(0) : '';
  if (type === 'M' || type === 'G' || type === '0' || type === 'T' || type === '@') return '';
  const text = (type === 'C' ? iconv.decode(bytes, encoding) : bytes.toString('latin1')).replace(/\0+$/, '').trim();
  if (type === 'N' || type === 'F') return text === '' || !Number.isFinite(Number(text)) ? '' : Number(text);
  if (type === 'D') return /^\d{8}$/.test(text) && text !== '00000000' ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : '';
  if (type === 'L') return /^[yt]$/i.test(text) ? 'TRUE' : /^[nf]$/i.test(text) ? 'FALSE' : '';
  return text;
}
