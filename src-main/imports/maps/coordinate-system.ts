import proj4 from 'proj4';
import type { Position } from '#shared/domain/geometry.ts';
import { ForeignFileError } from '../foreign-file-error.ts';

/** Turns a position of a file into degrees of WGS 84; null where there is no such place. */
export type ToDegrees = (x: number, y: number) => Position | null;

const WGS84 = '+proj=longlat +datum=WGS84 +no_defs';
/** Degrees on datums that lie within a metre or two of WGS 84 (ETRS89, NAD83, SIRGAS 2000, MAGNA-SIRGAS, Mexico ITRF, GDA94/2020, Hartebeesthoek94 …). */
const degreesLikeWgs84 = new Set([
  4326, 4979, 4258, 4269, 4674, 4686, 4283, 7844, 4148, 6365, 6318, 4483, 5546, 4190, 5340, 5360, 4170, 4167, 4612, 6668, 4490, 4617, 4759,
]);

/** Positions that are degrees already, checked for range. */
export const degreesAsTheyAre: ToDegrees = (x, y) => (isPlace(x, y) ? [x, y] : null);

function isPlace(longitude: number, latitude: number): boolean {
  return longitude >= -180 && longitude <= 180 && latitude >= -90 && latitude <= 90;
}

/** A coordinate system with its names and the way from it to degrees. */
export interface CoordinateSystem {
  /** `EPSG:32614`; the definition itself where it has no code. */
  readonly code: string;
  readonly name: string;
  readonly toDegrees: ToDegrees;
}

export const wgs84: CoordinateSystem = { code: 'EPSG:4326', name: 'WGS 84', toDegrees: degreesAsTheyAre };

/**
 * The system a person or a file names: `EPSG:32614`, `32614`, `urn:ogc:def:crs:EPSG::32614`, `CRS84`, a proj4 text or WKT 1 or 2.
 * Throws `file/coordinate-system-unknown`.
 */
export async function systemOfText(text: string, fileName: string): Promise<CoordinateSystem> {
  const plain = text.trim();
  const epsg = /^\d{3,6}$/.test(plain) ? Number(plain) : epsgOfName(plain);
  if (epsg !== null && !plain.includes('[')) return systemOfEpsg(epsg, fileName);
  if (!plain.startsWith('+') && !plain.includes('[')) throw unknown(plain, fileName);
  return systemOfDefinition(plain, fileName);
}

/**
 * The system of an EPSG code. Degrees near WGS 84, Web Mercator, UTM zones and South Africa's grids are computed, every other code is looked up in the
 * list of the npm package `proj4-list` (EPSG register, definitions as given by PROJ). `file/coordinate-system-unknown` for what is in neither.
 */
export async function systemOfEpsg(code: number, fileName: string): Promise<CoordinateSystem> {
  const name = nameOfEpsg(code);
  if (degreesLikeWgs84.has(code)) return { code: `EPSG:${code}`, name, toDegrees: degreesAsTheyAre };
  const definition = definitionOfEpsg(code) ?? (await listedDefinition(code));
  if (definition === null) throw unknown(`EPSG:${code}`, fileName);
  return { code: `EPSG:${code}`, name, toDegrees: converterTo(definition, fileName) };
}

/** The system of a definition (WKT 1 or 2, as in a .prj file or a GeoPackage, or a proj4 text). `file/coordinate-system-unknown` where proj4 does not know it. */
export function systemOfDefinition(definition: string, fileName: string): CoordinateSystem {
  const epsg = epsgOfDefinition(definition);
  const name = nameOf(definition).replaceAll('_', ' ');
  const code = epsg === null ? definition.slice(0, MOST_DEFINITION) : `EPSG:${epsg}`;
  return { code, name, toDegrees: isDegreesLikeWgs84(definition) ? degreesAsTheyAre : converterTo(definition, fileName) };
}

const MOST_DEFINITION = 4000;

