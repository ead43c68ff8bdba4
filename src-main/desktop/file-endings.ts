import type { ChoiceKind } from '#shared/contract/desktop-bridge.ts';

export const projectEnding = 'citysafety';

/** What a dialog shows for each kind of choice, without dots. */
export const fileEndings: Readonly<Record<ChoiceKind, readonly string[]>> = {
  project: [projectEnding],
  table: ['csv', 'tsv', 'txt', 'xlsx', 'xls', 'ods', 'json', 'gz'],
  map: ['geojson', 'json', 'zip', 'gpkg', 'csv', 'xlsx'],
  'base-map': ['pmtiles'],
};
