import { Autocomplete } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ImportPreview } from '#shared/domain/imports.ts';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { GuessNote } from '../guess-note.tsx';
import type { ImportWork } from '../use-import.ts';

/** Systems that city files come in, besides the file's own. Any other is typed as a code or a proj4 text. */
const common: readonly (readonly [code: string, name: string])[] = [
  ['EPSG:4326', 'WGS 84'],
  ['EPSG:3857', 'Web Mercator'],
  ['EPSG:4269', 'NAD83'],
  ['EPSG:6372', 'México ITRF2008 / LCC'],
  ['EPSG:32614', 'WGS 84 / UTM 14N'],
  ['EPSG:32613', 'WGS 84 / UTM 13N'],
  ['EPSG:9377', 'MAGNA-SIRGAS / Origen-Nacional'],
  ['EPSG:3116', 'MAGNA-SIRGAS / Bogotá'],
  ['EPSG:31983', 'SIRGAS 2000 / UTM 23S'],
  ['EPSG:32737', 'WGS 84 / UTM 37S'],
  ['EPSG:32636', 'WGS 84 / UTM 36N'],
  ['EPSG:32736', 'WGS 84 / UTM 36S'],
  ['EPSG:2048', 'Hartebeesthoek94 / Lo19'],
  ['EPSG:2052', 'Hartebeesthoek94 / Lo31'],
];

/** In which system the coordinates are, and who says so. */
export function CoordinateSystem({ work, preview }: { work: ImportWork; preview: ImportPreview }) {
  const { t } = useTexts();
  const { coordinateSystem } = preview;
  const stated = preview.recipe.coordinateSystem;
  const shown = stated ?? coordinateSystem?.code ?? '';
  const [draft, setDraft] = useState(shown);
  useEffect(() => setDraft(shown), [shown]);
  const { longitude, latitude, wkt } = preview.recipe.columns;
  const isMap = ['geojson', 'shapefile', 'geopackage', 'kml'].includes(preview.recipe.format);
  if (!coordinateSystem && !longitude && !latitude && !wkt && !isMap) return null;
  const take = (value: string) => {
    const code = value.split(' · ')[0]?.trim() ?? '';
    if (code !== shown) work.change({ coordinateSystem: code === '' ? null : code });
  };
  const isGuessed = preview.guesses.some(({ setting }) => setting === 'coordinateSystem') && work.patch.coordinateSystem === undefined;
  return (
    <Autocomplete
      label={t('workbench.crs.label')}
      description={
        isGuessed ? (
          <GuessNote preview={preview} patch={work.patch} setting="coordinateSystem" />
        ) : coordinateSystem ? (
          t(`workbench.crs.${coordinateSystem.from}`, { name: coordinateSystem.name || coordinateSystem.code })
        ) : (
          t('workbench.crs.hint')
        )
      }
      placeholder="EPSG:4326"
      dir="ltr"
      data={common.map(([code, name]) => `${code} · ${name}`)}
      value={draft}
      onChange={setDraft}
      onOptionSubmit={take}
      onBlur={() => take(draft)}
      onKeyDown={(event) => event.key === 'Enter' && take(draft)}
    />
  );
}