function unknown(system: string, fileName: string): ForeignFileError {
  return new ForeignFileError('file/coordinate-system-unknown', { fileName, system: system.slice(0, 80) });
}

let list: Readonly<Record<string, readonly [string, string]>> | undefined;

/** Three quarters of a megabyte that most files have no need of: read when the first one does. */
async function listedDefinition(code: number): Promise<string | null> {
  list ??= (await import('proj4-list')).default;
  return list[`EPSG:${code}`]?.[1].trim() ?? null;
}

function nameOfEpsg(code: number): string {
  if (code === 4326) return wgs84.name;
  if (code === 3857) return 'WGS 84 / Pseudo-Mercator';
  if (code >= 32601 && code <= 32660) return `WGS 84 / UTM zone ${code - 32600}N`;
  if (code >= 32701 && code <= 32760) return `WGS 84 / UTM zone ${code - 32700}S`;
  return nationalNames[code] ?? `EPSG:${code}`;
}

const nationalNames: Readonly<Record<number, string>> = {
  3116: 'MAGNA-SIRGAS / Colombia Bogota zone',
  3115: 'MAGNA-SIRGAS / Colombia West zone',
  9377: 'MAGNA-SIRGAS 2018 / Origen-Nacional',
  6372: 'Mexico ITRF2008 / LCC',
  2154: 'RGF93 v1 / Lambert-93',
  27700: 'OSGB36 / British National Grid',
  3035: 'ETRS89-extended / LAEA Europe',
};

/** Longitude, latitude in the axis order of files: what proj4 calls `enu`. */
function definitionOfEpsg(code: number): string | null {
  const utm = (zone: number, south: boolean, ellipsoid: string) => `+proj=utm +zone=${zone}${south ? ' +south' : ''} ${ellipsoid} +units=m +no_defs`;
  if (code === 3857 || code === 900913 || code === 3785 || code === 102100 || code === 102113) return 'EPSG:3857';
  if (code >= 32601 && code <= 32660) return utm(code - 32600, false, '+datum=WGS84');
  if (code >= 32701 && code <= 32760) return utm(code - 32700, true, '+datum=WGS84');
  if (code >= 25828 && code <= 25838) return utm(code - 25800, false, '+ellps=GRS80 +towgs84=0,0,0');
  if (code >= 26901 && code <= 26923) return utm(code - 26900, false, '+datum=NAD83');
  if (code >= 31965 && code <= 31976) return utm(code - 31954, false, '+ellps=GRS80 +towgs84=0,0,0');
  if (code >= 31977 && code <= 31985) return utm(code - 31960, true, '+ellps=GRS80 +towgs84=0,0,0');
  if (code >= 6366 && code <= 6371) return utm(code - 6355, false, '+ellps=GRS80 +towgs84=0,0,0');
  // South Africa's Lo grids, west and south positive: central meridians 15, 17 … 33.
  if (code >= 2046 && code <= 2055) return `+proj=tmerc +axis=wsu +lat_0=0 +lon_0=${15 + 2 * (code - 2046)} +k=1 +x_0=0 +y_0=0 +datum=WGS84 +units=m +no_defs`;
  return nationalGrids[code] ?? null;
}

/** Source: the EPSG register (epsg.org), definitions as given by PROJ; codes newer than the list, or whose shift to WGS 84 it lacks. */
const nationalGrids: Readonly<Record<number, string>> = {
  3116: '+proj=tmerc +lat_0=4.59620041666667 +lon_0=-74.0775079166667 +k=1 +x_0=1000000 +y_0=1000000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  3115: '+proj=tmerc +lat_0=4.59620041666667 +lon_0=-77.0775079166667 +k=1 +x_0=1000000 +y_0=1000000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  9377: '+proj=tmerc +lat_0=4 +lon_0=-73 +k=0.9992 +x_0=5000000 +y_0=2000000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  6372: '+proj=lcc +lat_0=12 +lon_0=-102 +lat_1=17.5 +lat_2=29.5 +x_0=2500000 +y_0=0 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  2154: '+proj=lcc +lat_0=46.5 +lon_0=3 +lat_1=49 +lat_2=44 +x_0=700000 +y_0=6600000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
  27700:
    '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy +towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
  3035: '+proj=laea +lat_0=52 +lon_0=10 +x_0=4321000 +y_0=3210000 +ellps=GRS80 +towgs84=0,0,0 +units=m +no_defs',
};

