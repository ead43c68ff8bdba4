import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconScale, IconTrash } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Area, PopulationAlternative, PopulationCell, PopulationRow } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { CellNumber } from '../../ui/editable-cell.tsx';
import { AddPopulation } from './add-population.tsx';
import { PopulationChoice } from './population-choice.tsx';
import classes from './population-table.module.css';

const cellKey = ({ year, sex, ageBand }: Pick<PopulationCell, 'year' | 'sex' | 'ageBand'>) => `${year} ${sex} ${ageBand}`;

/** One area's residents by year, sex and age; what other sources say of a cell stands beside it. */
export function PopulationTable({ area }: { area: Area }) {
  const { t } = useTexts();
  const { queries } = useEngine();
  const all = useQuery(queries.areas.populations.queryOptions({ input: { layerId: area.layerId } })).data ?? [];
  const alternatives = useQuery(queries.areas.alternatives.queryOptions({ input: { areaId: area.id } })).data ?? [];
  const set = useMutation(queries.areas.setPopulationCell.mutationOptions());
  const [choosing, setChoosing] = useState<string | null>(null);
  const rows = all.filter((row) => row.areaId === area.id).sort(newestFirst);
  const othersOf = (row: PopulationRow) => alternatives.filter((other) => cellKey(other) === cellKey(row));
  const chosenRow = rows.find((row) => cellKey(row) === choosing);
  const save = (row: PopulationRow, value: number | null) =>
    set.mutate({ areaId: area.id, year: row.year, sex: row.sex, ageBand: row.ageBand, value, source: row.source });

  return (
    <section aria-label={t('areas.population.title')}>
      <h3 className={classes.title}>{t('areas.population.title')}</h3>
      {rows.length === 0 ? (
        <p className={classes.empty}>{t('areas.population.none')}</p>
      ) : (
        <div className={classes.scroller}>
          <table className={classes.table}>
            <caption className="visually-hidden">{t('areas.population.title')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('areas.year')}</th>
                <th scope="col">{t('areas.population.who')}</th>
                <th scope="col" data-number="">
                  {t('areas.residents')}
                </th>
                <th scope="col">{t('areas.source')}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={cellKey(row)}>
                  <td>{row.year ?? t('areas.population.noYear')}</td>
                  <td>{whoOf(row)}</td>
                  <td data-number="">
                    <CellNumber
                      label={t('areas.population.cell', { who: whoOf(row), year: row.year ?? '–' })}
                      value={row.value}
                      onSave={(value) => save(row, value)}
                    />
                  </td>
                  <td>
                    <bdi>{row.source || '–'}</bdi>
                    {row.isEstimate ? <small className={classes.estimate}>{t('areas.population.estimate', { method: methodOf(row.method) })}</small> : null}
                    {row.choiceReason ? <small>{t('areas.population.chosen', { reason: row.choiceReason })}</small> : null}
                    {othersOf(row).length > 0 ? <Others others={othersOf(row)} onChoose={() => setChoosing(cellKey(row))} /> : null}
                  </td>
                  <td>
                    <Tooltip label={t('action.remove')}>
                      <ActionIcon
                        color="gray"
                        size="2.25rem"
                        aria-label={`${t('action.remove')}: ${whoOf(row)} ${row.year ?? ''}`}
                        onClick={() => save(row, null)}
                      >
                        <IconTrash size="1.1rem" stroke={1.6} aria-hidden />
                      </ActionIcon>
                    </Tooltip>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddPopulation areaId={area.id} known={rows} />
      {chosenRow ? <PopulationChoice area={area} row={chosenRow} others={othersOf(chosenRow)} onClose={() => setChoosing(null)} /> : null}
    </section>
  );

  function whoOf({ sex, ageBand }: PopulationRow): string {
    if (sex === 'all' && ageBand === '') return t('areas.population.everybody');
    const people = t(`sex.${sex}`);
    return ageBand === '' ? people : `${people}, ${ageBand}`;
  }

  function methodOf(method: string): string {
    return method === 'residents' ? t('areas.transfer.byResidents') : t('areas.transfer.bySurface');
  }
}

/** What other sources say, and the way to decide between them. */
function Others({ others, onChoose }: { others: readonly PopulationAlternative[]; onChoose: () => void }) {
  const { t, formats } = useTexts();
  const told = others.map(({ value, source }) => `${formats.count(value)} (${source || '–'})`).join('; ');
  return (
    <div className={classes.others}>
      <small>
        <bdi>{t('areas.population.others', { others: told })}</bdi>
      </small>
      <Button size="xs" variant="light" color="yellow" leftSection={<IconScale size="1rem" stroke={1.6} aria-hidden />} onClick={onChoose}>
        {t('areas.population.choose')}
      </Button>
    </div>
  );
}

function newestFirst(a: PopulationRow, b: PopulationRow): number {
  const isTotal = (row: PopulationRow) => (row.sex === 'all' && row.ageBand === '' ? 0 : 1);
  return (b.year ?? 0) - (a.year ?? 0) || isTotal(a) - isTotal(b) || a.sex.localeCompare(b.sex) || a.ageBand.localeCompare(b.ageBand, 'en', { numeric: true });
}
