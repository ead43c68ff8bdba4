import { openProjectOf, procedures } from '../procedures.ts';
import { baseMapBytes, baseMapOf, setBaseMap } from './base-map.ts';
import { hexagonsOf } from './hexagons.ts';
import { saveMapPicture } from './map-picture.ts';
import { symbolPanels } from './symbols.ts';

const maps = procedures.maps;

export const mapProcedures = maps.router({
  hexagons: maps.hexagons.handler(({ context, input }) => hexagonsOf(openProjectOf(context), input)),
  symbols: maps.symbols.handler(({ context, input }) => symbolPanels(openProjectOf(context), input.filters, input.layerId)),
  picture: maps.picture.handler(({ context, input }) => saveMapPicture(context.services, openProjectOf(context), input)),
  baseMap: maps.baseMap.handler(({ context }) => baseMapOf(context.services, openProjectOf(context))),
  setBaseMap: maps.setBaseMap.handler(({ context, input }) => setBaseMap(context.services, openProjectOf(context), input.file)),
  baseMapBytes: maps.baseMapBytes.handler(async ({ context, input }) => ({ base64: await baseMapBytes(context.services, openProjectOf(context), input) })),
});
