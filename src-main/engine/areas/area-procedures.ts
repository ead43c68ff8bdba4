import { v7 as uuidv7 } from 'uuid';
import type { Subject } from '#shared/domain/project.ts';
import { openProjectOf, procedures } from '../procedures.ts';
import { changedFields } from '../project/history/changed-fields.ts';
import { givingWay } from '../project/in-turns.ts';
import { type OpenProject, sql } from '../project/open-project.ts';
import { refuse } from '../refuse.ts';
import { addLayer, updateLayer } from './area-layers.ts';
import { transferResidents, writeTransfer } from './area-transfer.ts';
import { boundariesOf, findArea, listAreas, listLayers, listPopulations, requireLayer } from './areas.ts';
import { checkBoundaries } from './boundary-check.ts';
import { removeAreas } from './places.ts';
import { addAlternative, alternativeEffect, chooseAlternative, listAlternatives, removeAlternative, setPopulationCell } from './population-cells.ts';

const areas = procedures.areas;

/** What shows an area's name or is counted by it. */
const touchedByRemoval: readonly Subject[] = ['areas', 'incidents', 'indicators', 'risks', 'findings', 'policy'];

export const areaProcedures = areas.router({
  layers: areas.layers.handler(({ context }) => listLayers(openProjectOf(context))),

  list: areas.list.handler(({ context, input }) => listAreas(openProjectOf(context), input.layerId)),

  boundaries: areas.boundaries.handler(({ context, input }) => boundariesOf(openProjectOf(context), input.layerId)),

  populations: areas.populations.handler(({ context, input }) => listPopulations(openProjectOf(context), input.layerId)),

  add: areas.add.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const name = requireName(input.name);
    const layerKey = input.layerId === undefined ? firstLayerKey(project) : requireLayer(project, input.layerId);
    const id = uuidv7();
    project.change({ name: 'areas.add', params: { name }, subjects: ['areas'] }, (write) => {
      write.run(
        sql.insertInto('area').values({
          id,
          layer_key: layerKey ?? addLayer(write, project, ''),
          parent_key: null,
          name,
          code: '',
          area_km2: null,
          boundary: null,
          dataset_key: null,
        }),
      );
    });
    return findArea(project, id);
  }),

  update: areas.update.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const before = findArea(project, input.id);
    const name = input.name === undefined ? before.name : requireName(input.name);
    const code = input.code?.trim() ?? before.code;
    project.change(
      { name: 'areas.update', params: { name, fields: changedFields({ name: input.name, code: input.code }) }, subjects: ['areas', 'incidents'] },
      (write) => {
        write.run(sql.updateTable('area').set({ name, code }).where('id', '=', input.id));
      },
    );
    return findArea(project, input.id);
  }),

  setPopulation: areas.setPopulation.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name, population: before } = findArea(project, input.id);
    const after = input.population && { ...(before ?? { year: null, source: '' }), ...input.population };
    // A year or a source of a figure that is not there says nothing yet.
    if (after && after.value === undefined) return findArea(project, input.id);
    const params = { name, value: after?.value ?? '', year: after?.year ?? '' };
    project.change({ name: 'areas.setPopulation', params, subjects: ['areas', 'incidents', 'indicators'] }, (write) => {
      const { key } = project.found(sql.selectFrom('area').select('key').where('id', '=', input.id));
      // What is typed takes the place of the figure on the screen, the newest total; totals of other years, sex and age stay.
      const totals = sql.selectFrom('population').select(['key', 'year']).where('area_key', '=', key).where('sex', '=', 'all').where('age_band', '=', '');
      const shown = project.first(totals.orderBy('year', 'desc'));
      if (shown) write.run(sql.deleteFrom('population').where('key', '=', shown.key));
      if (after?.value === undefined) return;
      const { value, year, source } = after;
      const sameYear = project.all(totals).find((total) => total.year === year);
      if (sameYear) write.run(sql.deleteFrom('population').where('key', '=', sameYear.key));
      write.run(sql.insertInto('population').values({ area_key: key, year, sex: 'all', age_band: '', value, source, dataset_key: null }));
    });
    return findArea(project, input.id);
  }),

  remove: areas.remove.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { name } = findArea(project, input.id);
    project.change({ name: 'areas.remove', params: { name }, subjects: touchedByRemoval }, (write) => {
      const { key } = project.found(sql.selectFrom('area').select('key').where('id', '=', input.id));
      removeAreas(write.connection, [key]);
    });
  }),

  setTypes: areas.setTypes.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const ids = [...new Set(input.ids)];
    const known = project.all(sql.selectFrom('area').select(['id', 'name']).where('id', 'in', ids));
    if (known.length < ids.length) refuse('object/not-found');
    project.change({ name: 'areas.setTypes', params: { name: known[0]?.name ?? '', count: ids.length }, subjects: ['areas'] }, (write) => {
      write.run(sql.updateTable('area').set({ area_type: input.type }).where('id', 'in', ids));
    });
  }),

  setPopulationCell: areas.setPopulationCell.handler(({ context, input: { value, source, ...cell } }) =>
    setPopulationCell(openProjectOf(context), cell, value === null ? null : { value, source }),
  ),

  alternatives: areas.alternatives.handler(({ context, input }) => listAlternatives(openProjectOf(context), input.areaId)),

  addAlternative: areas.addAlternative.handler(({ context, input }) => addAlternative(openProjectOf(context), input)),

  alternativeEffect: areas.alternativeEffect.handler(({ context, input }) => alternativeEffect(openProjectOf(context), input.id)),

  chooseAlternative: areas.chooseAlternative.handler(({ context, input }) => chooseAlternative(openProjectOf(context), input.id, input.reason)),

  removeAlternative: areas.removeAlternative.handler(({ context, input }) => removeAlternative(openProjectOf(context), input.id)),

  updateLayer: areas.updateLayer.handler(({ context, input: { id, ...patch } }) => updateLayer(openProjectOf(context), id, patch)),

  checkBoundaries: areas.checkBoundaries.handler(({ context, input, signal }) => givingWay(checkBoundaries(openProjectOf(context), input.layerId), signal)),

  transferPreview: areas.transferPreview.handler(({ context, input }) => transferResidents(openProjectOf(context), input)),

  transfer: areas.transfer.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const layers = listLayers(project);
    const nameOf = (layerId: string) => layers.find((layer) => layer.id === layerId)?.name ?? '';
    const [from, to] = [nameOf(input.fromLayerId), nameOf(input.toLayerId)];
    return writeTransfer(project, input, { from, to, method: from });
  }),

  renameLayer: areas.renameLayer.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const key = requireLayer(project, input.id);
    const name = requireName(input.name);
    project.change({ name: 'areas.renameLayer', params: { name }, subjects: ['areas'] }, (write) => {
      write.run(sql.updateTable('area_layer').set({ name }).where('key', '=', key));
    });
  }),

  removeLayer: areas.removeLayer.handler(({ context, input }) => {
    const project = openProjectOf(context);
    const { key, name } =
      project.first(sql.selectFrom('area_layer').selectAll().where('id', '=', input.id)) ?? refuse('areas/unknown-layer', { layer: input.id });
    project.change({ name: 'areas.removeLayer', params: { name }, subjects: touchedByRemoval }, (write) => {
      const inside = project.all(sql.selectFrom('area').select('key').where('layer_key', '=', key));
      removeAreas(
        write.connection,
        inside.map((area) => area.key),
      );
      write.run(sql.deleteFrom('area_layer').where('key', '=', key));
    });
  }),
});

function firstLayerKey(project: OpenProject): number | undefined {
  return project.first(sql.selectFrom('area_layer').select('key').orderBy('position').orderBy('key').limit(1))?.key;
}

function requireName(name: string): string {
  return name.trim() || refuse('text/empty-name');
}
