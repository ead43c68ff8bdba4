import type { Position } from '#shared/domain/geometry.ts';
import type { Cell } from '../foreign-table.ts';
import { toAsciiDigits } from './digits.ts';
import { type DecimalMark, parseNumber } from './numbers.ts';

const NUMBER = String.raw`\d{1,3}(?:[.,]\d+)?`;
/** `19° 25' 42.5" N`, `99°08′W`, `N 19.4326`, `-99:08:00`, `19d25m42s`. */
const DEGREES = new RegExp(
  String.raw`^([NSEWO])?\s*([+-])?\s*(${NUMBER})\s*(?:[°º˚d:\s]\s*(?:(${NUMBER})\s*(?:['’′´m:\s]\s*(?:(${NUMBER})\s*(?:["”″s]|''|’’|′′)?)?)?)?)?\s*([NSEWO])?$`,
  'i',
);
const SOUTH_OR_WEST = /[SWO]/i;
const WKT_POINT = /^(?:SRID=\d+;)?\s*POINT\s*(?:ZM|Z|M)?\s*\(\s*(\S+)\s+([^\s)]+)[^)]*\)$/i;
const JSON_POINT = /^\{.{0,80}"coordinates"\s*:\s*\[\s*([^,\s]+)\s*,\s*([^,\]\s]+)/;
const PAIR = /^[([]?\s*([+-]?\d+(?:\.\d+)?)\s*[,;]\s*([+-]?\d+(?:\.\d+)?)\s*[)\]]?$/;

/**
 * The number that a coordinate states: a plain one (degrees or metres), or degrees with minutes, seconds and a letter for the side (O is west, as in
 * Spanish, French and Portuguese); null where it states none or is out of range as such.
 */
export function parseCoordinate(cell: Cell, decimalMark: DecimalMark): number | null {
  const plain = parseNumber(cell, decimalMark);
  if (plain !== null || typeof cell === 'number') return plain;
  if (cell.length > 40) return null;
  const match = DEGREES.exec(toAsciiDigits(cell).trim());
  if (!match) return null;
  const [, before, sign, degrees = '', minutes = '', seconds = '', after] = match;
  const side = before ?? after ?? '';
  if ((before && after) || (side === '' && !/[°º˚:d]/i.test(cell))) return null;
  const [d, m, s] = [degrees, minutes, seconds].map((part) => Number(part.replace(',', '.')));
  if (d === undefined || m === undefined || s === undefined || m >= 60 || s >= 60 || d > 180) return null;
  const value = d + m / 60 + s / 3600;
  return sign === '-' || SOUTH_OR_WEST.test(side) ? -value : value;
}

/** The point that one cell states: well-known text or GeoJSON (x before y), or a bare pair, which portals write latitude first. Null where it states none. */
export function parsePoint(cell: Cell): Position | null {
  if (typeof cell !== 'string' || cell.length > 200) return null;
  const written = WKT_POINT.exec(cell) ?? JSON_POINT.exec(cell);
  const pair = written ? null : PAIR.exec(cell);
  const [x, y] = written ? [Number(written[1]), Number(written[2])] : [Number(pair?.[2]), Number(pair?.[1])];
  return Number.isFinite(x) && Number.isFinite(y) ? [x, y] : null;
}
