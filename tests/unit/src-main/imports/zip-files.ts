import { crc32, deflateRawSync } from 'node:zlib';

/** One file of a ZIP built by hand, where any stated value can be a lie. */
export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  readonly statedSize?: number;
  readonly statedCrc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Points at the packed bytes of an earlier part. */
  readonly sameAs?: number;
}

/** A ZIP file from its parts; `ending` changes the end record. */
export function zipOf(parts: readonly ZipPart[], ending: { readonly count?: number; readonly disc?: number; readonly zip64?: boolean } = {}): Buffer {
  const chunks: Buffer[] = [];
  const directory: Buffer[] = [];
  const offsets: number[] = [];
  let offset = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const method = part.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(part.name);
    const at = part.sameAs === undefined ? offset : (offsets[part.sameAs] ?? 0);
    offsets.push(at);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(part.flags ?? 0x0800, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(name.length, 26);
    if (part.sameAs === undefined) {
      chunks.push(local, name, packed);
      offset += 30 + name.length + packed.length;
    }
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(part.flags ?? 0x0800, 8);
    central.writeUInt16LE(method, 10);
    central.writeUInt32LE(part.statedCrc ?? crc32(content), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(part.statedSize ?? content.length, 24);
    central.writeUInt16LE(name.length, 28);
    central.writeUInt32LE(at, 42);
    directory.push(central, name);
  }
  const table = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(ending.disc ?? 0, 4);
  end.writeUInt16LE(ending.count ?? parts.length, 8);
  end.writeUInt16LE(ending.count ?? parts.length, 10);
  end.writeUInt32LE(table.length, 12);
  end.writeUInt32LE(offset, 16);
  const locator = Buffer.alloc(ending.zip64 ? 20 : 0);
  if (ending.zip64) locator.writeUInt32LE(0x07064b50, 0);
  return Buffer.concat([...chunks, table, locator, end]);
}
