import { ActionIcon, Tooltip } from '@mantine/core';
import { IconHistory, IconListDetails, IconMapPin, IconMapPinOff, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import type { Area, AreaLayer, Population } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { type NamedObject, ObjectHistoryDrawer } from '../../app/history/object-history.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { useConfirm } from '../../ui/confirm.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { CellNumber, CellText } from '../../ui/editable-cell.tsx';
import { AreaDrawer } from './area-drawer.tsx';
import classes from './areas-page.module.css';

/** Residents per square kilometre; null while either is unknown. */
export function densityOf(area: Area): number | null {
  return area.population && area.areaKm2 ? area.population.value / area.areaKm2 : null;
}

/** The areas of one layer, edited in place. */
export function AreaTable({
  areas,
  layers,
  selectedId,
  onSelect,
}: {
  areas: readonly Area[];
  layers: readonly AreaLayer[];
  selectedId: string | null;
  onSelect: (areaId: string) => void;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const { ask, dialog } = useConfirm();
  const [past, setPast] = useState<NamedObject | null>(null);
  const [detailsId, setDetailsId] = useState<string | null>(null);
  const detailed = areas.find((area) => area.id === detailsId);
  const { mutate: update } = useMutation(queries.areas.update.mutationOptions());
  const { mutate: setPopulation } = useMutation(queries.areas.setPopulation.mutationOptions());
  const { mutate: remove } = useMutation(queries.areas.remove.mutationOptions());
  const all = useQuery({ ...queries.areas.list.queryOptions({ input: {} }), enabled: layers.length > 1 }).data;
  const parents = useMemo(() => new Map((all ?? []).map((area) => [area.id, area.name])), [all]);
  const hasParents = areas.some((area) => area.parentId !== null);
  const hasCodes = areas.some((area) => area.code !== '');

  // Columns keep their identity between draws, or the field that is being typed in would be made anew.
  const columns = useMemo(() => {
    const savePopulation = (area: Area, population: Partial<Population> | null) => setPopulation({ id: area.id, population });
    const list: ColumnDef<Area, unknown>[] = [
      {
        id: 'name',
        accessorKey: 'name',
        header: t('areas.name'),
        sortingFn: (a, b) => formats.compare(a.original.name, b.original.name),
        cell: ({ row: { original: area } }) => (
          <div className={classes.nameCell}>
            <CellText label={t('areas.name')} value={area.name} required wraps onSave={(name) => update({ id: area.id, name })} />
            {area.type ? <small className={classes.type}>{t(`areaType.${area.type}`)}</small> : null}
          </div>
        ),
        meta: { width: '14rem' },
      },
    ];
    if (hasCodes) {
      list.push({
        id: 'code',
        accessorKey: 'code',
        header: t('areas.code'),
        cell: ({ row: { original: area } }) => (
          <CellText label={t('areas.codeOf', { name: area.name })} placeholder="–" value={area.code} onSave={(code) => update({ id: area.id, code })} />
        ),
        meta: { width: '6rem' },
      });
    }
    if (hasParents) {
      list.push({
        id: 'parent',
        accessorFn: (area) => parents.get(area.parentId ?? '') ?? '',
        header: t('areas.parent'),
        cell: ({ getValue }) => (getValue() as string) || '–',
      });
    }
    list.push(
      {
        id: 'population',
        accessorFn: (area) => area.population?.value ?? undefined,
        sortUndefined: 'last',
        header: t('areas.population'),
        cell: ({ row: { original: area } }) => (
          <CellNumber
            label={t('areas.populationOf', { name: area.name })}
            value={area.population?.value ?? null}
            onSave={(value) => savePopulation(area, value === null ? null : { value })}
          />
        ),
        meta: { isNumber: true, width: '7rem' },
      },
      {
        id: 'year',
        accessorFn: (area) => area.population?.year ?? undefined,
        sortUndefined: 'last',
        header: t('areas.year'),
        cell: ({ row: { original: area } }) => (
          <CellNumber
            label={t('areas.yearOf', { name: area.name })}
            value={area.population?.year ?? null}
            format={String}
            min={1800}
            max={2200}
            isWhole
            disabled={area.population === null}
            onSave={(year) => savePopulation(area, { year })}
          />
        ),
        meta: { isNumber: true, width: '4.5rem' },
      },
      {
        id: 'source',
        accessorFn: (area) => area.population?.source ?? '',
        header: t('areas.source'),
        cell: ({ row: { original: area } }) => (
          <CellText
            label={t('areas.sourceOf', { name: area.name })}
            placeholder="–"
            value={area.population?.source ?? ''}
            disabled={area.population === null}
            onSave={(source) => savePopulation(area, { source })}
          />
        ),
        meta: { width: '10rem' },
      },
      {
        id: 'km2',
        accessorFn: (area) => area.areaKm2 ?? undefined,
        sortUndefined: 'last',
        header: t('areas.km2Short'),
        cell: ({ row: { original: area } }) => formats.decimal(area.areaKm2, (area.areaKm2 ?? 0) < 10 ? 2 : 1),
        meta: { isNumber: true },
      },
      {
        id: 'density',
        accessorFn: (area) => densityOf(area) ?? undefined,
        sortUndefined: 'last',
        header: t('areas.perKm2Short'),
        cell: ({ row: { original: area } }) => formats.count(densityOf(area)),
        meta: { isNumber: true },
      },
      {
        id: 'actions',
        enableSorting: false,
        header: () => <span className="visually-hidden">{t('action.remove')}</span>,
        cell: ({ row: { original: area } }) => {
          const place = area.hasBoundary ? t('areas.showOnMap', { name: area.name }) : t('areas.withoutBoundary', { name: area.name });
          return (
            <div className={classes.actions}>
              <Tooltip label={place}>
                <ActionIcon color="gray" aria-label={place} aria-disabled={!area.hasBoundary} onClick={() => area.hasBoundary && onSelect(area.id)}>
                  {area.hasBoundary ? (
                    <IconMapPin size="1.1rem" stroke={1.6} aria-hidden />
                  ) : (
                    <IconMapPinOff size="1.1rem" stroke={1.6} aria-hidden className={classes.missing} />
                  )}
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('areas.details', { name: area.name })}>
                <ActionIcon color="gray" aria-label={t('areas.details', { name: area.name })} onClick={() => setDetailsId(area.id)}>
                  <IconListDetails size="1.1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('history.object.area', { name: area.name })}>
                <ActionIcon
                  color="gray"
                  aria-label={t('history.object.area', { name: area.name })}
                  onClick={() => setPast({ type: 'area', id: area.id, name: area.name })}
                >
                  <IconHistory size="1.1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
              <Tooltip label={t('areas.remove', { name: area.name })}>
                <ActionIcon
                  color="gray"
                  aria-label={t('areas.remove', { name: area.name })}
                  onClick={() =>
                    ask({
                      title: t('areas.removeTitle', { name: area.name }),
                      body: t('areas.removeBody'),
                      action: t('action.remove'),
                      onConfirm: () => remove({ id: area.id }),
                    })
                  }
                >
                  <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
                </ActionIcon>
              </Tooltip>
            </div>
          );
        },
      },
    );
    return list;
  }, [t, formats, update, setPopulation, remove, ask, onSelect, parents, hasParents, hasCodes]);

  return (
    <div className={classes.dense}>
      <DataTable
        caption={t('areas.table.title')}
        rows={areas}
        columns={columns}
        rowKey={(area) => area.id}
        maxHeight="36rem"
        isSelected={(area) => area.id === selectedId}
      />
      {dialog}
      {detailed ? <AreaDrawer area={detailed} onClose={() => setDetailsId(null)} /> : null}
      <ObjectHistoryDrawer object={past} onClose={() => setPast(null)} />
    </div>
  );
}
