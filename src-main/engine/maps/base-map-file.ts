import { createHash } from 'node:crypto';
import { type FileHandle, open } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { bytesToHeader, type Header } from 'pmtiles';
import type { BaseMap } from '#shared/domain/maps.ts';

/** Bytes of a PMTiles 3 header (specification of Protomaps, version 3). */
const headerBytes = 127;
const magic = 'PMTiles';
const mostMetadataBytes = 1024 * 1024;
/** Tile types of the specification: 1 = vector tiles, 2 … 5 = pictures. */
const vectorTiles = 1;
const pictureTiles: readonly number[] = [2, 3, 4, 5];
const gzip = 2;
const uncompressed = 1;

/** What a PMTiles file says about itself; null where it is none, or holds neither vector tiles nor pictures. */
export async function readBaseMapFile(path: string, fileName: string): Promise<Omit<BaseMap, 'covers'> | null> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const header = headerOf(await bytesAt(file, 0, headerBytes));
    if (!header) return null;
    const tiles = header.tileType === vectorTiles ? 'vector' : pictureTiles.includes(header.tileType) ? 'raster' : null;
    if (!tiles) return null;
    return {
      fileName,
      key: await keyOf(path, file),
      tiles,
      minZoom: header.minZoom,
      maxZoom: header.maxZoom,
      west: header.minLon,
      south: header.minLat,
      east: header.maxLon,
      north: header.maxLat,
      attribution: await attributionOf(file, header),
    };
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

/** A part of the file, shorter at its end; null where it is not the file that the key was given for. */
export async function readBaseMapBytes(path: string, key: string, offset: number, length: number): Promise<Buffer | null> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    return (await keyOf(path, file)) === key ? await bytesAt(file, offset, length) : null;
  } catch {
    return null;
  } finally {
    await file?.close();
  }
}

async function keyOf(path: string, file: FileHandle): Promise<string> {
  const { size, mtimeMs } = await file.stat();
  return createHash('sha256').update(`${path}\n${size}\n${mtimeMs}`).digest('hex').slice(0, 24);
}

async function bytesAt(file: FileHandle, offset: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

function headerOf(bytes: Buffer): Header | null {
  if (bytes.length < headerBytes || bytes.toString('latin1', 0, magic.length) !== magic || bytes[magic.length] !== 3) return null;
  const header = bytesToHeader(new Uint8Array(bytes).buffer);
  const isPlace = [header.minLon, header.maxLon, header.minLat, header.maxLat].every(Number.isFinite) && header.minLon <= header.maxLon;
  return isPlace && header.minZoom <= header.maxZoom && header.maxZoom <= 30 ? header : null;
}

/** The makers' line as plain text; empty where the file has none that can be read. */
async function attributionOf(file: FileHandle, header: Header): Promise<string> {
  if (header.jsonMetadataLength === 0 || header.jsonMetadataLength > mostMetadataBytes) return '';
  try {
    const packed = await bytesAt(file, header.jsonMetadataOffset, header.jsonMetadataLength);
    if (header.internalCompression !== gzip && header.internalCompression !== uncompressed) return '';
    const text = header.internalCompression === gzip ? gunzipSync(packed, { maxOutputLength: mostMetadataBytes * 4 }) : packed;
    const metadata = JSON.parse(text.toString('utf8')) as { attribution?: unknown };
    return typeof metadata.attribution === 'string' ? plainText(metadata.attribution) : '';
  } catch {
    return '';
  }
}

function plainText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll('&copy;', '©')
    .replaceAll('&amp;', '&')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 200);
}