function converterTo(definition: string, fileName: string): ToDegrees {
  const converter = converterOf(definition);
  if (converter === null) throw unknown(nameOf(definition), fileName);
  const enforceAxis = definition.includes('+axis=');
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    const [longitude = Number.NaN, latitude = Number.NaN] = converter.forward([x, y], enforceAxis);
    return isPlace(longitude, latitude) ? [longitude, latitude] : null;
  };
}

/** The EPSG zone of UTM on WGS 84 that a place in degrees lies in. */
export function utmZoneAt(longitude: number, latitude: number): number {
  const zone = Math.min(60, Math.floor((longitude + 180) / 6) + 1);
  return (latitude < 0 ? 32700 : 32600) + zone;
}

/** A geographic system in degrees from Greenwich on a modern datum: a conversion would only add rounding noise. */
function isDegreesLikeWgs84(definition: string): boolean {
  if (!/^\s*GEOG(?:CS|CRS)\[/i.test(definition) || /TOWGS84\[(?!\s*0(?:\.0+)?\s*,)/i.test(definition)) return false;
  const isModern =
    /"[^"]*(?:WGS[ _]?(?:19)?84|World Geodetic System 1984|SIRGAS|ETRS|European_Terrestrial|NAD[ _]?(?:19)?83|North_American_1983|MAGNA|ITRF|GDA|Hartebeesthoek_?94)/i.test(
      definition,
    );
  return isModern && /PRIMEM\[\s*"Greenwich"/i.test(definition) && /"degree"\s*,\s*0?\.01745/i.test(definition);
}

function converterOf(definition: string) {
  try {
    return proj4(definition, WGS84);
  } catch {
    return null;
  }
}

/** The name a definition gives itself. */
function nameOf(definition: string): string {
  return (/^\s*\w+\[\s*"([^"]+)"/.exec(definition)?.[1] ?? definition).slice(0, 80);
}

/** The code a definition gives for itself as a whole, not for one of its parts. */
function epsgOfDefinition(definition: string): number | null {
  const code = /(?:AUTHORITY|ID)\[\s*"EPSG"\s*,\s*"?(\d{3,6})"?\s*\]\s*\]\s*$/i.exec(definition)?.[1];
  return code === undefined ? epsgOfEsriName(nameOf(definition)) : Number(code);
}

/** Definitions of ESRI carry names instead of codes. */
function epsgOfEsriName(name: string): number | null {
  if (name === 'GCS_WGS_1984') return 4326;
  if (name === 'WGS_1984_Web_Mercator_Auxiliary_Sphere') return 3857;
  const [, zone, side] = /^WGS_1984_UTM_Zone_(\d{1,2})([NS])$/.exec(name) ?? [];
  return zone === undefined ? null : (side === 'S' ? 32700 : 32600) + Number(zone);
}

/** The EPSG code a name such as `urn:ogc:def:crs:EPSG::32614`, `EPSG:32614` or `urn:ogc:def:crs:OGC:1.3:CRS84` states; null when it states none. */
function epsgOfName(name: string): number | null {
  if (/CRS:?84\b/i.test(name)) return 4326;
  const code = /EPSG\/?:+(?:[\d.]*:|\d+\/)?(\d{3,6})$/i.exec(name.trim()) ?? /epsg[/:].*?(\d{4,6})$/i.exec(name.trim());
  return code ? Number(code[1]) : null;
}
