import { offenceGroups } from '#shared/domain/incidents.ts';
import type { CombinationCount } from '../../exports/profile-data.ts';
import { readLayers } from '../incidents/base-layer.ts';
import { incidentColumns } from '../incidents/incident-columns.ts';
import { countBy } from '../incidents/incident-count.ts';
import { createDimension, listOffences } from '../incidents/incident-dimensions.ts';
import type { OpenProject } from '../project/open-project.ts';

/** Every combination of area (of the layer), group and year that occurs, with its count; without a layer the area is not stated. */
export function incidentCombinations(project: OpenProject, layerId: string | undefined): CombinationCount[] {
  const layer = readLayers(project).find((candidate) => candidate.id === layerId) ?? null;
  const offences = listOffences(project);
  const dimensions = (['area', 'group', 'year'] as const).map((key) => createDimension(project, key, layer, offences));
  return countBy(incidentColumns(project), dimensions, null).map(({ positions, count }) => {
    const [area = 0, group = 0, year = 0] = positions;
    return { areaId: layer?.areas[area - 1]?.id ?? null, group: offenceGroups[group] ?? 'other', year: dimensions[2]?.valueAt(year) ?? null, count };
  });
}
