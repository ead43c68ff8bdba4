import { addProtocol } from 'maplibre-gl';
import { PMTiles, Protocol, type RangeResponse, type Source } from 'pmtiles';
import type { EngineClient } from '#shared/contract/contract.ts';
import { mostBaseMapBytes } from '#shared/domain/maps.ts';

const protocol = new Protocol();
addProtocol('pmtiles', protocol.tile);

/** A base map's file by ranges of bytes through the engine: the page never holds the file, nor its path. */
class EngineSource implements Source {
  readonly #client: EngineClient;
  readonly #key: string;

  constructor(client: EngineClient, key: string) {
    this.#client = client;
    this.#key = key;
  }

  getKey(): string {
    return this.#key;
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal): Promise<RangeResponse> {
    const input = { key: this.#key, offset, length: Math.min(length, mostBaseMapBytes) };
    const { base64 } = await this.#client.maps.baseMapBytes(input, signal ? { signal } : {});
    return { data: bytesOf(base64).buffer };
  }
}

/** The address that MapLibre asks tiles by. */
export function baseMapTiles(client: EngineClient, key: string): string {
  if (!protocol.get(key)) protocol.add(new PMTiles(new EngineSource(client, key)));
  return `pmtiles://${key}/{z}/{x}/{y}`;
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at += 1) bytes[at] = text.charCodeAt(at);
  return bytes;
}
