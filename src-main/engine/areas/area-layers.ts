import { v7 as uuidv7 } from 'uuid';
import { formerKey } from '../project/history/former-key.ts';
import { type ChangeWriter, type OpenProject, sql } from '../project/open-project.ts';

/** Makes a layer at the end of the list; returns its key. A layer without a name is shown as «areas» by the interface. */
export function addLayer(write: ChangeWriter, project: OpenProject, name: string, id: string = uuidv7()): number {
  const { last } = project.found(sql.selectFrom('area_layer').select(({ fn }) => fn.max('position').as('last')));
  return write.run(sql.insertInto('area_layer').values({ ...formerKey(write.connection, 'area_layer', id), id, name, position: (last ?? -1) + 1 }))
    .lastInsertRowid;
}
