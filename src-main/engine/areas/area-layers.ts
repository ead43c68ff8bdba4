import { v7 as uuidv7 } from 'uuid';
import type { AreaLayer } from '#shared/domain/areas.ts';
import { given } from '#shared/domain/given.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { formerKey } from '../project/history/former-key.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { listLayers } from './areas.ts';

/** Makes a layer at the end of the list; returns its key. A layer without a name is shown as «areas» by the interface. */
export function addLayer(write: ChangeWriter, project: OpenProject, name: string, id: string = uuidv7()): number {
  const { last } = project.found(sql.selectFrom('area_layer').select(({ fn }) => fn.max('position').as('last')));
  return write.run(sql.insertInto('area_layer').values({ ...formerKey(write.connection, 'area_layer', id), id, name, position: (last ?? -1) + 1 }))
    .lastInsertRowid;
}

type LayerPatch = Partial<Pick<AreaLayer, 'name' | 'kind' | 'validFrom' | 'validTo' | 'source' | 'followsId'>>;

/** Says what a layer's areas are, and from when to when its boundaries hold. */
export function updateLayer(project: OpenProject, id: string, patch: LayerPatch): AreaLayer {
  const before = findLayer(project, id);
  const after = { ...before, ...given(patch) };
  const { validFrom, validTo, followsId } = after;
  if (after.name.trim() === '') refuse('text/empty-name');
  if (followsId === id) refuse('areas/same-layer');
  if (followsId !== null) findLayer(project, followsId);
  if (validFrom !== null && validTo !== null && validTo < validFrom) refuse('areas/years-reversed', { from: validFrom, to: validTo });
  project.change({ name: 'areas.updateLayer', params: { name: after.name, fields: changedFields(patch) }, subjects: ['areas'] }, (write) => {
    const { name, kind, source } = after;
    const values = { name: name.trim(), kind: kind ?? '', valid_from: validFrom, valid_to: validTo, source, follows_id: followsId };
    write.run(sql.updateTable('area_layer').set(values).where('id', '=', id));
  });
  return findLayer(project, id);
}

function findLayer(project: OpenProject, id: string): AreaLayer {
  return listLayers(project).find((layer) => layer.id === id) ?? refuse('areas/unknown-layer', { layer: id });
}
