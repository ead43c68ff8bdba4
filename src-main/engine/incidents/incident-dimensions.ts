import { type IncidentKey, type IncidentRow, type OffenceGroup, offenceGroups } from '#shared/domain/incidents.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { compareNames, type LayerAreas } from './base-layer.ts';
import { noHour } from './incident-columns.ts';
import type { CountDimension } from './incident-count.ts';

/** A key of the answer with its words: how it is counted, ordered and written into a row. */
export interface Dimension extends CountDimension {
  /** Order among the rows; «not stated» comes last. */
  readonly orderOf: (position: number) => number;
  /** The key or number behind a position; null = not stated. */
  readonly valueAt: (position: number) => number | null;
  readonly write: (row: Partial<IncidentRow>, position: number) => void;
}

export interface OffenceEntry {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly group: OffenceGroup;
  readonly groupPosition: number;
  /** Place in the alphabet of all offences. */
  readonly position: number;
}

export function listOffences(project: OpenProject): OffenceEntry[] {
  return project
    .all(sql.selectFrom('offence').select(['key', 'id', 'name', 'offence_group']))
    .sort(compareNames)
    .map(({ offence_group, ...offence }, position) => {
      const known = offenceGroups.indexOf(offence_group as OffenceGroup);
      const groupPosition = known === -1 ? offenceGroups.indexOf('other') : known;
      return { ...offence, group: offenceGroups[groupPosition] ?? 'other', groupPosition, position };
    });
}

export function createDimension(project: OpenProject, key: IncidentKey, layer: LayerAreas | null, offences: readonly OffenceEntry[]): Dimension {
  switch (key) {
    case 'area':
      return areaDimension(project, layer);
    case 'offence':
      return offenceDimension(offences);
    case 'group':
      return groupDimension(offences);
    case 'year':
      return numberDimension('year', 2201, 0);
    case 'month':
      return numberDimension('month', 13, 0);
    case 'weekday':
      return numberDimension('weekday', 8, 0);
    case 'hour':
      return numberDimension('hour', 25, noHour);
  }
}

function numberDimension(key: 'year' | 'month' | 'weekday' | 'hour', size: number, absent: number): Dimension {
  const valueAt = (position: number) => (position === absent ? null : position);
  return {
    key,
    column: key,
    size,
    positionOf: (value) => value,
    orderOf: (position) => (position === absent ? size : position),
    valueAt,
    write: (row, position) => {
      row[key] = valueAt(position);
    },
  };
}

/** Position 0 is «no area of this layer»; the others follow the alphabet. */
function areaDimension(project: OpenProject, layer: LayerAreas | null): Dimension {
  const areas = layer?.areas ?? [];
  const positions = new Map(areas.map((area, index) => [area.key, index + 1]));
  const places = layer ? project.all(sql.selectFrom('place_area').select(['place_key', 'area_key']).where('layer_key', '=', layer.key)) : [];
  const positionByPlace = new Map(places.map((place) => [place.place_key, positions.get(place.area_key) ?? 0]));
  return {
    key: 'area',
    column: 'place',
    size: areas.length + 1,
    positionOf: (placeKey) => positionByPlace.get(placeKey) ?? 0,
    orderOf: (position) => (position === 0 ? areas.length + 1 : position),
    valueAt: (position) => areas[position - 1]?.key ?? null,
    write: (row, position) => {
      const area = areas[position - 1];
      row.area = area?.name ?? null;
      row.areaId = area?.id ?? null;
    },
  };
}

function offenceDimension(offences: readonly OffenceEntry[]): Dimension {
  const positions = new Map(offences.map((offence) => [offence.key, offence.position]));
  return {
    key: 'offence',
    column: 'offence',
    size: Math.max(1, offences.length),
    positionOf: (offenceKey) => positions.get(offenceKey) ?? 0,
    orderOf: (position) => position,
    valueAt: (position) => offences[position]?.key ?? null,
    write: (row, position) => {
      const offence = offences[position];
      if (!offence) return;
      row.offence = offence.name;
      row.offenceId = offence.id;
    },
  };
}

function groupDimension(offences: readonly OffenceEntry[]): Dimension {
  const positions = new Map(offences.map((offence) => [offence.key, offence.groupPosition]));
  return {
    key: 'group',
    column: 'offence',
    size: offenceGroups.length,
    positionOf: (offenceKey) => positions.get(offenceKey) ?? 0,
    orderOf: (position) => position,
    valueAt: (position) => position,
    write: (row, position) => {
      row.group = offenceGroups[position];
    },
  };
}
