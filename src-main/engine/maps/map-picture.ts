import { join } from 'node:path';
import type { MapFigure } from '#shared/domain/maps.ts';
import { shownMap } from '#shared/figures/shown-map.ts';
import { createExportContext } from '../../exports/export-context.ts';
import { drawMapPicture } from '../../exports/maps/map-picture.ts';
import { smallestRatedPopulation } from '../../exports/shown-incidents.ts';
import { boundariesOf } from '../areas/areas.ts';
import { chooseLanguage, loadTexts } from '../i18n/load-texts.ts';
import { outputFolder, safeFileName } from '../outputs/output-names.ts';
import { requireOutputFolder, writeOutput } from '../outputs/write-output.ts';
import { readCity } from '../project/city.ts';
import type { OpenProject } from '../project/open-project.ts';
import type { EngineServices } from '../services.ts';

interface Asked {
  readonly map: MapFigure;
  readonly format: 'png' | 'svg';
  readonly language: string;
}

/** Draws a map, small numbers hidden, into the folder of outputs beside the project. The same map twice is one file. */
export function saveMapPicture(
  services: EngineServices,
  project: OpenProject,
  { map, format, language }: Asked,
): { file: string; fileName: string; path: string } {
  const { resources } = services.folders;
  const spoken = chooseLanguage(resources, language);
  const context = createExportContext({ language: spoken, texts: loadTexts(resources), resourcesFolder: resources });
  const city = readCity(project);
  const folder = outputFolder(project.path);
  requireOutputFolder(folder);
  const features = map.layerId === null ? [] : boundariesOf(project, map.layerId).features;
  const shown = shownMap(map, { smallestCount: city.smallNumberThreshold, smallestPopulation: smallestRatedPopulation });
  const bytes = drawMapPicture(shown, features, context, format);
  const fileName = `${safeFileName(`${city.name || context.t('output.unnamedCity')} – ${map.title}`, 'Map')}.${format}`;
  const path = join(folder, fileName);
  writeOutput(path, bytes);
  return { file: services.files.hand(path), fileName, path };
}
