import { Button, Skeleton } from '@mantine/core';
import { IconFileImport, IconPlus, IconRulerMeasure } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useEngine } from '../../app/engine/engine-provider.tsx';
import { useTexts } from '../../app/texts/texts-provider.tsx';
import { Panel, StagePage } from '../../ui/stage-page.tsx';
import { AddIndicatorDrawer } from './indicators/add-indicator-drawer.tsx';
import { ComputablePanel } from './indicators/computable-panel.tsx';
import { type IndicatorFilter, IndicatorFilters } from './indicators/indicator-filters.tsx';
import { IndicatorTable } from './indicators/indicator-table.tsx';
import { ObservationDrawer } from './indicators/observation-drawer.tsx';
import { OwnIndicatorDrawer } from './indicators/own-indicator-drawer.tsx';
import { useIndicators } from './indicators/use-indicators.ts';

/** The figures that describe safety beyond incidents, each with its period, source and quality. */
export function IndicatorsPage() {
  const { t } = useTexts();
  const { queries } = useEngine();
  const book = useIndicators();
  // Asked beside the rest, so that in most projects the panel is known when the table is drawn.
  useQuery(queries.indicators.computable.queryOptions());
  const add = useMutation(queries.indicators.add.mutationOptions());
  const [filter, setFilter] = useState<IndicatorFilter>({ show: 'starter', framework: null, theme: null, words: '' });
  const [isAdding, setAdding] = useState(false);
  const [isDefining, setDefining] = useState(false);
  const [editedId, setEditedId] = useState<string | null>(null);
  const edited = book?.observations.find((observation) => observation.id === editedId);
  const start = (indicatorCode: string) =>
    add.mutate(
      { indicatorCode },
      {
        onSuccess: (observation) => {
          setAdding(false);
          setEditedId(observation.id);
        },
      },
    );

  return (
    <StagePage
      wide
      title={t('section.indicators')}
      purpose={t('indicators.purpose')}
      actions={
        <>
          <Button variant="default" component={Link} to="/import/indicators" leftSection={<IconFileImport size="1.1rem" stroke={1.6} aria-hidden />}>
            {t('import.title.indicators')}
          </Button>
          <Button variant="default" leftSection={<IconRulerMeasure size="1.1rem" stroke={1.6} aria-hidden />} onClick={() => setDefining(true)}>
            {t('indicators.own.add')}
          </Button>
          <Button leftSection={<IconPlus size="1rem" stroke={1.8} aria-hidden />} onClick={() => setAdding(true)}>
            {t('indicators.add')}
          </Button>
        </>
      }
    >
      {book ? (
        <>
          <ComputablePanel catalogue={book.definitions} observations={book.observations} />
          <Panel title={t('indicators.table.title')} note={t('indicators.list.note')} plain>
            <IndicatorFilters filter={filter} onChange={setFilter} />
            <IndicatorTable book={book} filter={filter} onEdit={setEditedId} onStart={start} />
          </Panel>
        </>
      ) : (
        <Skeleton height="24rem" />
      )}
      {isAdding && book ? <AddIndicatorDrawer catalogue={book.definitions} isPending={add.isPending} onStart={start} onClose={() => setAdding(false)} /> : null}
      {isDefining ? <OwnIndicatorDrawer onClose={() => setDefining(false)} /> : null}
      {edited && book ? <ObservationDrawer observation={edited} catalogue={book.definitions} onClose={() => setEditedId(null)} /> : null}
    </StagePage>
  );
}
