import type { ChoiceKind } from '#shared/contract/desktop-bridge.ts';

export const projectEnding = 'citysafety';

/** What a dialog shows for each kind of choice, without dots. */
export const fileEndings: Readonly<Record<ChoiceKind, readonly string[]>> = {
  project: [projectEnding],
  table: ['csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'json', 'gz', 'geojson', 'zip', 'gpkg', 'kml', 'kmz'],
  map: ['geojson', 'json', 'zip', 'gpkg', 'kml', 'kmz', 'csv', 'tsv', 'txt', 'xlsx', 'xlsm', 'xlsb', 'xls', 'ods', 'gz'],
  'base-map': ['pmtiles'],
  picture: ['jpg', 'jpeg', 'png'],
  logo: ['png', 'svg', 'jpg', 'jpeg'],
  document: ['pdf', 'docx', 'odt', 'txt', 'md'],
};
