import { Skeleton } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { IndicatorDefinition, Observation } from '#shared/domain/indicators.ts';
import { useEngine } from '../../../app/engine/engine-provider.tsx';
import { useTexts } from '../../../app/texts/texts-provider.tsx';
import { ConflictChoice, ConflictEffect } from '../../../ui/conflict-choice.tsx';
import { useAreas } from '../use-areas.ts';
import { intervalText, periodText, valueText } from './observation-words.ts';
import type { IndicatorCell } from './use-indicators.ts';

/** Chooses one of several figures of a cell. */
export function CellConflict({ cell, definition, onClose }: { cell: IndicatorCell; definition: IndicatorDefinition; onClose: () => void }) {
  const { t, formats } = useTexts();
  const { queries } = useEngine();
  const areas = useAreas();
  const choose = useMutation(queries.indicators.choose.mutationOptions());
  const unchoose = useMutation(queries.indicators.unchoose.mutationOptions());
  const chosen = cell.values.find((value) => value.isChosen);
  const words = { t, formats };
  const details = (value: Observation) =>
    [
      value.source || t('indicators.noSource'),
      value.publishedOn ? formats.day(value.publishedOn) : '',
      value.quality ?? t('indicators.noGrade'),
      intervalText(words, value),
      value.numerator === null ? '' : `${formats.count(value.numerator)} / ${formats.count(value.denominator)}`,
      value.note,
    ].filter(Boolean);
  return (
    <ConflictChoice
      about={[definition.name, areas.nameOf(cell.areaId) || t('explore.filter.wholeCity'), cell.breakdown, periodText(words, cell)].filter(Boolean).join(' · ')}
      figures={cell.headline.rivals.map((value) => ({
        id: value.id,
        value: `${valueText(words, value.value)} ${definition.unit}`,
        details: details(value),
        isChosen: value.isChosen,
      }))}
      reason={chosen?.choiceReason ?? ''}
      effectOf={(id) => <Effect id={id} />}
      isPending={choose.isPending || unchoose.isPending}
      onChoose={(id, reason) => choose.mutate({ id, reason }, { onSuccess: onClose })}
      onUnchoose={chosen ? () => unchoose.mutate({ id: chosen.id }, { onSuccess: onClose }) : undefined}
      onClose={onClose}
    />
  );
}

function Effect({ id }: { id: string }) {
  const { formats } = useTexts();
  const { queries } = useEngine();
  const effect = useQuery(queries.indicators.choiceEffect.queryOptions({ input: { id } })).data;
  if (!effect) return <Skeleton height="5rem" />;
  return <ConflictEffect effect={effect} valueText={(value) => valueText({ formats }, value)} />;
}
