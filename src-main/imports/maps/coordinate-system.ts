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

/**
 * The way from an EPSG code to degrees. Known: degrees near WGS 84, Web Mercator, UTM zones of WGS 84, ETRS89, NAD83, SIRGAS 2000, and single
 * national grids. `file/coordinate-system-unknown` for other codes.
 */
export function fromEpsg(code: number, fileName: string): ToDegrees {
  if (degreesLikeWgs84.has(code)) return degreesAsTheyAre;
  const definition = definitionOfEpsg(code);
  if (definition === null) throw new ForeignFileError('file/coordinate-system-unknown', { fileName, system: `EPSG:${code}` });
  return fromDefinition(definition, fileName);
}

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

/** Source: the EPSG register (epsg.org), definitions as given by PROJ. */
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

/**
 * The way from a definition (WKT 1 or 2, as in a .prj file or a GeoPackage, or a PROJ string) to degrees;
 * `file/coordinate-system-unknown` when proj4 does not know its projection or datum.
 */
export function fromDefinition(definition: string, fileName: string): ToDegrees {
  if (isDegreesLikeWgs84(definition)) return degreesAsTheyAre;
  const converter = converterOf(definition);
  if (converter === null) throw new ForeignFileError('file/coordinate-system-unknown', { fileName, system: nameOf(definition) });
  const enforceAxis = definition.includes('+axis=');
  return (x, y) => {
    if (!Number.isFinite(x) || !Number.isFinite(y)) return null;
    const [longitude = Number.NaN, latitude = Number.NaN] = converter.forward([x, y], enforceAxis);
    return isPlace(longitude, latitude) ? [longitude, latitude] : null;
  };
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

/** The EPSG code a name such as `urn:ogc:def:crs:EPSG::32614`, `EPSG:32614` or `urn:ogc:def:crs:OGC:1.3:CRS84` states; null when it states none. */
export function epsgOfName(name: string): number | null {
  if (/CRS:?84\b/i.test(name)) return 4326;
  const code = /EPSG\/?:+(?:[\d.]*:|\d+\/)?(\d{3,6})$/i.exec(name.trim()) ?? /epsg[/:].*?(\d{4,6})$/i.exec(name.trim());
  return code ? Number(code[1]) : null;
}
