import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { Area, PopulationAlternative, PopulationEffect, PopulationRow } from '#shared/domain/areas.ts';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { ConflictChoice } from '../../ui/conflict-choice.tsx';
import classes from './population-table.module.css';

const current = 'current';

/** Which of several sources' figures counts, with the rate before and after, and the reason. */
export function PopulationChoice({
  area,
  row,
  others,
  onClose,
}: {
  area: Area;
  row: PopulationRow;
  others: readonly PopulationAlternative[];
  onClose: () => void;
}) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const choose = useMutation(queries.areas.chooseAlternative.mutationOptions());
  return (
    <ConflictChoice
      about={[area.name, row.year ?? ''].filter(Boolean).join(', ')}
      figures={[
        { id: current, value: formats.count(row.value), details: row.source, isChosen: true },
        ...others.map((other) => ({ id: other.id, value: formats.count(other.value), details: other.source, isChosen: false })),
      ]}
      reason={row.choiceReason}
      effectOf={(id) => (id === current ? <p>{t('areas.population.noEffect')}</p> : <Effect id={id} areaName={area.name} />)}
      isPending={choose.isPending}
      onChoose={(id, reason) => (id === current ? onClose() : choose.mutate({ id, reason }, { onSuccess: onClose }))}
      onClose={onClose}
    />
  );
}

function Effect({ id, areaName }: { id: string; areaName: string }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const effect = useQuery(queries.areas.alternativeEffect.queryOptions({ input: { id } })).data;
  if (!effect) return <Skeleton height="4rem" />;
  const told = ({ rate, low, high }: PopulationEffect['area']['before']) =>
    rate === null ? '–' : `${formats.decimal(rate)} (${formats.decimal(low)}–${formats.decimal(high)})`;
  return (
    <table className={classes.effect}>
      <caption className="visually-hidden">{t('areas.population.effect')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('areas.population.effect')}</th>
          <th scope="col">{t('areas.population.before')}</th>
          <th scope="col">{t('areas.population.after')}</th>
        </tr>
      </thead>
      <tbody>
        {(['area', 'city'] as const).map((where) => (
          <tr key={where}>
            <th scope="row">
              <bdi>{where === 'area' ? areaName : t('explore.filter.wholeCity')}</bdi>
            </th>
            <td>{told(effect[where].before)}</td>
            <td>{told(effect[where].after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
